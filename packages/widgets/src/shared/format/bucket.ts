import type { BucketUnit } from '@inlay/sdk/contract';
import { clockStyle } from './clock.js';
import { dayMonth, utc, wallClock } from './date.js';
import { dates } from './intl.js';

const bucketAxis: Record<BucketUnit, Intl.DateTimeFormatOptions> = {
  hour: utc,
  day: dayMonth,
  week: dayMonth,
  month: { ...utc, month: 'short', year: 'numeric' },
  year: { ...utc, year: 'numeric' },
};

/** A bucket's `date` for an axis: `14:00`, `2 Mar`, `Mar 2026`, `2026`. */
export function formatBucket(date: string, unit: BucketUnit, locale: string): string {
  return formatStart(date, locale, unit, bucketAxis[unit]);
}

export function formatStart(
  date: string,
  locale: string,
  unit: BucketUnit,
  options: Intl.DateTimeFormatOptions,
): string {
  const all = unit === 'hour' ? { ...options, ...clockStyle(locale) } : options;
  return dates(locale, all).format(wallClock(date));
}
