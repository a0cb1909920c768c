import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boolean,
  decimal,
  e164,
  eventInstant,
  id,
  instant,
  Invalid,
  oneOf,
  quoted,
  text,
  timeZone,
  wholeNumber,
  type Parse,
} from './values.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');

const read = (parse: Parse, value: unknown) => {
  const result = parse(value, NOW);
  return result instanceof Invalid ? result.message : result;
};

describe('instant', () => {
  test.each([
    ['2026-03-02T09:30:00Z', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02t09:30:00z', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02T09:30:00.5Z', '2026-03-02T09:30:00.500Z'],
    ['2026-03-02T09:30:00.07Z', '2026-03-02T09:30:00.070Z'],
    ['2026-03-02T09:30:00.1239999Z', '2026-03-02T09:30:00.123Z'],
    ['2026-03-02T23:59:59.9999999+00:00', '2026-03-02T23:59:59.999Z'],
    ['1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
    ['2026-03-02T09:30:00+05:45', '2026-03-02T03:45:00.000Z'],
    ['2026-03-02T09:30:00-03:30', '2026-03-02T13:00:00.000Z'],
    ['2026-03-02T09:30:00-00:00', '2026-03-02T09:30:00.000Z'],
    ['2026-01-01T00:00:00.001+23:59', '2025-12-31T00:01:00.001Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('reads %s', (value, expected) => {
    expect(read(instant, value)).toBe(Date.parse(expected));
  });

  const form = 'is not an RFC 3339 instant with an offset, such as 2026-03-02T09:30:00Z';
  test.each([
    ['2026-03-02T09:30:00', form],
    ['2026-03-02 09:30:00Z', form],
    ['2026-03-02', form],
    ['2026-03-02T09:30Z', form],
    ['2026-03-02T09:30:00.Z', form],
    ['2026-03-02T09:30:00+0100', form],
    ['2026-03-02T09:30:00+01', form],
    [' 2026-03-02T09:30:00Z', form],
    ['2026-03-02T09:30:00Z\n', form],
    ['1772443800000', form],
    ['2026-02-30T00:00:00Z', 'is no date of the calendar'],
    ['2025-02-29T00:00:00Z', 'is no date of the calendar'],
    ['1900-02-29T00:00:00Z', 'is no date of the calendar'],
    ['2026-13-01T00:00:00Z', 'is no date of the calendar'],
    ['2026-00-01T00:00:00Z', 'is no date of the calendar'],
    ['2026-01-00T00:00:00Z', 'is no date of the calendar'],
    ['2026-03-02T24:00:00Z', 'is no time of day: 00:00:00 to 23:59:59'],
    ['2026-03-02T09:60:00Z', 'is no time of day: 00:00:00 to 23:59:59'],
    ['2016-12-31T23:59:60Z', 'is no time of day: 00:00:00 to 23:59:59'],
    ['2026-03-02T09:30:00+24:00', 'has no offset between -23:59 and +23:59'],
    ['2026-03-02T09:30:00+01:60', 'has no offset between -23:59 and +23:59'],
    ['0001-01-01T00:00:00+00:01', 'is not in the years 0001 to 9999'],
    ['9999-12-31T23:59:59-00:01', 'is not in the years 0001 to 9999'],
  ])('refuses %j', (value, because) => {
    expect(read(instant, value)).toBe(`${JSON.stringify(value)} ${because}`);
  });

  test('refuses a JSON number', () => {
    expect(read(instant, 1772443800000)).toBe(`1772443800000 ${form}`);
  });

  test('reads what Date writes, in every offset', () => {
    const date = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    const offset = fc.integer({ min: -1439, max: 1439 });
    fc.assert(
      fc.property(date, offset, (at, minutes) => {
        const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const clock = [Math.floor(size / 60), size % 60].map((n) => String(n).padStart(2, '0'));
        const written = `${local}${minutes < 0 ? '-' : '+'}${clock.join(':')}`;
        expect(read(instant, written)).toBe(at.getTime());
      }),
    );
  });
});

describe('eventInstant', () => {
  test('takes 24 hours ahead of the clock and no millisecond more', () => {
    expect(read(eventInstant, '2026-03-16T12:00:00Z')).toBe(NOW + 86_400_000);
    expect(read(eventInstant, '2026-03-16T12:00:00.001Z')).toBe(
      '"2026-03-16T12:00:00.001Z" is more than 24 hours ahead of now, 2026-03-15T12:00:00.000Z',
    );
  });
});

describe('decimal', () => {
  test.each([
    ['0', 0],
    ['0.85', 850_000],
    ['1', 1_000_000],
    ['0.000001', 1],
    ['0.1000000000', 100_000],
    ['0.29', 290_000],
    ['1e-6', 1],
    ['1E-6', 1],
    ['850e-3', 850_000],
    ['0.00085e+3', 850_000],
    ['0e0', 0],
    [0.1, 100_000],
    [0.57, 570_000],
    [1e-6, 1],
    [-0, 0],
  ])('reads %j as %i millionths', (value, expected) => {
    expect(read(decimal(1), value)).toBe(expected);
  });

  test.each([
    '1.000001',
    '-0.1',
    '-0',
    '+0.1',
    '.5',
    '1.',
    '0,5',
    '0.0000001',
    '1e-7',
    '1e400',
    'NaN',
    'Infinity',
    '0x1',
    ' 0.5',
    '0.5 ',
    1e-7,
    1.5,
    -1,
    true,
    null,
    ['0.5'],
  ])('refuses %j', (value) => {
    expect(read(decimal(1), value)).toBe(
      `${JSON.stringify(value)} is not a decimal number from 0 to 1 with at most 6 places`,
    );
  });

  test('is exact up to its bound', () => {
    expect(read(decimal(1_000_000), '999999.999999')).toBe(999_999_999_999);
    expect(read(decimal(1_000_000), '1e6')).toBe(1_000_000_000_000);
    expect(read(decimal(1_000_000), 1e21)).toMatch('1e+21 is not a decimal number');
  });

  test('reads every number of millionths back, from text and from JSON', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (micros) => {
        const digits = String(micros).padStart(7, '0');
        const written = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
        expect(read(decimal(1_000_000), written)).toBe(micros);
        expect(read(decimal(1_000_000), JSON.parse(written))).toBe(micros);
      }),
    );
  });
});

