import { slices } from '@inlay/sdk/contract';
import { Random } from '../../packages/server/dist/seed/random.js';
import { dateOfDay, localDay } from '../../packages/server/dist/time/local.js';
import { zoneOf } from '../../packages/server/dist/time/segments.js';
import { NOW } from '../world/calendar.mjs';

const HISTORY_DAYS = 3 * 365;
const today = localDay(zoneOf('Europe/Berlin'), NOW);
const ranged = Object.values(slices).filter((slice) => slice.ranged);

/** Custom ranges of 7 to 400 days in the history, hardly any of them twice: no cache has them. */
export function newRanges(seed) {
  const random = new Random(`ranges ${seed}`);
  return () => {
    const days = random.integer(7, 400);
    const from = today - random.integer(days, HISTORY_DAYS);
    return `time_range=custom&from=${dateOfDay(from)}&to=${dateOfDay(from + days - 1)}`;
  };
}

/** Paths of all slices in turn, each for a range that nobody asked for before. */
export function newRequests(seed) {
  const range = newRanges(seed);
  let count = 0;
  return () => `${ranged[count++ % ranged.length].path}?${range()}`;
}
