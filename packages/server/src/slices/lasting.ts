import { dayStart, localDay } from '../time/local.js';
import type { ResolvedRange } from '../time/ranges.js';
import type { Zone } from '../time/segments.js';
import { MINUTE_MS } from '../time/units.js';

/**
 * The instant, epoch ms, from which on the same question over the same rows may have another
 * answer than at `now`. Ranges follow the local date; a comparison of a range that is still running
 * ends at the time of day, which is renewed every minute.
 */
export function lastsUntil(
  { fromDay, toDay }: Pick<ResolvedRange, 'fromDay' | 'toDay'>,
  isCompared: boolean,
  zone: Zone,
  now: number,
): number {
  const today = localDay(zone, now);
  const tomorrow = dayStart(zone, today + 1);
  const isRunning = fromDay <= today && today <= toDay;
  return isCompared && isRunning ? Math.min(nextMinute(now), tomorrow) : tomorrow;
}

const nextMinute = (ms: number): number => (Math.floor(ms / MINUTE_MS) + 1) * MINUTE_MS;
