import type { TimeRange } from '@inlay/sdk/contract';

/** What a reader chose; `from` and `to` with `custom` alone. */
export interface RangeChange {
  time_range: TimeRange;
  from?: string;
  to?: string;
}

declare global {
  interface HTMLElementEventMap {
    'inlay-range-change': CustomEvent<RangeChange>;
  }
}
