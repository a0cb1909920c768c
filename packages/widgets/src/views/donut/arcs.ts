/** A segment's part of the ring in degrees, clockwise from the top. */
export interface Arc {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The arcs of the non-zero values. Each is at least `minimum` degrees, which the larger ones give
 * up in proportion, so that a small share of a large whole can still be seen.
 */
export function arcsOf(values: readonly number[], minimum: number): Arc[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const present = values
    .map((value, index) => ({ index, degrees: (value * 360) / total }))
    .filter(({ degrees }) => degrees > 0);
  const small = present.filter(({ degrees }) => degrees < minimum);
  const largeSum = present.reduce((sum, { degrees }) => sum + (degrees < minimum ? 0 : degrees), 0);
  const scale = (360 - small.length * minimum) / largeSum;
  let end = 0;
  return present.map(({ index, degrees }) => {
    const start = end;
    end = start + (degrees < minimum ? minimum : degrees * scale);
    return { index, start, end };
  });
}

/**
 * A conic gradient of the arcs with see-through gaps between them; one arc alone has none. Edges
 * are softened over a fraction of a degree, since gradients are not antialiased.
 *
 * @param gap - Degrees between two arcs.
 */
export function ringGradient(
  arcs: readonly Arc[],
  colorOf: (index: number) => string,
  gap: number,
): string {
  const soft = 0.4;
  const only = arcs.length === 1 ? arcs[0] : undefined;
  if (only) return `conic-gradient(${colorOf(only.index)} 0deg 360deg)`;
  const stops = arcs.flatMap(({ index, start, end }) => {
    const color = colorOf(index);
    const from = start + gap / 2;
    const to = end - gap / 2;
    return [
      `transparent ${degrees(from)}`,
      `${color} ${degrees(from + soft)}`,
      `${color} ${degrees(to - soft)}`,
      `transparent ${degrees(to)}`,
    ];
  });
  return `conic-gradient(${stops.join(', ')})`;
}

/**
 * The arc under a point of the ring.
 *
 * @param x - From the centre to the right, in radii.
 * @param y - From the centre downwards, in radii.
 * @param hole - Radius of the hole, in radii.
 */
export function arcAt(
  x: number,
  y: number,
  hole: number,
  arcs: readonly Arc[],
): number | undefined {
  const distance = Math.hypot(x, y);
  if (distance > 1 || distance < hole) return undefined;
  const angle = ((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360;
  return arcs.find(({ start, end }) => angle >= start && angle < end)?.index;
}

const degrees = (value: number): string => `${Number(value.toFixed(3))}deg`;
