import { describe, expect, it } from 'vitest';
import {
  bucketOfDay,
  bucketOfHour,
  bucketOfInstant,
  buckets,
  bucketUnit,
  heatmapIndex,
  hourPieces,
} from './buckets.js';
import { dayOfDate } from './local.js';
import { resolveRange } from './ranges.js';
import { zoneOf } from './segments.js';

const rangeOf = (name: string, from: string, to = from) => {
  const zone = zoneOf(name);
  return { zone, range: resolveRange({ time_range: 'custom', from, to }, { zone, now: 0 }) };
};

const bucketsOf = (name: string, from: string, to?: string) => {
  const { zone, range } = rangeOf(name, from, to);
  return buckets(range, zone);
};

const minutes = (bucket: { startMs: number; endMs: number }) =>
  (bucket.endMs - bucket.startMs) / 60_000;

const two = (hour: number) => String(hour).padStart(2, '0');

/** Dates of full hours `from` to `to` of one date. */
const hours = (date: string, from: number, to: number, offset: string) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${date}T${two(from + i)}:00:00${offset}`);

describe('bucketUnit', () => {
  it.each([
    [1, 'hour'],
    [2, 'hour'],
    [3, 'day'],
    [92, 'day'],
    [93, 'week'],
    [731, 'week'],
    [732, 'month'],
    [10_958, 'month'],
    [10_959, 'year'],
  ])('%i dates: %s', (days, unit) => {
    expect(bucketUnit(days)).toBe(unit);
  });
});

describe('hours', () => {
  it.each([
    [
      'Europe/Berlin',
      '2026-03-29',
      [...hours('2026-03-29', 0, 1, '+01:00'), ...hours('2026-03-29', 3, 23, '+02:00')],
    ],
    [
      'Europe/Berlin',
      '2026-10-25',
      [...hours('2026-10-25', 0, 2, '+02:00'), ...hours('2026-10-25', 2, 23, '+01:00')],
    ],
    [
      'America/New_York',
      '2026-03-08',
      [...hours('2026-03-08', 0, 1, '-05:00'), ...hours('2026-03-08', 3, 23, '-04:00')],
    ],
    [
      'America/New_York',
      '2026-11-01',
      [...hours('2026-11-01', 0, 1, '-04:00'), ...hours('2026-11-01', 1, 23, '-05:00')],
    ],
    ['Asia/Kathmandu', '2026-03-02', hours('2026-03-02', 0, 23, '+05:45')],
    ['UTC', '2026-03-02', hours('2026-03-02', 0, 23, '+00:00')],
    ['America/Sao_Paulo', '2018-11-04', hours('2018-11-04', 1, 23, '-02:00')],
    ['Africa/Cairo', '2026-04-24', hours('2026-04-24', 1, 23, '+03:00')],
    ['Asia/Beirut', '2026-03-29', hours('2026-03-29', 1, 23, '+03:00')],
    [
      'America/Havana',
      '2026-11-01',
      [...hours('2026-11-01', 0, 0, '-04:00'), ...hours('2026-11-01', 0, 23, '-05:00')],
    ],
  ])('%s %s', (name, date, dates) => {
    const all = bucketsOf(name, date);
    expect(all.map((bucket) => bucket.date)).toEqual(dates);
    expect(all.map((bucket) => bucket.label)).toEqual(dates.map((text) => text.slice(11, 16)));
    expect(all.map((bucket) => bucket.startMs)).toEqual(dates.map((text) => Date.parse(text)));
    expect(new Set(all.map(minutes))).toEqual(new Set([60]));
  });

  it('has 24 buckets when Lord Howe goes forward by half an hour', () => {
    const all = bucketsOf('Australia/Lord_Howe', '2026-10-04');
    expect(all.map((bucket) => bucket.date)).toEqual([
      ...hours('2026-10-04', 0, 1, '+10:30'),
      '2026-10-04T02:30:00+11:00',
      ...hours('2026-10-04', 3, 23, '+11:00'),
    ]);
    expect(all.map(minutes)).toEqual([60, 60, 30, ...Array(21).fill(60)]);
    expect(all[2]?.label).toBe('02:30');
  });

  it('has 25 buckets when Lord Howe goes back by half an hour', () => {
    const all = bucketsOf('Australia/Lord_Howe', '2026-04-05');
    expect(all.map((bucket) => bucket.date)).toEqual([
      ...hours('2026-04-05', 0, 1, '+11:00'),
      '2026-04-05T01:30:00+10:30',
      ...hours('2026-04-05', 2, 23, '+10:30'),
    ]);
    expect(all.map(minutes)).toEqual([60, 60, 30, ...Array(22).fill(60)]);
  });

  it('shows the hour before midnight again when St John’s goes back over it', () => {
    const all = bucketsOf('America/St_Johns', '2006-10-29');
    expect(all.map((bucket) => bucket.date)).toEqual([
      '2006-10-29T00:00:00-02:30',
      '2006-10-28T23:01:00-03:30',
      ...hours('2006-10-29', 0, 23, '-03:30'),
    ]);
    expect(all.map(minutes)).toEqual([1, 59, ...Array(24).fill(60)]);
  });

  it('begins a bucket where the offset changes within an hour', () => {
    const all = bucketsOf('America/St_Johns', '2006-04-02');
    expect(all.map((bucket) => bucket.date)).toEqual([
      '2006-04-02T00:00:00-03:30',
      '2006-04-02T01:01:00-02:30',
      ...hours('2006-04-02', 2, 23, '-02:30'),
    ]);
    expect(all.map(minutes)).toEqual([1, 59, ...Array(22).fill(60)]);
  });

  it('rounds an offset with seconds to the minute in the date only', () => {
    const all = bucketsOf('Africa/Monrovia', '1972-01-06', '1972-01-07');
    expect(all.map((bucket) => bucket.date)).toEqual([
      ...hours('1972-01-06', 0, 23, '-00:45'),
      '1972-01-07T00:44:30+00:00',
      ...hours('1972-01-07', 1, 23, '+00:00'),
    ]);
    expect(all[0]?.startMs).toBe(Date.parse('1972-01-06T00:44:30Z'));
    expect(all.map(minutes)).toEqual([...Array(24).fill(60), 15.5, ...Array(23).fill(60)]);
    expect(all[24]?.label).toBe('00:44');
  });

  it('has none on a skipped date', () => {
    expect(bucketsOf('Pacific/Apia', '2011-12-30')).toEqual([]);
    expect(bucketsOf('Pacific/Apia', '2011-12-29', '2011-12-30')).toHaveLength(24);
  });
});

describe('calendar units', () => {
  it('days skip a date that the zone skipped', () => {
    const { zone, range } = rangeOf('Pacific/Apia', '2011-12-28', '2012-01-01');
    const all = buckets(range, zone);
    expect(all.map(({ date, label }) => [date, label])).toEqual([
      ['2011-12-28', '28 Dec'],
      ['2011-12-29', '29 Dec'],
      ['2011-12-31', '31 Dec'],
      ['2012-01-01', '1 Jan'],
    ]);
    const indexOf = bucketOfDay(range, zone);
    const days = [-1, 0, 1, 2, 3, 4, 5].map((step) => indexOf(range.fromDay + step));
    expect(days).toEqual([-1, 0, 1, -1, 2, 3, -1]);
  });

  it('days have the hours of their zone', () => {
    expect(bucketsOf('Europe/Berlin', '2026-03-28', '2026-03-30').map(minutes)).toEqual([
      1440, 1380, 1440,
    ]);
  });

  it('weeks begin on Monday and are named by it even where the range cuts them', () => {
    const all = bucketsOf('Europe/Berlin', '2026-01-01', '2026-04-05');
    expect(all).toHaveLength(14);
    expect(all[0]).toEqual({
      date: '2025-12-29',
      label: '29 Dec',
      startMs: Date.parse('2025-12-31T23:00:00Z'),
      endMs: Date.parse('2026-01-04T23:00:00Z'),
    });
    expect(all[9]).toMatchObject({ date: '2026-03-02', label: '2 Mar' });
    expect(all[12]).toEqual({
      date: '2026-03-23',
      label: '23 Mar',
      startMs: Date.parse('2026-03-22T23:00:00Z'),
      endMs: Date.parse('2026-03-29T22:00:00Z'),
    });
    expect(all[13]?.endMs).toBe(Date.parse('2026-04-05T22:00:00Z'));
  });

  it('months begin on the 1st', () => {
    const all = bucketsOf('Asia/Kathmandu', '2024-01-31', '2026-03-02');
    expect(all).toHaveLength(27);
    expect(all[0]).toEqual({
      date: '2024-01-01',
      label: 'Jan 2024',
      startMs: Date.parse('2024-01-30T18:15:00Z'),
      endMs: Date.parse('2024-01-31T18:15:00Z'),
    });
    expect(all[1]).toMatchObject({ date: '2024-02-01', label: 'Feb 2024' });
    expect(all[26]).toEqual({
      date: '2026-03-01',
      label: 'Mar 2026',
      startMs: Date.parse('2026-02-28T18:15:00Z'),
      endMs: Date.parse('2026-03-02T18:15:00Z'),
    });
  });

  it('years begin on 1 January', () => {
    const all = bucketsOf('America/New_York', '1990-07-01', '2026-03-02');
    expect(all).toHaveLength(37);
    expect(all[0]).toEqual({
      date: '1990-01-01',
      label: '1990',
      startMs: Date.parse('1990-07-01T04:00:00Z'),
      endMs: Date.parse('1991-01-01T05:00:00Z'),
    });
    expect(all[36]).toMatchObject({ date: '2026-01-01', label: '2026' });
  });
});

describe('looking up a bucket', () => {
  it('by date', () => {
    const { zone, range } = rangeOf('Europe/Berlin', '2026-01-01', '2026-04-05');
    const indexOf = bucketOfDay(range, zone);
    const dates = [
      '2025-12-31',
      '2026-01-01',
      '2026-01-04',
      '2026-01-05',
      '2026-04-05',
      '2026-04-06',
    ];
    expect(dates.map((date) => indexOf(dayOfDate(date)))).toEqual([-1, 0, 0, 1, 13, -1]);
  });

  it('refuses to find an hour by date', () => {
    const { zone, range } = rangeOf('Europe/Berlin', '2026-01-01');
    expect(() => bucketOfDay(range, zone)).toThrow(RangeError);
  });

  it('by instant', () => {
    const all = bucketsOf('Europe/Berlin', '2026-10-25');
    expect(
      [
        '2026-10-24T21:59:59.999Z',
        '2026-10-24T22:00:00Z',
        '2026-10-25T00:59:59.999Z',
        '2026-10-25T01:00:00Z',
        '2026-10-25T22:59:59.999Z',
        '2026-10-25T23:00:00Z',
      ].map((instant) => bucketOfInstant(all, Date.parse(instant))),
    ).toEqual([-1, 0, 2, 3, 24, -1]);
    expect(bucketOfInstant([], 0)).toBe(-1);
  });

  it('by local hour of a piece of constant offset', () => {
    const { zone, range } = rangeOf('Australia/Lord_Howe', '2026-04-05');
    const pieces = hourPieces(range, zone);
    expect(
      pieces.map(({ startMs, endMs, offset }) => [startMs, endMs, offset / 3_600_000]),
    ).toEqual([
      [Date.parse('2026-04-04T13:00:00Z'), Date.parse('2026-04-04T15:00:00Z'), 11],
      [Date.parse('2026-04-04T15:00:00Z'), Date.parse('2026-04-05T13:30:00Z'), 10.5],
    ]);
    const all = buckets(range, zone);
    const midnight = dayOfDate('2026-04-05') * 24;
    const indexes = pieces.map((piece) =>
      [-1, 0, 1, 2, 23, 24].map((hour) => bucketOfHour(all, piece, midnight + hour)),
    );
    expect(indexes[0]?.slice(1, 3)).toEqual([0, 1]);
    expect(indexes[1]?.slice(2)).toEqual([2, 3, 24, -1]);
  });
});

describe('heatmapIndex', () => {
  it.each([
    ['2026-03-02', 0, 0],
    ['2026-03-02', 23, 23],
    ['2026-03-08', 23, 167],
    ['1969-12-31', 5, 53],
  ])('%s hour %i: %i', (date, hour, index) => {
    expect(heatmapIndex(dayOfDate(date), hour)).toBe(index);
  });
});
