import { firstInstantOf, localDay, weekdayOf } from '../time/local.js';
import type { Zone } from '../time/segments.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/units.js';
import type { Random } from './random.js';
import type { Day, Season } from './season.js';

/** How busy the days of a week and the hours of a day are. */
export interface Rhythm {
  /** Monday to Sunday, beside an average of Monday to Friday of about 1. */
  readonly weekdays: readonly number[];
  /** From midnight on, beside each other. */
  readonly hours: readonly number[];
}

/** What takes people on both ends. */
export const working: Rhythm = {
  weekdays: [1.25, 1.08, 1, 0.98, 0.82, 0.38, 0.12],
  hours: [0, 0, 0, 0, 0, 0, 0, 1, 5, 9, 11, 10, 6, 7, 10, 9, 8, 6, 3, 1, 0, 0, 0, 0],
};

/** What one does in the evening too. */
export const writing: Rhythm = {
  weekdays: [1.15, 1.05, 1, 1, 0.92, 0.55, 0.38],
  hours: [1, 0, 0, 0, 0, 0, 1, 3, 6, 9, 10, 9, 7, 7, 8, 8, 7, 7, 6, 6, 6, 5, 4, 2],
};

const OPENING_HOUR = 8;
const CLOSING_HOUR = 19;

/**
 * The instants of a local date, up to now, at which something happens that happens `mean` times on
 * an average working day; in no order. Business grows by a third over the history.
 */
export function instantsOf(
  random: Random,
  { weekdays, hours }: Rhythm,
  { zone, now }: Season,
  { day, progress }: Day,
  mean: number,
): number[] {
  const weather = random.logNormal(0.85 + 0.3 * progress, 0.12);
  const count = random.poisson(mean * (weekdays[weekdayOf(day) - 1] ?? 1) * weather);
  const instants = Array.from({ length: count }, () => timeOfDay(random, hours, zone, day));
  return instants.filter((ms) => ms <= now);
}

/** An instant of a local date. */
export function timeOfDay(
  random: Random,
  hours: readonly number[],
  zone: Zone,
  day: number,
): number {
  const hour = Number(random.weighted(Object.fromEntries(hours.entries())));
  return firstInstantOf(zone, day * DAY_MS + hour * HOUR_MS + random.integer(0, HOUR_MS - 1));
}

/** `ms`, or when nobody is there, some time after the next opening. */
export function whenStaffed(random: Random, zone: Zone, ms: number): number {
  for (let day = localDay(zone, ms); ; day++) {
    const opens = firstInstantOf(zone, day * DAY_MS + OPENING_HOUR * HOUR_MS);
    const closes = firstInstantOf(zone, day * DAY_MS + CLOSING_HOUR * HOUR_MS);
    const isOpen = weekdayOf(day) !== 7;
    if (isOpen && ms >= opens && ms < closes) return ms;
    if (isOpen && ms < opens) return opens + Math.round(random.logNormal(50, 0.9) * MINUTE_MS);
  }
}
