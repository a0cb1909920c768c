import type { TimeRange } from '@inlay/sdk/contract';
import { type BucketRange, bucketUnit } from './buckets.js';
import { dateOfDay, dayOfDate, dayStart, localDay } from './local.js';
import type { Zone } from './segments.js';

export type { TimeRange };

/** The part of a query that says its range, as validated by the contract. */
export interface RangeQuery {
  readonly time_range: TimeRange;
  /** First date `YYYY-MM-DD`; with `custom` only. */
  readonly from?: string | undefined;
  /** Last date `YYYY-MM-DD`, included; with `custom` only. */
  readonly to?: string | undefined;
}

/** Where and when a range is resolved. */
export interface RangeContext {
  readonly zone: Zone;
  /** The current instant, epoch ms. */
  readonly now: number;
  /**
   * First local date, in days since 1970-01-01, of any event that the scope can see; absent when
   * there is none. `all_time` begins with it.
   */
  readonly firstDay?: number | undefined;
}

/** Whole local dates, both ends included, and the half-open interval of instants that they fill. */
export interface ResolvedRange extends BucketRange {
  readonly timeRange: TimeRange;
  /** `fromDay` as `YYYY-MM-DD`. */
  readonly from: string;
  /** `toDay` as `YYYY-MM-DD`. */
  readonly to: string;
  /** Dates of the calendar from `from` to `to`, those that the zone skipped included. */
  readonly days: number;
}

/** The local dates and instants that a query asks for. `today` has all its hours. */
export function resolveRange(query: RangeQuery, context: RangeContext): ResolvedRange {
  const [fromDay, toDay] = rangeDays(query, context);
  const days = toDay - fromDay + 1;
  return {
    timeRange: query.time_range,
    fromDay,
    toDay,
    from: dateOfDay(fromDay),
    to: dateOfDay(toDay),
    startMs: dayStart(context.zone, fromDay),
    endMs: dayStart(context.zone, toDay + 1),
    days,
    bucket: bucketUnit(days),
  };
}

function rangeDays(
  { time_range, from = '', to = '' }: RangeQuery,
  { zone, now, firstDay }: RangeContext,
): [fromDay: number, toDay: number] {
  const today = localDay(zone, now);
  switch (time_range) {
    case 'today':
      return [today, today];
    case 'yesterday':
      return [today - 1, today - 1];
    case 'last_7_days':
      return [today - 6, today];
    case 'last_30_days':
      return [today - 29, today];
    case 'last_90_days':
      return [today - 89, today];
    case 'all_time':
      return [Math.min(firstDay ?? today, today), today];
    case 'custom':
      return [dayOfDate(from), dayOfDate(to)];
  }
}
