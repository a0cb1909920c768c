import type { HeatmapCell } from '@inlay/sdk/contract';
import { bucketOfDay, bucketOfInstant, buckets, type Bucket } from '../time/buckets.js';
import type { ResolvedRange } from '../time/ranges.js';
import type { Zone } from '../time/segments.js';

/** The events of a range that share a local day and hour, with what a statistic sums over them. */
export interface DayHour {
  /** Local day, days since 1970-01-01. */
  readonly day: number;
  /** Local hour, 0–23. */
  readonly hour: number;
  /** The earliest of them, epoch ms. */
  readonly first_at: number;
}

/** The buckets of a range, each with its own copy of `zeros`, and the way from a group to its own. */
export function bucketSeries<Values extends object>(
  range: ResolvedRange,
  zone: Zone,
  zeros: Values,
): { series: (Pick<Bucket, 'date' | 'label'> & Values)[]; indexOf: (group: DayHour) => number } {
  const periods = buckets(range, zone);
  const series = periods.map(({ date, label }) => ({ date, label, ...zeros }));
  if (range.bucket === 'hour') {
    return { series, indexOf: ({ first_at }) => bucketOfInstant(periods, first_at) };
  }
  const indexOfDay = bucketOfDay(range, zone);
  return { series, indexOf: ({ day }) => indexOfDay(day) };
}

/** Counts of the 168 cells as they go out, and the largest of them. */
export function heatmapOf(counts: readonly number[]): { cells: HeatmapCell[]; max: number } {
  const cells = counts.map((count, index) => ({
    day: Math.floor(index / 24) + 1,
    hour: index % 24,
    count,
  }));
  return { cells, max: Math.max(...counts) };
}