describe('wholeNumber', () => {
  test.each([
    ['0', 0],
    ['007', 7],
    ['100', 100],
    [100, 100],
    [1e2, 100],
  ])('reads %j', (value, expected) => {
    expect(read(wholeNumber(100), value)).toBe(expected);
  });

  test.each(['101', '-1', '1.0', '1e2', ' 1', '٣', '12345678901234567890', 101, -1, 0.5, true])(
    'refuses %j',
    (value) => {
      expect(read(wholeNumber(100), value)).toBe(
        `${JSON.stringify(value)} is not a whole number from 0 to 100`,
      );
    },
  );
});

describe('the other kinds', () => {
  test('id takes 1–64 printable ASCII characters without space', () => {
    expect(read(id, '!~__proto__')).toBe('!~__proto__');
    expect(read(id, 'x'.repeat(64))).toBe('x'.repeat(64));
    for (const value of ['x'.repeat(65), 'a b', 'ä', 'a\n', 'a\u007F', 7]) {
      expect(read(id, value)).toBe(
        `${quoted(value)} is not an id: 1–64 printable ASCII characters without space`,
      );
    }
  });

  test('text takes any Unicode but NUL and halves of surrogate pairs', () => {
    expect(read(text, ' Zoë 🙂\r\n')).toBe(' Zoë 🙂\r\n');
    expect(read(text, 'a\0b')).toBe('"a\\u0000b" holds a NUL character');
    expect(read(text, 'a\uD83D')).toBe('"a\\ud83d" holds half of a surrogate pair');
    expect(read(text, 7)).toBe('7 is not a string');
  });

  test('boolean takes true and false, and nothing like them', () => {
    expect(['true', 'false', true, false].map((value) => read(boolean, value))).toEqual([
      1, 0, 1, 0,
    ]);
    for (const value of ['TRUE', '1', 'yes', 1, 0]) {
      expect(read(boolean, value)).toBe(`${JSON.stringify(value)} is not true or false`);
    }
  });

  test('oneOf says what there is', () => {
    expect(read(oneOf(['sms', 'email']), 'sms')).toBe('sms');
    expect(read(oneOf(['sms', 'email']), 'SMS')).toBe('"SMS" is not one of sms, email');
    expect(read(oneOf(['sms', 'email']), ['sms'])).toBe('["sms"] is not one of sms, email');
  });

  test('e164 takes a plus and up to 15 digits', () => {
    expect(read(e164, '+4930123456')).toBe('+4930123456');
    for (const value of ['4930123456', '+0301234', '+1', '+1234567890123456', '+49 30', 49]) {
      expect(read(e164, value)).toBe(
        `${JSON.stringify(value)} is not an E.164 number such as +4930123456`,
      );
    }
  });

  test('timeZone takes IANA names alone', () => {
    expect(read(timeZone, 'Asia/Kathmandu')).toBe('Asia/Kathmandu');
    for (const value of ['+02:00', 'europe/berlin', 'Mars/Olympus', 2]) {
      expect(read(timeZone, value)).toBe(
        `${JSON.stringify(value)} is not an IANA time zone name such as Europe/Berlin`,
      );
    }
  });

  test('long values are cut in messages', () => {
    expect(quoted('x'.repeat(200))).toBe(`"${'x'.repeat(78)}…`);
  });
});
