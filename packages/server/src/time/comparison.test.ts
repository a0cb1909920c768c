import { describe, expect, it } from 'vitest';
import { type ComparisonKind, comparisonRange } from './comparison.js';
import { dayOfDate } from './local.js';
import { type RangeQuery, resolveRange } from './ranges.js';
import { zoneOf } from './segments.js';

const compare = (
  kind: ComparisonKind,
  query: RangeQuery,
  instant: string,
  name = 'Europe/Berlin',
) => {
  const context = { zone: zoneOf(name), now: Date.parse(instant) };
  const found = comparisonRange(resolveRange(query, context), kind, context);
  expect([found.fromDay, found.toDay]).toEqual([dayOfDate(found.from), dayOfDate(found.to)]);
  return [
    `${found.from}…${found.to}`,
    new Date(found.startMs).toISOString(),
    new Date(found.endMs).toISOString(),
  ];
};

const custom = (from: string, to: string): RangeQuery => ({ time_range: 'custom', from, to });

describe('previous_period', () => {
  it('is as many dates immediately before, whole when the range is over', () => {
    const query = { time_range: 'yesterday' } as const;
    expect(compare('previous_period', query, '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-28…2026-03-28',
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
    ]);
  });

  it('ends at the same local clock time while the range holds today', () => {
    const query = { time_range: 'last_7_days' } as const;
    expect(compare('previous_period', query, '2026-04-02T12:34:56.789Z')).toEqual([
      '2026-03-20…2026-03-26',
      '2026-03-19T23:00:00.000Z',
      '2026-03-26T13:34:56.789Z',
    ]);
  });

  it('ends after the gap where that time is skipped', () => {
    const query = { time_range: 'today' } as const;
    expect(compare('previous_period', query, '2026-03-30T00:30:00Z')[2]).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  it('ends at the first occurrence where that time is repeated', () => {
    const query = { time_range: 'today' } as const;
    expect(compare('previous_period', query, '2026-10-26T01:30:00Z')[2]).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it('takes either occurrence of a repeated time as that time', () => {
    const query = { time_range: 'today' } as const;
    const ends = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(
      (instant) => compare('previous_period', query, instant)[2],
    );
    expect(ends).toEqual(['2026-10-24T00:30:00.000Z', '2026-10-24T00:30:00.000Z']);
  });

  it('is empty at the first instant of today', () => {
    const query = { time_range: 'today' } as const;
    expect(compare('previous_period', query, '2026-03-01T23:00:00Z')).toEqual([
      '2026-03-01…2026-03-01',
      '2026-02-28T23:00:00.000Z',
      '2026-02-28T23:00:00.000Z',
    ]);
  });

  it('maps today to its place in a range that goes on', () => {
    const query = custom('2026-03-09', '2026-03-15');
    expect(compare('previous_period', query, '2026-03-11T09:00:00Z')).toEqual([
      '2026-03-02…2026-03-08',
      '2026-03-01T23:00:00.000Z',
      '2026-03-04T09:00:00.000Z',
    ]);
  });

  it('is whole for a range in the future', () => {
    const query = custom('2026-03-09', '2026-03-15');
    expect(compare('previous_period', query, '2026-03-08T09:00:00Z')[2]).toBe(
      '2026-03-08T23:00:00.000Z',
    );
  });

  it('has nothing of a date that the zone skipped', () => {
    const query = { time_range: 'today' } as const;
    const instant = '2011-12-30T10:00:00.000Z';
    expect(compare('previous_period', query, '2011-12-31T00:00:00Z', 'Pacific/Apia')).toEqual([
      '2011-12-30…2011-12-30',
      instant,
      instant,
    ]);
  });

  it('is empty while a clock that went back over midnight shows the date before today', () => {
    const query = { time_range: 'today' } as const;
    expect(compare('previous_period', query, '2006-10-29T03:00:00Z', 'America/St_Johns')).toEqual([
      '2006-10-28…2006-10-28',
      '2006-10-28T02:30:00.000Z',
      '2006-10-28T02:30:00.000Z',
    ]);
  });
});

describe('previous_year', () => {
  it('is the same dates a year earlier', () => {
    expect(
      compare('previous_year', custom('2026-03-01', '2026-03-31'), '2026-06-01T00:00:00Z'),
    ).toEqual(['2025-03-01…2025-03-31', '2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z']);
  });

  it('takes 28 February for the 29th', () => {
    expect(
      compare('previous_year', custom('2024-02-29', '2024-02-29'), '2026-06-01T00:00:00Z')[0],
    ).toBe('2023-02-28…2023-02-28');
    expect(
      compare('previous_year', custom('2025-02-01', '2025-02-28'), '2026-06-01T00:00:00Z')[0],
    ).toBe('2024-02-01…2024-02-28');
  });

  it('ends at the same clock time on the same date while the range holds today', () => {
    const query = custom('2024-02-20', '2024-03-10');
    expect(compare('previous_year', query, '2024-03-05T16:00:00Z')).toEqual([
      '2023-02-20…2023-03-10',
      '2023-02-19T23:00:00.000Z',
      '2023-03-05T16:00:00.000Z',
    ]);
    expect(compare('previous_year', query, '2024-02-29T16:00:00Z')[2]).toBe(
      '2023-02-28T16:00:00.000Z',
    );
  });
});
