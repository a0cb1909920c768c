import { expect, test } from 'vitest';
import { resolveRange, type RangeQuery } from '../time/ranges.js';
import { zoneOf } from '../time/segments.js';
import { lastsUntil } from './lasting.js';

const until = (
  query: RangeQuery,
  at: string,
  { zone = 'Europe/Berlin', isCompared = false } = {},
) => {
  const [now, where] = [Date.parse(at), zoneOf(zone)];
  const range = resolveRange(query, { zone: where, now, firstDay: 0 });
  return new Date(lastsUntil(range, isCompared, where, now)).toISOString();
};

test.each<RangeQuery['time_range']>([
  'today',
  'yesterday',
  'last_7_days',
  'last_30_days',
  'last_90_days',
  'all_time',
])('%s lasts until the local date changes', (time_range) => {
  expect(until({ time_range }, '2026-03-30T10:00:00Z')).toBe('2026-03-30T22:00:00.000Z');
  expect(until({ time_range }, '2026-03-30T21:59:59.999Z')).toBe('2026-03-30T22:00:00.000Z');
  expect(until({ time_range }, '2026-03-30T22:00:00Z')).toBe('2026-03-31T22:00:00.000Z');
});

test('days of 23 and 25 hours, skipped midnights and skipped dates end when the next one begins', () => {
  const today: RangeQuery = { time_range: 'today' };
  expect(until(today, '2026-03-29T10:00:00Z')).toBe('2026-03-29T22:00:00.000Z');
  expect(until(today, '2026-10-25T10:00:00Z')).toBe('2026-10-25T23:00:00.000Z');
  const zones = [
    ['America/Santiago', '2026-09-05T12:00:00Z', '2026-09-06T04:00:00.000Z'],
    ['Pacific/Apia', '2011-12-29T20:00:00Z', '2011-12-30T10:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-30T10:00:00Z', '2026-03-30T18:15:00.000Z'],
  ] as const;
  for (const [zone, at, end] of zones) expect(until(today, at, { zone })).toBe(end);
});

test('a comparison of a running range lasts until the next minute, or midnight', () => {
  const compared = { isCompared: true };
  const week: RangeQuery = { time_range: 'last_7_days' };
  expect(until(week, '2026-03-30T10:00:00Z', compared)).toBe('2026-03-30T10:01:00.000Z');
  expect(until(week, '2026-03-30T10:00:59.999Z', compared)).toBe('2026-03-30T10:01:00.000Z');
  expect(until(week, '2026-03-30T21:59:59.999Z', compared)).toBe('2026-03-30T22:00:00.000Z');
  const open: RangeQuery = { time_range: 'custom', from: '2026-03-30', to: '2026-04-30' };
  expect(until(open, '2026-03-30T10:00:01Z', compared)).toBe('2026-03-30T10:01:00.000Z');
});

test('a comparison of a range that is over, or to come, lasts as long as the range', () => {
  const compared = { isCompared: true };
  const yesterday: RangeQuery = { time_range: 'yesterday' };
  expect(until(yesterday, '2026-03-30T10:00:00Z', compared)).toBe('2026-03-30T22:00:00.000Z');
  const next: RangeQuery = { time_range: 'custom', from: '2026-03-31', to: '2026-04-30' };
  expect(until(next, '2026-03-30T10:00:00Z', compared)).toBe('2026-03-30T22:00:00.000Z');
});
