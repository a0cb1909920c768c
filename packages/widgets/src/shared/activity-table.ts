import type { BucketUnit } from '@inlay/sdk/contract';
import type { Activity } from './activity-element.js';
import { activityWords } from './activity.words.js';
import type { ExportTable } from './export-table.js';
import { formatBucketFull } from './format.js';

export interface ActivityTableOptions {
  readonly filename: string;
  /** Head of the totals. */
  readonly totalLabel: string;
  readonly unit: BucketUnit;
  readonly locale: string;
}

/** Counts per bucket for export: the total and its parts. */
export function activityTable(
  { dates, series }: Activity,
  totals: readonly number[],
  { filename, totalLabel, unit, locale }: ActivityTableOptions,
): ExportTable {
  return {
    filename,
    columns: [
      {
        label: activityWords().units[unit],
        show: (date) => formatBucketFull(String(date), unit, locale),
      },
      { label: totalLabel, align: 'end' },
      ...series.map(({ label }) => ({ label, align: 'end' }) as const),
    ],
    rows: dates.map((date, bucket) => [
      date,
      totals[bucket] ?? 0,
      ...series.map(({ values }) => values[bucket] ?? 0),
    ]),
  };
}
