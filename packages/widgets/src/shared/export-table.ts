import type { Meta } from '@inlay/sdk/contract';
import type { Column } from '../views/data-table/data-table.js';
import { csvOf, type CsvValue } from './csv.js';
import { formatNumber } from './format.js';
import { exportFilesWords } from './export-files.words.js';
import type * as tables from './export-tables.js';

/** A column of an export. */
export interface ExportColumn {
  readonly label: string;
  /** Of the values as a file has them, after the label there: `s`, `%`. */
  readonly unit?: string;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /** A value as the reader sees it; without it, numbers in the reader's way and text as it is. */
  readonly show?: (value: CsvValue) => string;
}

/**
 * What an element shows, as a table: on screen it is formatted, in a file it stands as it is. Dates
 * are ISO, durations seconds, rates percentages 0–100, no value is `null`.
 */
export interface ExportTable {
  /** Name of the file without dates and ending: `call-activity`. */
  readonly filename: string;
  /** The first one names the row. */
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** The functions that make tables, from which an element takes its own. */
export type ExportTables = typeof tables;

/** Another table of an element that shows several things. */
export interface FurtherTable extends ExportTable {
  /** The item of the menu that downloads it: "Download CSV by hour". */
  readonly item: string;
}

/**
 * The table as CSV. In front of its columns stand those that say what the numbers are about, the
 * same in every row, so that files may be put together: first and last local date (where there is a
 * range), time zone, and whether it is the whole organization or what the reader may see of it.
 *
 * @param meta - Of the answer; none for numbers of the host's own, which get no such columns.
 */
export function exportCsv({ columns, rows }: ExportTable, meta: Meta | undefined): string {
  const about = aboutOf(meta);
  return csvOf(
    [...about.map(([label]) => label), ...columns.map(headOf)],
    rows.map((row) => [...about.map(([, value]) => value), ...row]),
  );
}

function headOf({ label, unit }: ExportColumn): string {
  return unit ? `${label} (${unit})` : label;
}

/** `call-activity_2026-10-22_2026-11-20.csv`; without a range, the day on which it was made. */
export function exportName(name: string, ending: string, meta: Meta | undefined): string {
  const dates = meta?.from && meta.to ? [meta.from, meta.to] : [meta?.generated_at.slice(0, 10)];
  return `${[name, ...new Set(dates)].filter(Boolean).join('_')}.${ending}`;
}

/** The table's columns for the view that draws it. */
export function columnsOf(table: ExportTable, locale: string): Column<readonly CsvValue[]>[] {
  return table.columns.map(({ label, align = 'start', show }, index) => ({
    key: String(index),
    label,
    align,
    cell: (row) => shown(row[index] ?? null, show, locale),
    sortBy: (row) => row[index] ?? null,
    sortsFirst: align === 'end' ? 'descending' : 'ascending',
  }));
}

function shown(value: CsvValue, show: ExportColumn['show'], locale: string): string {
  if (value === null) return '–';
  if (show) return show(value);
  return typeof value === 'number' ? formatNumber(value, locale, 4) : value;
}

function aboutOf(meta: Meta | undefined): [label: string, value: CsvValue][] {
  if (!meta) return [];
  const { from, to, timezone, scope } = meta;
  const text = exportFilesWords();
  const range: [string, CsvValue][] =
    from && to
      ? [
          [text.from, from],
          [text.to, to],
        ]
      : [];
  return [...range, [text.timezone, timezone], [text.scope, text.scopes[scope]]];
}
