import type { BucketUnit } from '@inlay/sdk/contract';
import { expect } from '@open-wc/testing';
import { bucketDates } from '../../testing/fixtures/activity.js';
import { bucketsOf } from './buckets.js';

function buckets(from: string, to: string, unit: BucketUnit, locale = 'en-GB') {
  const frame = { unit, from, to, locale, currentYear: 2026 };
  // Intl writes thin spaces around the dash of a range.
  return bucketsOf(bucketDates(from, to, unit), frame).map((bucket) => ({
    ...bucket,
    name: bucket.name.replaceAll('\u2009', ' '),
  }));
}

describe('bucketsOf', () => {
  it('calls a day by weekday and date, with its year when that is another one', () => {
    expect(buckets('2026-03-03', '2026-03-03', 'day')).to.deep.equal([
      { date: '2026-03-03', from: '2026-03-03', to: '2026-03-03', name: 'Tuesday 3 March' },
    ]);
    expect(buckets('2025-03-03', '2025-03-03', 'day')[0]?.name).to.equal('Monday, 3 March 2025');
    expect(buckets('2026-03-03', '2026-03-03', 'day', 'en-US')[0]?.name).to.equal(
      'Tuesday, March 3',
    );
  });

  it('cuts the first and last week to the range, and calls them by what is left', () => {
    expect(buckets('2026-03-04', '2026-03-18', 'week')).to.deep.equal([
      { date: '2026-03-02', from: '2026-03-04', to: '2026-03-08', name: '4 – 8 March' },
      { date: '2026-03-09', from: '2026-03-09', to: '2026-03-15', name: '9 – 15 March' },
      { date: '2026-03-16', from: '2026-03-16', to: '2026-03-18', name: '16 – 18 March' },
    ]);
  });

  it('calls whole months and years so, and cut ones by their dates', () => {
    const names = (from: string, to: string, unit: BucketUnit) =>
      buckets(from, to, unit).map(({ name }) => name);
    expect(names('2026-01-15', '2026-03-31', 'month')).to.deep.equal([
      '15 – 31 January',
      'February 2026',
      'March 2026',
    ]);
    expect(names('2024-01-01', '2026-11-20', 'year')).to.deep.equal([
      '2024',
      '2025',
      '1 January – 20 November',
    ]);
    expect(buckets('2024-02-01', '2024-02-29', 'month')[0]).to.deep.equal({
      date: '2024-02-01',
      from: '2024-02-01',
      to: '2024-02-29',
      name: 'February 2024',
    });
  });

  it('calls the hours of one day by the clock, of several by day and clock', () => {
    expect(buckets('2026-11-20', '2026-11-20', 'hour')[14]).to.deep.equal({
      date: '2026-11-20T14:00:00+01:00',
      from: '2026-11-20',
      to: '2026-11-20',
      name: '14:00',
    });
    expect(buckets('2026-11-19', '2026-11-20', 'hour')[38]?.name).to.equal(
      'Friday 20 November at 14:00',
    );
  });

  it('tells an hour that comes twice apart by its offset', () => {
    const names = buckets('2026-10-25', '2026-10-25', 'hour').map(({ name }) => name);
    expect(names.slice(1, 5)).to.deep.equal([
      '01:00',
      '02:00 (UTC+02:00)',
      '02:00 (UTC+01:00)',
      '03:00',
    ]);
    expect(new Set(names).size).to.equal(25);
  });
});
