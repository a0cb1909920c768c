/** An axis of counts from 0 to `max`, with a line at every `step`. */
export interface ValueScale {
  readonly max: number;
  readonly step: number;
}

/**
 * The tightest scale of whole counts with three to five steps of 1, 2, 2.5 or 5 times a power of
 * ten; of equally tight ones that with four. Below three there are as many steps as counts.
 */
export function valueScale(largest: number): ValueScale {
  const top = Math.max(1, Math.ceil(largest));
  if (top < 3) return { max: top, step: 1 };
  const power = 10 ** Math.floor(Math.log10(top / 3));
  const scales = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * power)
    .filter((step) => Number.isInteger(step))
    .map((step) => ({ step, count: Math.ceil(top / step) }))
    .filter(({ count }) => count >= 3 && count <= 5)
    .map(({ step, count }) => ({ step, count, max: step * count }));
  const tightness = (a: (typeof scales)[number], b: (typeof scales)[number]) =>
    a.max - b.max || Math.abs(a.count - 4) - Math.abs(b.count - 4);
  const { max, step } = scales.sort(tightness)[0] ?? { max: top, step: top };
  return { max, step };
}

/** The values at which a scale has lines, zero first. */
export function linesOf({ max, step }: ValueScale): number[] {
  return Array.from({ length: Math.round(max / step) + 1 }, (_, index) => index * step);
}
