import { describe, expect, it } from 'vitest';
import { zoneOf } from './segments.js';

const at = (text: string) => Date.parse(text);
const hours = (count: number) => count * 3_600_000;

describe('zoneOf', () => {
  it('gives one zone per name and keeps the name as asked', () => {
    expect(zoneOf('Asia/Kathmandu')).toBe(zoneOf('Asia/Kathmandu'));
    expect(zoneOf('Asia/Kathmandu').name).toBe('Asia/Kathmandu');
  });

  it.each(['+02:00', 'europe/berlin', 'GMT+2', ''])('refuses %j', (name) => {
    expect(() => zoneOf(name)).toThrow(RangeError);
  });
});

describe('offsetAt', () => {
  it.each([
    ['UTC', '2026-03-29T01:00:00Z', 0],
    ['Etc/GMT+2', '2026-03-29T01:00:00Z', -2],
    ['Asia/Kathmandu', '2026-03-29T01:00:00Z', 5.75],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 1],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 2],
    ['Europe/Berlin', '2026-10-25T00:59:59.999Z', 2],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 1],
    ['Europe/Berlin', '2150-07-01T00:00:00Z', 2],
    ['Australia/Lord_Howe', '2026-04-04T14:59:59.999Z', 11],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 10.5],
  ])('%s at %s', (name, instant, expected) => {
    expect(zoneOf(name).offsetAt(at(instant))).toBe(hours(expected));
  });

  it('is exact where the offset has seconds', () => {
    const monrovia = zoneOf('Africa/Monrovia');
    expect(monrovia.offsetAt(at('1972-01-07T00:44:29.999Z'))).toBe(-(44 * 60 + 30) * 1000);
    expect(monrovia.offsetAt(at('1972-01-07T00:44:30Z'))).toBe(0);
  });

  it('serves the years 1 to 9999', () => {
    const berlin = zoneOf('Europe/Berlin');
    expect(berlin.offsetAt(at('0001-01-01T00:00:00Z'))).toBe((53 * 60 + 28) * 1000);
    expect(berlin.offsetAt(at('9999-07-01T00:00:00Z'))).toBe(hours(2));
    expect(berlin.offsetAt(at('9999-12-31T23:59:59.999Z'))).toBe(hours(1));
  });

  it('does not depend on the order of calls', () => {
    const paris = zoneOf('Europe/Paris');
    const instants = ['2026-01-01', '2026-07-01', '1999-07-01', '2026-07-01', '2030-01-01'];
    expect(instants.map((date) => paris.offsetAt(at(date)) / hours(1))).toEqual([1, 2, 2, 2, 1]);
  });

  it.each([NaN, Infinity, 9e15])('refuses %s', (ms) => {
    expect(() => zoneOf('Europe/Berlin').offsetAt(ms)).toThrow(RangeError);
  });
});

describe('transitionsBetween', () => {
  const berlin = zoneOf('Europe/Berlin');
  const spring = { at: at('2026-03-29T01:00:00Z'), before: hours(1), after: hours(2) };
  const autumn = { at: at('2026-10-25T01:00:00Z'), before: hours(2), after: hours(1) };

  it('lists the changes of a year in order', () => {
    expect(berlin.transitionsBetween(at('2026-01-01'), at('2027-01-01'))).toEqual([spring, autumn]);
  });

  it('includes its start and excludes its end', () => {
    expect(berlin.transitionsBetween(spring.at, autumn.at)).toEqual([spring]);
    expect(berlin.transitionsBetween(spring.at + 1, autumn.at + 1)).toEqual([autumn]);
    expect(berlin.transitionsBetween(autumn.at, autumn.at)).toEqual([]);
  });

  it('finds summer time that lasted a week', () => {
    const noronha = zoneOf('America/Noronha');
    expect(noronha.transitionsBetween(at('2000-10-01'), at('2001-01-01'))).toEqual([
      { at: at('2000-10-08T02:00:00Z'), before: hours(-2), after: hours(-1) },
      { at: at('2000-10-15T01:00:00Z'), before: hours(-1), after: hours(-2) },
    ]);
  });

  it('finds two a year over two centuries', () => {
    expect(berlin.transitionsBetween(at('2000-01-01'), at('2200-01-01'))).toHaveLength(400);
    expect(zoneOf('UTC').transitionsBetween(at('0001-01-01'), at('2200-01-01'))).toEqual([]);
  });
});

describe('segmentsBetween', () => {
  it('covers the interval with the longest pieces', () => {
    const pieces = zoneOf('Europe/Berlin').segmentsBetween(at('2025-12-01'), at('2027-03-01'));
    expect(
      pieces.map(({ startMs, endMs, offset }) => [
        new Date(startMs).toISOString(),
        new Date(endMs).toISOString(),
        offset / hours(1),
      ]),
    ).toEqual([
      ['2025-12-01T00:00:00.000Z', '2026-03-29T01:00:00.000Z', 1],
      ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', 2],
      ['2026-10-25T01:00:00.000Z', '2027-03-01T00:00:00.000Z', 1],
    ]);
  });

  it('is empty for an empty interval', () => {
    expect(zoneOf('Europe/Berlin').segmentsBetween(5, 5)).toEqual([]);
  });
});
