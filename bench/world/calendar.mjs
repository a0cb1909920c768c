import { dayStart, localDay, weekdayOf } from '../../packages/server/dist/time/local.js';
import { chooser, split } from './chance.mjs';

const HOUR_MS = 3_600_000;
const YEARS = 3;

/** Every world ends here, so that the same size is the same rows on any day. */
export const NOW = Date.parse('2026-09-30T13:20:00.000Z');

const workday = [
  1, 0.5, 0.3, 0.2, 0.3, 1, 4, 15, 45, 80, 95, 85, 60, 70, 90, 92, 75, 50, 30, 20, 14, 9, 5, 2,
];
const weekend = [
  1, 0.6, 0.4, 0.3, 0.3, 0.5, 1, 3, 8, 14, 18, 18, 15, 14, 14, 13, 11, 9, 8, 7, 6, 4, 3, 2,
];
const weekdayWeights = [1.1, 1.15, 1.1, 1, 0.9, 0.25, 0.12];

/** The local days of a history up to `NOW`, busier from year to year and in spring and autumn. */
export class Calendar {
  /** @param {import('../../packages/server/dist/time/segments.js').Zone} zone */
  constructor(zone) {
    this.zone = zone;
    this.today = localDay(zone, NOW);
    this.firstDay = this.today - 365 * YEARS;
    this.days = Array.from({ length: 365 * YEARS + 1 }, (_, index) => this.firstDay + index);
    this.weights = this.days.map((day) => this.#weightOf(day));
  }

  /** How many of `count` events each day has. */
  spread(count) {
    return split(count, this.weights);
  }

  /** How far into the history a day is, 0 to 1. */
  progress(day) {
    return (day - this.firstDay) / (this.today - this.firstDay);
  }

  /** An instant of a local day, never later than `NOW`. */
  instantOf(day, random) {
    const start = dayStart(this.zone, day);
    const hour = (weekdayOf(day) > 5 ? weekendHour : workdayHour)(random.next());
    const ms = start + hour * HOUR_MS + Math.floor(random.next() * HOUR_MS);
    return ms <= NOW ? ms : start + Math.floor(random.next() * (NOW - start));
  }

  #weightOf(day) {
    const season = 1 + 0.2 * Math.cos((4 * Math.PI * (day - 100)) / 365.25);
    const isPartial = day === this.today ? 0.5 : 1;
    return weekdayWeights[weekdayOf(day) - 1] * (1 + 0.6 * this.progress(day)) * season * isPartial;
  }
}

const hours = (weights) => chooser(weights.map((weight, hour) => [hour, weight]));
const workdayHour = hours(workday);
const weekendHour = hours(weekend);
