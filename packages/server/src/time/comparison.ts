import { dateOfDay, dayStart, firstInstantOf, localDay } from './local.js';
import type { RangeContext, ResolvedRange } from './ranges.js';
import type { Zone } from './segments.js';
import { DAY_MS } from './units.js';

/** What a range is compared with. */
export type ComparisonKind = 'previous_period' | 'previous_year';

/** Local dates to compare with, and the half-open interval of instants that counts. */
export interface ComparisonRange {
  /** First local date, in days since 1970-01-01. */
  readonly fromDay: number;
  /** Last local date, included. */
  readonly toDay: number;
  /** `fromDay` as `YYYY-MM-DD`. */
  readonly from: string;
  /** `toDay` as `YYYY-MM-DD`. */
  readonly to: string;
  /** First instant, epoch ms. */
  readonly startMs: number;
  /** The instant after the last one, epoch ms: earlier than the end of `to` for a range that is still running. */
  readonly endMs: number;
}

/**
 * The range to compare with. `previous_period`: as many local dates, immediately before.
 * `previous_year`: the same dates a year earlier, 28 February for the 29th.
 *
 * While `range` holds today, the comparison ends at the local clock time of `now` on the date that
 * corresponds to today: after the gap where that time is skipped, at its first occurrence where it
 * is repeated.
 */
export function comparisonRange(
  range: Pick<ResolvedRange, 'fromDay' | 'toDay' | 'days'>,
  kind: ComparisonKind,
  { zone, now }: Pick<RangeContext, 'zone' | 'now'>,
): ComparisonRange {
  const earlier = kind === 'previous_year' ? yearBefore : (day: number) => day - range.days;
  const fromDay = earlier(range.fromDay);
  const toDay = earlier(range.toDay);
  const today = localDay(zone, now);
  const isRunning = range.fromDay <= today && today <= range.toDay;
  return {
    fromDay,
    toDay,
    from: dateOfDay(fromDay),
    to: dateOfDay(toDay),
    startMs: dayStart(zone, fromDay),
    endMs: isRunning
      ? firstInstantOf(zone, earlier(today) * DAY_MS + clockMs(zone, now, today))
      : dayStart(zone, toDay + 1),
  };
}

/** Zero while a clock that went back over midnight shows the date before `day` again. */
function clockMs(zone: Zone, ms: number, day: number): number {
  return Math.max(0, ms + zone.offsetAt(ms) - day * DAY_MS);
}

function yearBefore(day: number): number {
  const date = new Date(day * DAY_MS);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return (date.getUTCMonth() === month ? date.getTime() : date.setUTCDate(0)) / DAY_MS;
}
