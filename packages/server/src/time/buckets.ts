import type { BucketUnit } from '@inlay/sdk/contract';
import { dateOfDay, dayStart, weekdayOf } from './local.js';
import type { Segment, Zone } from './segments.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './units.js';

export type { BucketUnit };

/** What the buckets of a range depend on. */
export interface BucketRange {
  /** First local date, in days since 1970-01-01. */
  readonly fromDay: number;
  /** Last local date, included. */
  readonly toDay: number;
  /** First instant, epoch ms. */
  readonly startMs: number;
  /** The instant after the last one, epoch ms. */
  readonly endMs: number;
  readonly bucket: BucketUnit;
}

/** One bar of a chart. */
export interface Bucket {
  /**
   * Start of the whole period, even where the range cuts it: `2026-03-02` (weeks: the Monday,
   * months: the 1st, years: 1 January), for hours `2026-10-25T02:00:00+02:00` with the offset
   * rounded to the minute.
   */
  readonly date: string;
  /** English label: `14:00`, `2 Mar`, `Mar 2026`, `2026`. */
  readonly label: string;
  /** First instant inside the range, epoch ms. */
  readonly startMs: number;
  /** The instant after the last one inside the range, epoch ms. */
  readonly endMs: number;
}

type CalendarUnit = Exclude<BucketUnit, 'hour'>;

interface Period {
  readonly startDay: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** The unit for a range of `days` local dates. */
export function bucketUnit(days: number): BucketUnit {
  if (days <= 2) return 'hour';
  if (days <= 92) return 'day';
  if (days <= 731) return 'week';
  return days <= 10_958 ? 'month' : 'year';
}

/**
 * The buckets of a range: contiguous, none empty, together exactly `startMs` ≤ t < `endMs`.
 * An hour begins where the local clock shows a full hour and where the offset changes.
 */
export function buckets(range: BucketRange, zone: Zone): Bucket[] {
  const unit = range.bucket;
  if (unit === 'hour') return hourPieces(range, zone).flatMap(hoursOfPiece);
  return periods(range, unit, zone).map(({ startDay, startMs, endMs }) => ({
    date: dateOfDay(startDay),
    label: labelOf(unit, startDay),
    startMs,
    endMs,
  }));
}

/**
 * Maps a local date in days since 1970-01-01, as given by `localDay`, to the index of its bucket in
 * `buckets(range, zone)`; -1 outside the range. A table look-up, for calendar units only.
 * @throws {RangeError} for a range in hours, where the date does not tell the bucket.
 */
export function bucketOfDay(range: BucketRange, zone: Zone): (day: number) => number {
  const { bucket, fromDay, toDay } = range;
  if (bucket === 'hour') throw new RangeError('A date does not tell the bucket of an hour');
  const indexes = new Int32Array(toDay - fromDay + 1).fill(-1);
  periods(range, bucket, zone).forEach((period, index) => {
    indexes.fill(index, period.fromDay - fromDay, period.toDay - fromDay + 1);
  });
  return (day) => indexes[day - fromDay] ?? -1;
}

/** The index of the bucket that holds the instant `ms`; -1 outside of all. For any unit. */
export function bucketOfInstant(all: readonly Bucket[], ms: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.endMs ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  const found = all[low];
  return found !== undefined && ms >= found.startMs ? low : -1;
}

/** The longest pieces of constant offset inside a range, in order, together the whole range. */
export function hourPieces(
  range: Pick<BucketRange, 'startMs' | 'endMs'>,
  zone: Zone,
): readonly Segment[] {
  return zone.segmentsBetween(range.startMs, range.endMs);
}

/**
 * The index of the bucket of a local hour of one piece, where `hour` is
 * floor((ms + piece.offset) / 3 600 000); -1 outside of all. `all` must be in hours.
 */
export function bucketOfHour(all: readonly Bucket[], piece: Segment, hour: number): number {
  return bucketOfInstant(all, Math.max(piece.startMs, hour * HOUR_MS - piece.offset));
}

/**
 * The heatmap cell, 0 to 167, of a local date in days since 1970-01-01 (`localDay`) and an hour of
 * the clock, 0 to 23 (`localHour`): Monday's hours first.
 */
export function heatmapIndex(day: number, hour: number): number {
  return (weekdayOf(day) - 1) * 24 + hour;
}

function periods({ fromDay, toDay }: BucketRange, unit: CalendarUnit, zone: Zone): Period[] {
  const found: Period[] = [];
  for (let startDay = periodStart(unit, fromDay); startDay <= toDay;) {
    const nextDay = nextPeriod(unit, startDay);
    const first = Math.max(startDay, fromDay);
    const last = Math.min(nextDay - 1, toDay);
    const startMs = dayStart(zone, first);
    const endMs = dayStart(zone, last + 1);
    if (startMs < endMs) found.push({ startDay, fromDay: first, toDay: last, startMs, endMs });
    startDay = nextDay;
  }
  return found;
}

function periodStart(unit: CalendarUnit, day: number): number {
  const date = new Date(day * DAY_MS);
  if (unit === 'day') return day;
  if (unit === 'week') return day - weekdayOf(day) + 1;
  return (unit === 'month' ? date.setUTCDate(1) : date.setUTCMonth(0, 1)) / DAY_MS;
}

function nextPeriod(unit: CalendarUnit, startDay: number): number {
  const date = new Date(startDay * DAY_MS);
  if (unit === 'day') return startDay + 1;
  if (unit === 'week') return startDay + 7;
  return date.setUTCMonth(date.getUTCMonth() + (unit === 'month' ? 1 : 12)) / DAY_MS;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function labelOf(unit: CalendarUnit, startDay: number): string {
  const date = new Date(startDay * DAY_MS);
  const year = date.getUTCFullYear();
  const month = months[date.getUTCMonth()];
  if (unit === 'year') return `${year}`;
  return unit === 'month' ? `${month} ${year}` : `${date.getUTCDate()} ${month}`;
}

function hoursOfPiece({ startMs, endMs, offset }: Segment): Bucket[] {
  const hours: Bucket[] = [];
  for (let from = startMs; from < endMs;) {
    const nextHour = (Math.floor((from + offset) / HOUR_MS) + 1) * HOUR_MS - offset;
    const local = new Date(from + offset).toISOString();
    const to = Math.min(nextHour, endMs);
    hours.push({
      date: local.slice(0, 19) + offsetText(offset),
      label: local.slice(11, 16),
      startMs: from,
      endMs: to,
    });
    from = to;
  }
  return hours;
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  const sign = offset < 0 && minutes > 0 ? '-' : '+';
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  return `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
