import { isTimeZone } from '../time/zones.js';
import { dayOfDate } from '../time/local.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/units.js';

/** Why a value is refused, in words that follow the name of its column. */
export class Invalid {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/**
 * Turns a value of a file or of JSON into what is stored, or says why not. CSV gives strings alone,
 * JSON may give booleans and numbers too. `now` is in epoch ms. Never called with an empty value.
 */
export type Parse = (value: unknown, now: number) => string | number | Invalid;

/** A value as it is quoted in messages: JSON, cut to a readable length. */
export function quoted(value: unknown): string {
  const text = jsonOf(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    // Thousands of levels can be parsed, but not written.
    if (error instanceof RangeError) return Array.isArray(value) ? '[…]' : '{…}';
    throw error;
  }
}

const refuse = (value: unknown, because: string): Invalid =>
  new Invalid(`${quoted(value)} ${because}`);

/** 1–64 printable ASCII characters without space. */
export const id: Parse = (value) =>
  typeof value === 'string' && /^[!-~]{1,64}$/.test(value)
    ? value
    : refuse(value, 'is not an id: 1–64 printable ASCII characters without space');

/** Any Unicode text but NUL. */
export const text: Parse = (value) => {
  if (typeof value !== 'string') return refuse(value, 'is not a string');
  if (value.includes('\0')) return refuse(value, 'holds a NUL character');
  return value.isWellFormed() ? value : refuse(value, 'holds half of a surrogate pair');
};

/** `true` or `false`, stored as 1 or 0. */
export const boolean: Parse = (value) => {
  if (value === true || value === 'true') return 1;
  return value === false || value === 'false' ? 0 : refuse(value, 'is not true or false');
};

/** One of some words, as they are spelled. */
export function oneOf(words: readonly string[]): Parse {
  const known = new Set<unknown>(words);
  const because = `is not one of ${words.join(', ')}`;
  return (value) => (known.has(value) ? String(value) : refuse(value, because));
}

/** A phone number `+` and up to 15 digits, as E.164 has it. */
export const e164: Parse = (value) =>
  typeof value === 'string' && /^\+[1-9]\d{1,14}$/.test(value)
    ? value
    : refuse(value, 'is not an E.164 number such as +4930123456');

/** An IANA time zone name. */
export const timeZone: Parse = (value) =>
  typeof value === 'string' && isTimeZone(value)
    ? value
    : refuse(value, 'is not an IANA time zone name such as Europe/Berlin');

const instantPattern = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const instantForm = 'is not an RFC 3339 instant with an offset, such as 2026-03-02T09:30:00Z';
const FIRST_MS = dayOfDate('0001-01-01') * DAY_MS;
const END_MS = (dayOfDate('9999-12-31') + 1) * DAY_MS;

/**
 * RFC 3339 with any offset, years 1 to 9999 of UTC, stored as epoch ms; digits after the
 * milliseconds are cut. Leap seconds (`:60`) are refused: epoch ms cannot tell them apart.
 */
export const instant: Parse = (value) => {
  if (typeof value !== 'string' || !instantPattern.test(value)) return refuse(value, instantForm);
  const [hours, minutes, seconds] = [
    twoDigits(value, 11),
    twoDigits(value, 14),
    twoDigits(value, 17),
  ];
  if (hours > 23 || minutes > 59 || seconds > 59) {
    return refuse(value, 'is no time of day: 00:00:00 to 23:59:59');
  }
  const day = dayOf(value.slice(0, 10));
  if (day === undefined) return refuse(value, 'is no date of the calendar');
  const offset = offsetOf(value);
  if (offset === undefined) return refuse(value, 'has no offset between -23:59 and +23:59');
  const time = hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000 + milliseconds(value);
  const ms = day * DAY_MS + time - offset;
  return ms >= FIRST_MS && ms < END_MS ? ms : refuse(value, 'is not in the years 0001 to 9999');
};

/** The instant at which something happened: at most 24 hours after `now`. */
export const eventInstant: Parse = (value, now) => {
  const ms = instant(value, now);
  return typeof ms === 'number' && ms > now + DAY_MS
    ? refuse(value, `is more than 24 hours ahead of now, ${new Date(now).toISOString()}`)
    : ms;
};

const MAX_DAYS = 10_000;
const days = new Map<string, number | undefined>();

/** Remembers the dates of late, since neighbouring rows share them. */
function dayOf(date: string): number | undefined {
  if (days.has(date)) return days.get(date);
  if (days.size >= MAX_DAYS) days.clear();
  const day = readDay(date);
  days.set(date, day);
  return day;
}

function readDay(date: string): number | undefined {
  try {
    return dayOfDate(date);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function offsetOf(value: string): number | undefined {
  const end = value.length;
  if (value.endsWith('Z') || value.endsWith('z')) return 0;
  const [hours, minutes] = [twoDigits(value, end - 5), twoDigits(value, end - 2)];
  if (hours > 23 || minutes > 59) return undefined;
  const size = hours * HOUR_MS + minutes * MINUTE_MS;
  return value[end - 6] === '-' ? -size : size;
}

function milliseconds(value: string): number {
  let ms = 0;
  for (let at = 20, worth = 100; value[19] === '.' && worth >= 1; at++, worth /= 10) {
    const digit = value.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    ms += digit * worth;
  }
  return ms;
}

const twoDigits = (value: string, at: number): number =>
  (value.charCodeAt(at) - 48) * 10 + value.charCodeAt(at + 1) - 48;

/** An integer from 0 to `max`: digits, or a JSON number. */
export function wholeNumber(max: number): Parse {
  const because = `is not a whole number from 0 to ${max}`;
  return (value) => {
    const isWritten = typeof value === 'string' && /^\d{1,16}$/.test(value);
    const number = isWritten ? Number(value) : value;
    return Number.isInteger(number) && Number(number) >= 0 && Number(number) <= max
      ? Number(number)
      : refuse(value, because);
  };
}

const PLACES = 6;
const decimalPattern = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A decimal number from 0 to `max` with at most 6 places, in JSON's notation, stored as integer
 * millionths. Read digit by digit, never through a binary fraction.
 */
export function decimal(max: number): Parse {
  const because = `is not a decimal number from 0 to ${max} with at most ${PLACES} places`;
  return (value) => {
    const written = typeof value === 'number' ? String(value) : value;
    const micros = typeof written === 'string' ? millionths(written) : undefined;
    return micros !== undefined && micros <= max * 10 ** PLACES ? micros : refuse(value, because);
  };
}

/** `undefined` when it is no decimal number, has too many places, or is too long to be exact. */
function millionths(written: string): number | undefined {
  const [, whole, fraction = '', exponent = '0'] = decimalPattern.exec(written) ?? [];
  if (whole === undefined) return undefined;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return 0;
  const shift = PLACES - fraction.length + Number(exponent);
  const kept = shift < 0 ? digits.slice(0, shift) : digits + '0'.repeat(shift);
  const cut = shift < 0 ? digits.slice(shift) : '';
  if (/[1-9]/.test(cut) || kept.length > 15) return undefined;
  return Number(kept);
}
