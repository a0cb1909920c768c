import type { Zone } from './segments.js';
import { DAY_MS, HOUR_MS } from './units.js';

/**
 * The local date of the instant `ms`, in days since 1970-01-01: the latest date that has begun by
 * then. A date does not end when the clock goes back over its midnight, so a range of dates is one
 * half-open interval of instants: `dayStart(d)` ≤ t < `dayStart(d + 1)` exactly when
 * `localDay(t)` is `d`.
 */
export function localDay(zone: Zone, ms: number): number {
  const { offset, begunDay } = zone.segmentAt(ms);
  const day = Math.floor((ms + offset) / DAY_MS);
  return day > begunDay ? day : begunDay;
}

/** The hour, 0 to 23, that the local clock shows at the instant `ms`. */
export function localHour(zone: Zone, ms: number): number {
  const hour = Math.floor((ms + zone.offsetAt(ms)) / HOUR_MS);
  return hour - 24 * Math.floor(hour / 24);
}

/**
 * The first instant, epoch ms, of a local date in days since 1970-01-01. Where the zone skipped the
 * date, it is the first instant of the next one.
 */
export function dayStart(zone: Zone, day: number): number {
  return firstInstantOf(zone, day * DAY_MS);
}

/**
 * The first instant, epoch ms, at which local date and clock show `localMs` or later. `localMs` is
 * local time counted like epoch ms; a time that is skipped gives the instant after the gap.
 */
export function firstInstantOf(zone: Zone, localMs: number): number {
  for (let segment = zone.segmentAt(localMs - DAY_MS); ; segment = zone.segmentAt(segment.endMs)) {
    const ms = Math.max(segment.startMs, localMs - segment.offset);
    if (ms < segment.endMs) return ms;
  }
}

/** ISO weekday, 1 (Monday) to 7, of a date in days since 1970-01-01. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM-DD` of a date in days since 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Days since 1970-01-01 of a date `YYYY-MM-DD`.
 * @throws {RangeError} when there is no such date.
 */
export function dayOfDate(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  if (Number.isNaN(day) || dateOfDay(day) !== date) {
    throw new RangeError(`${JSON.stringify(date)} is not a date YYYY-MM-DD`);
  }
  return day;
}

/** Whether `text` is a real date `YYYY-MM-DD` from 1970-01-01 to 2199-12-31. */
export function isDate(text: string): boolean {
  if (!/^(?:19[7-9]|2[01]\d)\d-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && dateOfDay(ms / DAY_MS) === text;
}
