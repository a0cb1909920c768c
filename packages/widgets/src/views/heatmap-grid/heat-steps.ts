/** How counts become steps: equal widths up to the maximum, or equally many cells in each. */
export type HeatScale = 'linear' | 'quantile';

/** One of the five steps of intensity and the counts that fall into it, both included. */
export interface HeatStep {
  readonly step: 1 | 2 | 3 | 4 | 5;
  readonly from: number;
  readonly to: number;
}

const levels = [1, 2, 3, 4, 5] as const;

/**
 * The steps that can occur, palest first. Few distinct counts give fewer than five; the largest
 * count is always in the deepest.
 *
 * @param counts - Counts of the cells; zeros take no part.
 * @param maxCount - What the deepest step of a linear scale stands for, so that several heatmaps
 * can share one scale. The largest count when absent or not positive.
 */
export function heatSteps(
  counts: readonly number[],
  scale: HeatScale,
  maxCount?: number,
): HeatStep[] {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const largest = sorted.at(-1);
  if (largest === undefined) return [];
  const top = maxCount !== undefined && maxCount > 0 ? maxCount : largest;
  const upper =
    scale === 'linear'
      ? levels.map((level) => Math.floor((top * level) / 5))
      : levels.map((level) => sorted[Math.ceil((sorted.length * level) / 5) - 1] ?? largest);
  const steps = levels
    .map((step, index) => ({ step, from: (upper[index - 1] ?? 0) + 1, to: upper[index] ?? 0 }))
    .filter(({ from, to }) => from <= to);
  return steps.map((step, index) =>
    index === steps.length - 1 ? { ...step, step: 5, to: Math.max(step.to, largest) } : step,
  );
}

/** The step of a count; 0 for none. */
export function stepOf(count: number, steps: readonly HeatStep[]): 0 | HeatStep['step'] {
  if (count <= 0) return 0;
  return (steps.find(({ to }) => count <= to) ?? steps.at(-1))?.step ?? 0;
}
