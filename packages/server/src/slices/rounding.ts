/** x rounded half up to `decimals`, where x = numerator / denominator; `null` over zero. */
function ratio(numerator: number, denominator: number, decimals: number): number | null {
  if (denominator === 0) return null;
  const scale = 10 ** decimals;
  return Math.round((numerator * scale) / denominator) / scale;
}

/** A percentage 0–100 with 2 decimals, of two counts. */
export const rate = (part: number, whole: number): number | null => ratio(part * 100, whole, 2);

/** A mean in seconds with 3 decimals, of a sum of whole seconds. */
export const meanOfSecs = (sumSecs: number, count: number): number | null =>
  ratio(sumSecs, count, 3);

/** A mean in seconds with 3 decimals, of a sum of milliseconds. */
export const meanOfMs = (sumMs: number, count: number): number | null =>
  ratio(sumMs, count * 1000, 3);

/** A mean with 4 decimals, of a sum of millionths. */
export const meanOfMillionths = (sumMillionths: number, count: number): number | null =>
  ratio(sumMillionths, count * 1_000_000, 4);

/** Millionths as a decimal number, exact to the last of its 6 decimals. */
export const fromMillionths = (millionths: number): number => millionths / 1_000_000;
