/** How much a rebuild holds at a time, and when it reads a table as a whole. */
export interface BuildLimits {
  /** Rows that are read at a time. */
  readonly rows: number;
  /** Sums that are collected, about 300 bytes each, before they are written. */
  readonly deltas: number;
  /** An organization with more than this part of a table's rows has them read in file order. */
  readonly share: number;
  /** Rows that fill a table are counted as they come where a sum counts at least so many of them. */
  readonly rowsPerSum: number;
}

export const buildLimits: BuildLimits = { rows: 4000, deltas: 250_000, share: 0.2, rowsPerSum: 2 };
