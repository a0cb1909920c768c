/** `239,68,68` as `rgb(239 68 68)`; none for what is not three whole numbers 0–255. */
export function heatColor(rgb: string | undefined): string | undefined {
  const parts = /^\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*$/.exec(rgb ?? '')?.slice(1);
  return parts?.every((part) => Number(part) <= 255) ? `rgb(${parts.join(' ')})` : undefined;
}
