import type { ExportColumn } from './export-table.js';
import { formatInstant, formatPercent } from './format.js';

/** A column of percentages 0–100. */
export function percentColumn(label: string, locale: string): ExportColumn {
  return { label, unit: '%', align: 'end', show: (rate) => formatPercent(Number(rate), locale) };
}

/** A column of instants, shown in the organization's zone. */
export function instantColumn(label: string, timeZone: string, locale: string): ExportColumn {
  return { label, show: (instant) => formatInstant(String(instant), timeZone, locale) };
}
