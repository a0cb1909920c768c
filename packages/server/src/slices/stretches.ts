import type { DayRange } from './event-sums.js';

/** Neighbouring blocks of days whose sums are added, or taken away. */
export interface Stretch {
  readonly sign: 1 | -1;
  /** Days of a block; 1 for the days themselves. */
  readonly days: number;
  /** The number of the first block: its first day by `days`. */
  readonly from: number;
  /** Included. */
  readonly to: number;
}

/** Stretches, and about how many blocks have to be read for them. */
interface Plan {
  readonly cost: number;
  readonly stretches: readonly Stretch[];
}

/**
 * Stretches that together sum a range of days, with as few blocks as possible: seven days are a
 * block of eight without one. Those of `known`, which holds every day with anything to sum, cost
 * something, so that a range which ends with today takes the blocks that reach beyond it.
 * @param sizes days of the blocks that there are, ascending, each a multiple of the one before
 */
export function stretchesOf(
  { from, to }: DayRange,
  known: DayRange,
  sizes: readonly number[],
): readonly Stretch[] {
  return cheapest(from, to + 1, [1, ...sizes], known).stretches;
}

/** Of what lies between two bounds, counted in blocks of the first size; backwards it is taken away. */
function cheapest(from: number, end: number, sizes: readonly number[], known: DayRange): Plan {
  const [size = 1, next] = sizes;
  const own = between(from, end, size, known);
  if (next === undefined || own.cost === 0) return own;
  const ratio = next / size;
  const plans = near(from, ratio).flatMap((first) =>
    near(end, ratio).map((last) =>
      joined([
        between(from, first * ratio, size, known),
        cheapest(first, last, sizes.slice(1), known),
        between(last * ratio, end, size, known),
      ]),
    ),
  );
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best), own);
}

/** The wider blocks' bounds before and behind a bound. */
const near = (bound: number, ratio: number): readonly number[] => [
  ...new Set([Math.floor(bound / ratio), Math.ceil(bound / ratio)]),
];

/** One stretch, of what is known; its query alone costs about as much as a block. */
function between(a: number, b: number, days: number, known: DayRange): Plan {
  const from = Math.max(Math.min(a, b), Math.floor(known.from / days));
  const to = Math.min(Math.max(a, b) - 1, Math.floor(known.to / days));
  if (from > to) return { cost: 0, stretches: [] };
  return { cost: to - from + 2, stretches: [{ sign: a < b ? 1 : -1, days, from, to }] };
}

const joined = (plans: readonly Plan[]): Plan => ({
  cost: plans.reduce((sum, { cost }) => sum + cost, 0),
  stretches: plans.flatMap(({ stretches }) => stretches),
});
