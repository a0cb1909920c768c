export type SortDirection = 'ascending' | 'descending';

/** What a column sorts by; `null` (no value) comes last in both directions. */
export type SortValue = number | string | null;

/** The rows in order; equal ones keep theirs. The given array is left alone. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: SortDirection,
  locale: string,
): Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  const order = (a: SortValue, b: SortValue): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const both = typeof a === 'number' && typeof b === 'number';
    return sign * (both ? a - b : compare(String(a), String(b)));
  };
  return [...rows].sort((a, b) => order(valueOf(a), valueOf(b)));
}
