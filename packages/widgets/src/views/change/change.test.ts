import { expect } from '@open-wc/testing';
import { formatNumber } from '../../shared/format.js';
import { lastThirtyDays } from '../../testing/fixtures/range.js';
import { changeOf, comparedWith, type Change, type ChangeRule } from './change.js';

const write = (value: number) => formatNumber(value, 'en', 1);
const relative: ChangeRule = { in: 'relative', write };
const points: ChangeRule = { in: 'points', write };

function told(now: number | null, before: number | null, rule = relative): string | undefined {
  const change: Change | undefined = changeOf(now, before, rule, 'en');
  return change && `${change.direction} ${change.amount}`.trim();
}

describe('changeOf', () => {
  it('tells counts in percent of what they were, finer below ten', () => {
    expect(told(1467, 1310)).to.equal('up 12%');
    expect(told(1310, 1467)).to.equal('down 11%');
    expect(told(1038, 1000)).to.equal('up 3.8%');
    expect(told(0, 40)).to.equal('down 100%');
  });

  it('tells rates by their difference in points', () => {
    expect(told(97.38, 95.26, points)).to.equal('up 2.1 pts');
    expect(told(40, 100, points)).to.equal('down 60 pts');
  });

  it('tells what would be written as zero as no change', () => {
    expect(told(111, 111)).to.equal('same');
    expect(told(0, 0)).to.equal('same');
    expect(told(100_001, 100_000)).to.equal('same');
    expect(told(97.38, 97.36, points)).to.equal('same');
  });

  it('has no percentage from zero, nor of very many times as much', () => {
    expect(told(12, 0)).to.equal('up 12 from 0');
    expect(told(99, 9)).to.equal('up >1,000%');
  });

  it('knows nothing where one of the numbers is no value', () => {
    expect(told(null, 40)).to.equal(undefined);
    expect(told(40, null)).to.equal(undefined);
    expect(told(null, null, points)).to.equal(undefined);
  });

  it('is good or bad only where one direction is good', () => {
    const tones = (rule: ChangeRule) =>
      [
        [2, 1],
        [1, 2],
        [1, 1],
      ].map(([now = 0, before = 0]) => changeOf(now, before, rule, 'en')?.tone);
    expect(tones(relative)).to.deep.equal(['neutral', 'neutral', 'neutral']);
    expect(tones({ ...relative, good: 'up' })).to.deep.equal(['good', 'bad', 'neutral']);
    expect(tones({ ...relative, good: 'down' })).to.deep.equal(['bad', 'good', 'neutral']);
  });
});

describe('comparedWith', () => {
  const against = (range: object, from: string, to: string) => {
    const meta = { ...lastThirtyDays, ...range };
    const { period, short, dates } = comparedWith({ meta, before: { from, to } }, 'en-GB');
    return `${period} | ${short} | ${dates}`;
  };

  it('names as many dates before by their number', () => {
    expect(against({}, '2026-09-22', '2026-10-21')).to.equal(
      'previous 30 days | previous | 22 Sept – 21 Oct',
    );
  });

  it('names the day before by what it is', () => {
    const today = { time_range: 'today', from: '2026-11-20' };
    expect(against(today, '2026-11-19', '2026-11-19')).to.equal(
      'this time yesterday | previous | 19 Nov',
    );
    const yesterday = { time_range: 'yesterday', from: '2026-11-19', to: '2026-11-19' };
    expect(against(yesterday, '2026-11-18', '2026-11-18')).to.equal(
      'day before | previous | 18 Nov',
    );
  });

  it('names the same dates a year earlier', () => {
    expect(against({}, '2025-10-22', '2025-11-20')).to.equal(
      'a year earlier | last year | 22 Oct – 20 Nov 2025',
    );
  });
});
