import type { HeatmapCell } from '@inlay/sdk/contract';
import { all, sql, type Sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import {
  bucketOfDay,
  bucketOfInstant,
  buckets,
  heatmapIndex,
  hourPieces,
  type Bucket,
} from '../time/buckets.js';
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

/** Where the events are: a table seen through a scope, and the column of their instant. */
export interface EventSource {
  readonly table: Sql;
  readonly at: Sql;
  readonly where: Sql;
}

/** The condition that an event's instant is in a half-open interval. */
export const during = (at: Sql, { startMs, endMs }: { startMs: number; endMs: number }): Sql =>
  sql`${at} >= ${startMs} AND ${at} < ${endMs}`;

/**
 * Events by local day and hour. A range in hours is asked piece by piece of constant offset, so
 * that an hour which the clock shows twice gives two rows.
 */
export async function byDayHour<Sums extends object>(
  tx: Reader,
  { table, at, where }: EventSource,
  sums: Sql,
  range: ResolvedRange,
  zone: Zone,
): Promise<(DayHour & Sums)[]> {
  const pieces = range.bucket === 'hour' ? hourPieces(range, zone) : [range];
  const found: (DayHour & Sums)[] = [];
  for (const piece of pieces) {
    const rows = await all<DayHour & Sums>(
      tx,
      sql`SELECT day, hour, MIN(${at}) AS first_at, ${sums} FROM ${table}
          WHERE ${where} AND ${during(at, piece)} GROUP BY day, hour`,
    );
    found.push(...rows);
  }
  return found;
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

/** All 168 cells and the largest of them. */
export function heatmapOf<Group extends DayHour>(
  groups: readonly Group[],
  countOf: (group: Group) => number,
): { cells: HeatmapCell[]; max: number } {
  const cells = Array.from({ length: 168 }, (_, index) => ({
    day: Math.floor(index / 24) + 1,
    hour: index % 24,
    count: 0,
  }));
  for (const group of groups) {
    const cell = cells[heatmapIndex(group.day, group.hour)];
    if (cell) cell.count += countOf(group);
  }
  return { cells, max: Math.max(...cells.map((cell) => cell.count)) };
}
