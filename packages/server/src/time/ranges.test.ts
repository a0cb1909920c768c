import { describe, expect, it } from 'vitest';
import { dayOfDate } from './local.js';
import { type RangeQuery, resolveRange } from './ranges.js';
import { zoneOf } from './segments.js';

const berlin = zoneOf('Europe/Berlin');
const now = Date.parse('2026-03-29T21:59:00Z');

const resolve = (query: RangeQuery, zone = berlin, firstDate?: string) => {
  const firstDay = firstDate === undefined ? undefined : dayOfDate(firstDate);
  const range = resolveRange(query, { zone, now, firstDay });
  expect([range.fromDay, range.toDay]).toEqual([dayOfDate(range.from), dayOfDate(range.to)]);
  expect(range.timeRange).toBe(query.time_range);
  return [
    `${range.from}…${range.to}`,
    new Date(range.startMs).toISOString(),
    new Date(range.endMs).toISOString(),
    range.days,
    range.bucket,
  ];
};

describe('resolveRange', () => {
  it.each([
    ['today', '2026-03-29', '2026-03-29', '2026-03-28T23', '2026-03-29T22', 1, 'hour'],
    ['yesterday', '2026-03-28', '2026-03-28', '2026-03-27T23', '2026-03-28T23', 1, 'hour'],
    ['last_7_days', '2026-03-23', '2026-03-29', '2026-03-22T23', '2026-03-29T22', 7, 'day'],
    ['last_30_days', '2026-02-28', '2026-03-29', '2026-02-27T23', '2026-03-29T22', 30, 'day'],
    ['last_90_days', '2025-12-30', '2026-03-29', '2025-12-29T23', '2026-03-29T22', 90, 'day'],
  ] as const)('%s', (time_range, from, to, start, end, days, bucket) => {
    expect(resolve({ time_range })).toEqual([
      `${from}…${to}`,
      `${start}:00:00.000Z`,
      `${end}:00:00.000Z`,
      days,
      bucket,
    ]);
  });

  it('today is the local date of now', () => {
    expect(resolve({ time_range: 'today' }, zoneOf('Asia/Kathmandu'))).toEqual([
      '2026-03-30…2026-03-30',
      '2026-03-29T18:15:00.000Z',
      '2026-03-30T18:15:00.000Z',
      1,
      'hour',
    ]);
  });

  it('custom includes both dates, and may end in the future', () => {
    const query = { time_range: 'custom', from: '2026-03-29', to: '2026-10-25' } as const;
    expect(resolve(query)).toEqual([
      '2026-03-29…2026-10-25',
      '2026-03-28T23:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      211,
      'week',
    ]);
  });

  it('custom takes the whole calendar', () => {
    const query = { time_range: 'custom', from: '1970-01-01', to: '2199-12-31' } as const;
    expect(resolve(query)).toEqual([
      '1970-01-01…2199-12-31',
      '1969-12-31T23:00:00.000Z',
      '2199-12-31T23:00:00.000Z',
      84_006,
      'year',
    ]);
  });

  it('custom on a skipped date is empty', () => {
    const query = { time_range: 'custom', from: '2011-12-30', to: '2011-12-30' } as const;
    const instant = '2011-12-30T10:00:00.000Z';
    expect(resolve(query, zoneOf('Pacific/Apia'))).toEqual([
      '2011-12-30…2011-12-30',
      instant,
      instant,
      1,
      'hour',
    ]);
  });

  it('custom without dates is refused', () => {
    expect(() => resolve({ time_range: 'custom' })).toThrow(RangeError);
  });

  it.each([
    [undefined, '2026-03-29…2026-03-29', 'hour'],
    ['2026-03-28', '2026-03-28…2026-03-29', 'hour'],
    ['2024-05-01', '2024-05-01…2026-03-29', 'week'],
    ['1969-07-20', '1969-07-20…2026-03-29', 'year'],
    ['2026-03-30', '2026-03-29…2026-03-29', 'hour'],
  ])('all_time from first date %s', (firstDate, dates, bucket) => {
    const range = resolve({ time_range: 'all_time' }, berlin, firstDate);
    expect([range[0], range[4]]).toEqual([dates, bucket]);
  });
});
