import { expect } from '@open-wc/testing';
import { lastThirtyDays } from '../testing/fixtures/range.js';
import {
  hasEmptyFilter,
  isAnswerTo,
  mergeQueries,
  queryOfProperties,
  withoutVoidComparison,
} from './request.js';

describe('properties as a query', () => {
  it('say nothing that is not set', () => {
    expect(queryOfProperties({})).to.deep.equal({});
    expect(queryOfProperties({ from: '', phoneId: null })).to.deep.equal({});
  });

  it('take ids with spaces, with commas and as an array, each once', () => {
    expect(
      queryOfProperties({
        phoneId: ' p1,p2  p3, p1 ',
        memberId: ['m1', 'm2', 'm1'],
        teamId: 't1',
        contactId: 'c1\nc2',
      }),
    ).to.deep.equal({
      phone_id: ['p1', 'p2', 'p3'],
      member_id: ['m1', 'm2'],
      team_id: ['t1'],
      contact_id: ['c1', 'c2'],
    });
  });

  it('mean a custom range by dates alone, and leave dates out beside a preset', () => {
    const dates = { from: '2026-03-01', to: '2026-03-14' };
    expect(queryOfProperties(dates)).to.deep.equal({ time_range: 'custom', ...dates });
    expect(queryOfProperties({ timeRange: 'today', ...dates })).to.deep.equal({
      time_range: 'today',
    });
  });

  it('keep a filter that is given but empty, so that nothing is asked', () => {
    for (const phoneId of ['', ' , ', []]) {
      const query = queryOfProperties({ phoneId });
      expect(query).to.deep.equal({ phone_id: [] });
      expect(hasEmptyFilter(query)).to.equal(true);
    }
    expect(hasEmptyFilter(queryOfProperties({ phoneId: 'p1' }))).to.equal(false);
    expect(hasEmptyFilter({})).to.equal(false);
  });
});

describe('a comparison', () => {
  it('is one of those that there are', () => {
    expect(queryOfProperties({ compare: 'previous_year' })).to.deep.equal({
      compare: 'previous_year',
    });
    expect(queryOfProperties({ compare: 'last_week' as 'previous_year' })).to.deep.equal({});
  });

  it('is the element’s own before the provider’s', () => {
    const provided = { time_range: 'today', compare: 'previous_period' } as const;
    expect(mergeQueries({}, provided).compare).to.equal('previous_period');
    expect(mergeQueries({ compare: 'previous_year' }, provided).compare).to.equal('previous_year');
  });

  it('is left out of all time, which has nothing before it', () => {
    const compare = 'previous_period';
    expect(withoutVoidComparison({ time_range: 'all_time', compare })).to.deep.equal({
      time_range: 'all_time',
    });
    expect(withoutVoidComparison({ compare })).to.deep.equal({ compare });
  });
});

describe('an element’s query before its provider’s', () => {
  const provided = { time_range: 'custom', from: '2026-03-01', to: '2026-03-14' } as const;

  it('takes the range as a whole', () => {
    expect(mergeQueries({}, provided)).to.deep.equal(provided);
    expect(mergeQueries({ time_range: 'today' }, provided)).to.deep.equal({ time_range: 'today' });
    expect(mergeQueries({ time_range: 'today' }, undefined)).to.deep.equal({ time_range: 'today' });
  });

  it('takes each filter for itself', () => {
    const both = mergeQueries(
      { phone_id: ['p1'] },
      { phone_id: ['p2', 'p3'], member_id: ['m1'], time_range: 'today' },
    );
    expect(both).to.deep.equal({ time_range: 'today', phone_id: ['p1'], member_id: ['m1'] });
  });
});

describe('an answer is to a query', () => {
  it('with the same preset, the last 30 days where none is named', () => {
    expect(isAnswerTo(lastThirtyDays, {})).to.equal(true);
    expect(isAnswerTo(lastThirtyDays, { time_range: 'last_30_days' })).to.equal(true);
    expect(isAnswerTo(lastThirtyDays, { time_range: 'today' })).to.equal(false);
    expect(isAnswerTo(undefined, {})).to.equal(false);
  });

  it('with the same dates, where they were chosen', () => {
    const custom = { ...lastThirtyDays, time_range: 'custom' } as const;
    const dates = { from: '2026-10-22', to: '2026-11-20' };
    expect(isAnswerTo(custom, { time_range: 'custom', ...dates })).to.equal(true);
    expect(isAnswerTo(custom, { time_range: 'custom', ...dates, to: '2026-11-19' })).to.equal(
      false,
    );
  });
});
