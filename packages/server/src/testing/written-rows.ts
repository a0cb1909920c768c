import { tables, type TableName } from '../ingest/tables.js';
import type { JsonRow } from './random-rows.js';

/** Rows as CSV with every field in quotes, lines ending with `end`. */
export function csvOf(table: TableName, rows: readonly JsonRow[], end: string): string {
  const names = tables[table].columns.map(({ name }) => name);
  const write = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const records = rows.map((row) => names.map((name) => write(row[name])).join(','));
  return [names.join(','), ...records].join(end);
}

export const ndjsonOf = (rows: readonly JsonRow[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');
