import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayOfDate,
  dayStart,
  firstInstantOf,
  isDate,
  localDay,
  localHour,
  weekdayOf,
} from './local.js';
import { zoneOf } from './segments.js';

const startOf = (zone: string, date: string) =>
  new Date(dayStart(zoneOf(zone), dayOfDate(date))).toISOString();

const localOf = (zone: string, instant: string) => {
  const ms = Date.parse(instant);
  return `${dateOfDay(localDay(zoneOf(zone), ms))} ${localHour(zoneOf(zone), ms)}`;
};

describe('dayStart', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-02', '2026-03-01T18:15:00.000Z'],
    ['Africa/Monrovia', '1970-01-01', '1970-01-01T00:44:30.000Z'],
    ['Africa/Monrovia', '1972-01-07', '1972-01-07T00:44:30.000Z'],
    ['Africa/Monrovia', '1972-01-08', '1972-01-08T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2199-12-31', '2199-12-30T10:00:00.000Z'],
  ])('%s %s', (zone, date, expected) => {
    expect(startOf(zone, date)).toBe(expected);
  });

  it.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
  ])('%s %s begins at 01:00, because midnight is skipped', (zone, date, expected) => {
    expect(startOf(zone, date)).toBe(expected);
    expect(localOf(zone, expected)).toBe(`${date} 1`);
  });

  it('takes the first of two midnights', () => {
    expect(startOf('America/Havana', '2026-11-01')).toBe('2026-11-01T04:00:00.000Z');
    expect(startOf('America/Havana', '2026-11-02')).toBe('2026-11-02T05:00:00.000Z');
  });

  it('gives a skipped date the start of the next', () => {
    const expected = '2011-12-30T10:00:00.000Z';
    expect(startOf('Pacific/Apia', '2011-12-29')).toBe('2011-12-29T10:00:00.000Z');
    expect(startOf('Pacific/Apia', '2011-12-30')).toBe(expected);
    expect(startOf('Pacific/Apia', '2011-12-31')).toBe(expected);
    expect(startOf('Pacific/Apia', '2012-01-01')).toBe('2011-12-31T10:00:00.000Z');
  });
});

describe('localDay and localHour', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', '2026-03-29 1'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 3'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25 2'],
    ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25 2'],
    ['Asia/Kathmandu', '2026-03-01T18:14:59.999Z', '2026-03-01 23'],
    ['Asia/Kathmandu', '2026-03-01T18:15:00Z', '2026-03-02 0'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29 23'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31 0'],
    ['Africa/Monrovia', '1970-01-01T00:44:29.999Z', '1969-12-31 23'],
    ['Africa/Monrovia', '1970-01-01T00:44:30Z', '1970-01-01 0'],
    ['Africa/Cairo', '2026-10-29T20:59:59.999Z', '2026-10-29 23'],
    ['Africa/Cairo', '2026-10-29T21:00:00Z', '2026-10-29 23'],
    ['UTC', '0001-01-01T00:00:00Z', '0001-01-01 0'],
    ['UTC', '9999-12-31T23:59:59.999Z', '9999-12-31 23'],
  ])('%s at %s', (zone, instant, expected) => {
    expect(localOf(zone, instant)).toBe(expected);
  });

  it('keeps to a date that has begun when the clock goes back over its midnight', () => {
    expect(startOf('America/St_Johns', '2006-10-29')).toBe('2006-10-29T02:30:00.000Z');
    expect(startOf('America/St_Johns', '2006-10-30')).toBe('2006-10-30T03:30:00.000Z');
    expect(
      [
        '2006-10-29T02:29:59.999Z',
        '2006-10-29T02:30:00Z',
        '2006-10-29T02:30:59.999Z',
        '2006-10-29T02:31:00Z',
        '2006-10-29T03:29:59.999Z',
        '2006-10-29T03:30:00Z',
      ].map((instant) => localOf('America/St_Johns', instant)),
    ).toEqual([
      '2006-10-28 23',
      '2006-10-29 0',
      '2006-10-29 0',
      '2006-10-29 23',
      '2006-10-29 23',
      '2006-10-29 0',
    ]);
  });
});

describe('firstInstantOf', () => {
  const firstOf = (zone: string, local: string) =>
    new Date(firstInstantOf(zoneOf(zone), Date.parse(`${local}Z`))).toISOString();

  it.each([
    ['Europe/Berlin', '2026-03-02T14:30:00', '2026-03-02T13:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['America/St_Johns', '2006-10-28T23:30:00', '2006-10-29T02:00:00.000Z'],
  ])('%s %s', (zone, local, expected) => {
    expect(firstOf(zone, local)).toBe(expected);
  });
});

describe('dates', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['1969-12-28', -4, 7],
    ['1900-02-28', -25_509, 3],
    ['2000-02-29', 11_016, 2],
    ['2026-03-02', 20_514, 1],
    ['2026-03-08', 20_520, 7],
    ['2199-12-31', 84_005, 2],
  ])('%s is day %i, weekday %i', (date, day, weekday) => {
    expect([dayOfDate(date), dateOfDay(day), weekdayOf(day)]).toEqual([day, date, weekday]);
  });

  it.each(['', '2026-02-29', '2026-2-3', '2026-13-01', '2026-03-02T00:00:00Z', 'today'])(
    'dayOfDate refuses %j',
    (text) => {
      expect(() => dayOfDate(text)).toThrow(RangeError);
    },
  );

  it.each(['1970-01-01', '2000-02-29', '2026-12-31', '2199-12-31'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    ...['', '1969-12-31', '2200-01-01', '2100-02-29', '2026-02-29', '2026-04-31', '2026-00-10'],
    ...['2026-1-01', '2026-01-00', '26-01-01', ' 2026-01-01', '2026-01-01\n', '２026-01-01'],
  ])('%j is no date', (text) => {
    expect(isDate(text)).toBe(false);
  });
});
