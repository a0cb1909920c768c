import {
  filterNames,
  type Filters,
  type Meta,
  type RangedQuery,
  type TimeRange,
} from '@inlay/sdk/contract';

/** The range of the numbers from which a reader chose. */
export interface SelectedRange {
  time_range: TimeRange | null;
  /** First and last local date, both included. */
  from: string | null;
  to: string | null;
}

export function rangeOf({ time_range, from, to }: Meta): SelectedRange {
  return { time_range, from, to };
}

/** The filters of the numbers from which a reader chose; those alone that narrow them. */
export function filtersOf(query: RangedQuery | undefined): Filters {
  const given = filterNames.filter((name) => query?.[name]?.length);
  return Object.fromEntries(given.map((name) => [name, query?.[name]]));
}

/** Tells the host what the reader chose in an element: `inlay-select` with `detail`. */
export function fireSelect(host: HTMLElement, detail: object): void {
  host.dispatchEvent(new CustomEvent('inlay-select', { detail, bubbles: true, composed: true }));
}
