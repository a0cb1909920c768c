import type { BucketUnit } from '@inlay/sdk/contract';
import { formatBucket, formatStart } from './bucket.js';
import { clockStyle, hourMs } from './clock.js';
import { dayMonth, dayMonthYear, utc, wallClock } from './date.js';
import { dates } from './intl.js';

const bucketFull: Record<BucketUnit, Intl.DateTimeFormatOptions> = {
  hour: { ...dayMonth, weekday: 'short' },
  day: { ...dayMonthYear, weekday: 'short' },
  week: dayMonthYear,
  month: { ...utc, month: 'long', year: 'numeric' },
  year: { ...utc, year: 'numeric' },
};

/** A bucket's `date` in full, for tooltips and tables: `Mon, 2 Mar 2026`. */
export function formatBucketFull(date: string, unit: BucketUnit, locale: string): string {
  return formatStart(date, locale, unit, bucketFull[unit]);
}

/** What a bucket covers: its start, and the local dates of it that the range holds. */
export interface BucketSpan {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A bucket as it is called: `Tuesday 3 March at 14:00`, `Tuesday 3 March`, `2–8 March`,
 * `March 2026`, `2026`. A month or a year that the range cuts is called by its dates. The year of a
 * date is written when it is not `currentYear`. Hours of `oneDay` go without its date: `14:00`.
 */
export function formatBucketName(
  { date, from, to }: BucketSpan,
  unit: BucketUnit,
  locale: string,
  currentYear: number,
  oneDay = false,
): string {
  if (unit === 'hour' && oneDay) return formatBucket(date, unit, locale);
  const year = Number(date.slice(0, 4)) === currentYear ? {} : ({ year: 'numeric' } as const);
  const day = { ...utc, ...year, day: 'numeric', month: 'long' } as const;
  const weekday = { ...day, weekday: 'long' } as const;
  if (unit === 'hour') {
    return dates(locale, { ...weekday, ...clockStyle(locale) }).format(wallClock(date));
  }
  if (unit === 'day') return dates(locale, weekday).format(wallClock(date));
  if (unit !== 'week' && isWhole(from, to, unit)) {
    const options = unit === 'year' ? bucketFull.year : bucketFull.month;
    return dates(locale, options).format(wallClock(date));
  }
  return dates(locale, day).formatRange(wallClock(from), wallClock(to));
}

/** Whether two local dates are the first and last of a month or a year. */
function isWhole(from: string, to: string, unit: 'month' | 'year'): boolean {
  const [begins, next] = unit === 'year' ? [/-01-01$/, /-01-01/] : [/-01$/, /-01T/];
  const dayAfter = new Date(wallClock(to) + 24 * hourMs).toISOString();
  return begins.test(from) && next.test(dayAfter);
}
