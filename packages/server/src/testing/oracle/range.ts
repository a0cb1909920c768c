import type { ComparisonKind, RangedQuery, TimeRange } from '@inlay/sdk/contract';
import { plusDays, wallClock, weekday } from './local-clock.js';

export interface OracleRange {
  readonly timeRange: TimeRange;
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
  readonly bucket: 'hour' | 'day' | 'week' | 'month' | 'year';
  /** Nothing counts from this instant on; for comparisons. */
  readonly until?: number;
}

const presets: Partial<Record<TimeRange, readonly [number, number]>> = {
  today: [0, 0],
  yesterday: [-1, -1],
  last_7_days: [-6, 0],
  last_30_days: [-29, 0],
  last_90_days: [-89, 0],
};

export function oracleRange(
  { time_range = 'last_30_days', from = '', to = '' }: RangedQuery,
  timezone: string,
  now: number,
  firstDate: string | undefined,
): OracleRange {
  const today = wallClock(timezone, now).date;
  const preset = presets[time_range];
  const first = firstDate !== undefined && firstDate < today ? firstDate : today;
  const dates: readonly [string, string] = preset
    ? [plusDays(today, preset[0]), plusDays(today, preset[1])]
    : time_range === 'all_time'
      ? [first, today]
      : [from, to];
  return {
    timeRange: time_range,
    from: dates[0],
    to: dates[1],
    timezone,
    bucket: unit(countDates(...dates)),
  };
}

/** The range before, cut at now's time of day where the range still runs. */
export function comparedRange(
  range: OracleRange,
  kind: ComparisonKind,
  now: number,
): OracleRange & { until: number } {
  const { from, to, timezone } = range;
  const earlier = (date: string) =>
    kind === 'previous_year' ? yearBefore(date) : plusDays(date, -countDates(from, to));
  const clock = wallClock(timezone, now);
  const isRunning = from <= clock.date && clock.date <= to;
  const until = isRunning
    ? firstShowing(timezone, earlier(clock.date), clock.hour * 60 + clock.minute)
    : firstShowing(timezone, plusDays(earlier(to), 1), 0);
  return { ...range, from: earlier(from), to: earlier(to), until };
}

function yearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  return date.endsWith('02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

/** The first instant at which the clock shows a time of a date, or has gone past it. */
function firstShowing(timezone: string, date: string, minutes: number): number {
  for (let ms = Date.parse(`${date}T00:00:00Z`) - 15 * 3_600_000; ; ms += 60_000) {
    const clock = wallClock(timezone, ms);
    if (clock.date > date) return ms;
    if (clock.date === date && clock.hour * 60 + clock.minute >= minutes) return ms;
  }
}

const countDates = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

function unit(dates: number): OracleRange['bucket'] {
  if (dates <= 2) return 'hour';
  if (dates <= 92) return 'day';
  if (dates <= 731) return 'week';
  return dates <= 10_958 ? 'month' : 'year';
}

export function isInRange(
  { from, to, timezone, until = Infinity }: OracleRange,
  instant: string,
): boolean {
  const ms = Date.parse(instant);
  const { date } = wallClock(timezone, ms);
  return from <= date && date <= to && ms < until;
}

/** Every bucket's `date` in order. */
export function bucketDates(range: OracleRange): string[] {
  const found = new Set<string>();
  if (range.bucket === 'hour') {
    const start = Date.parse(`${plusDays(range.from, -1)}T00:00:00Z`);
    const end = Date.parse(`${plusDays(range.to, 2)}T00:00:00Z`);
    for (let ms = start; ms < end; ms += 15 * 60_000) {
      const instant = new Date(ms).toISOString();
      if (isInRange(range, instant)) found.add(bucketDate(range, instant));
    }
  } else {
    for (let date = range.from; date <= range.to; date = plusDays(date, 1)) {
      found.add(periodStart(range, date));
    }
  }
  return [...found];
}

/** The `date` of the bucket in which an instant falls. */
export function bucketDate(range: OracleRange, instant: string): string {
  const ms = Date.parse(instant);
  if (range.bucket !== 'hour') return periodStart(range, wallClock(range.timezone, ms).date);
  const quarter = 15 * 60_000;
  const { offset, date, hour } = wallClock(range.timezone, ms);
  let start = Math.floor(ms / quarter) * quarter;
  for (;;) {
    const before = wallClock(range.timezone, start - quarter);
    if (before.offset !== offset || before.date !== date || before.hour !== hour) break;
    start -= quarter;
  }
  const local = new Date(start + offset * 60_000).toISOString().slice(0, 19);
  const pad = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function periodStart({ bucket }: OracleRange, date: string): string {
  if (bucket === 'week') return plusDays(date, 1 - weekday(date));
  if (bucket === 'month') return `${date.slice(0, 7)}-01`;
  return bucket === 'year' ? `${date.slice(0, 4)}-01-01` : date;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function bucketLabel({ bucket }: OracleRange, date: string): string {
  const month = months[Number(date.slice(5, 7)) - 1] ?? '';
  if (bucket === 'hour') return date.slice(11, 16);
  if (bucket === 'month') return `${month} ${date.slice(0, 4)}`;
  return bucket === 'year' ? date.slice(0, 4) : `${Number(date.slice(8, 10))} ${month}`;
}

export function heatmap(
  range: OracleRange,
  instants: readonly string[],
): { day: number; hour: number; count: number }[] {
  return Array.from({ length: 168 }, (_, index) => {
    const [day, hour] = [Math.floor(index / 24) + 1, index % 24];
    const inCell = instants.filter((instant) => {
      const clock = wallClock(range.timezone, Date.parse(instant));
      return weekday(clock.date) === day && clock.hour === hour;
    });
    return { day, hour, count: inCell.length };
  });
}
