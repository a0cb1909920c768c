/** A percentage with 2 decimals. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;

/** A mean with 3 decimals of values in milliseconds, in seconds. */
export const meanSecs = (valuesMs: readonly number[]): number | null =>
  valuesMs.length === 0 ? null : Math.round(sum(valuesMs) / valuesMs.length) / 1000;

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Newest first: instant, then calls before messages, then id, both descending. */
export const newestFirst = (
  a: { id: string; at: string; kind?: string },
  b: { id: string; at: string; kind?: string },
): number =>
  Date.parse(b.at) - Date.parse(a.at) || compare(a.kind ?? '', b.kind ?? '') || compare(b.id, a.id);

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An instant as it goes out. */
export const normal = (instant: string): string => new Date(Date.parse(instant)).toISOString();
