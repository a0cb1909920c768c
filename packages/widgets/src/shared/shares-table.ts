import { percentColumn } from './export-columns.js';
import type { ExportTable } from './export-table.js';
import { sharesOf } from '../views/donut/shares.js';

/** Heads of the columns. */
export interface SharesHeads {
  readonly label: string;
  readonly count: string;
  readonly share: string;
}

/** Parts of a whole for export: each with its count and its share in percent. */
export function sharesTable(
  filename: string,
  heads: SharesHeads,
  parts: readonly { readonly label: string; readonly count: number }[],
  locale: string,
): ExportTable {
  const shares = sharesOf(parts.map(({ count }) => count));
  return {
    filename,
    columns: [
      { label: heads.label },
      { label: heads.count, align: 'end' },
      percentColumn(heads.share, locale),
    ],
    rows: parts.map(({ label, count }, index) => [label, count, shares[index] ?? null]),
  };
}
