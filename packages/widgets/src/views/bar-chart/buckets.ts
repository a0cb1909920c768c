import type { BucketUnit } from '@inlay/sdk/contract';
import { formatBucketName, type BucketSpan } from '../../shared/format.js';

/** A bucket with the local dates of it that the range holds, both included. */
export interface Bucket extends BucketSpan {
  /** Called so by readers; no two buckets of a chart are called the same. */
  readonly name: string;
}

/** What the buckets are of. */
export interface BucketFrame {
  readonly unit: BucketUnit;
  /** First and last local date of the range. */
  readonly from: string;
  readonly to: string;
  readonly locale: string;
  /** The year that goes without saying. */
  readonly currentYear: number;
}

/** Buckets by their `date`, as answers carry it. */
export function bucketsOf(
  dates: readonly string[],
  { unit, from, to, locale, currentYear }: BucketFrame,
): Bucket[] {
  const spans = dates.map((date, index) => {
    const next = dates[index + 1]?.slice(0, 10);
    const begins = date.slice(0, 10);
    const ends = unit === 'hour' ? begins : next === undefined ? to : dayBefore(next);
    return { date, from: begins < from ? from : begins, to: ends > to ? to : ends };
  });
  const names = spans.map((span) => formatBucketName(span, unit, locale, currentYear, from === to));
  return spans.map((span, index) => {
    const name = names[index] ?? '';
    const twice = name === names[index - 1] || name === names[index + 1];
    return { ...span, name: twice ? `${name} (${offsetOf(span.date)})` : name };
  });
}

/** `2026-10-25T02:00:00+02:00` → `UTC+02:00`: tells the hours of a changing clock apart. */
function offsetOf(date: string): string {
  return `UTC${date.slice(19)}`;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
