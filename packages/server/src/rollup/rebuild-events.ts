import { tables, type TableName } from '../ingest/tables.js';
import type { SqlValue, Writer } from '../store/store.js';
import type { BuildLimits } from './build-limits.js';
import { BulkDeltas } from './bulk-deltas.js';
import type { EventRow, EventSource } from './events.js';

/** Sums the events of a table one by one, into rollups that have no rows of the organization. */
export async function countEvents(
  tx: Writer,
  org: string,
  table: TableName,
  source: EventSource,
  limits: BuildLimits,
): Promise<void> {
  const deltas = new BulkDeltas(tx, limits);
  const isMost = (await shareOf(tx, org, table)) > limits.share;
  const chunks = isMost ? inFileOrder : inTimeOrder;
  for await (const rows of chunks(tx, org, table, source.columns, limits)) {
    for (const row of rows) source.count(deltas.narrow, org, eventOf(source.columns, row), 1);
    await deltas.relieve();
  }
  await deltas.finish();
}

function eventOf(columns: readonly string[], row: readonly SqlValue[]): EventRow {
  const event: Record<string, SqlValue> = {};
  for (let index = 0; index < columns.length; index++) {
    event[columns[index] ?? ''] = row[index] ?? null;
  }
  return event;
}

async function shareOf(tx: Writer, org: string, table: TableName): Promise<number> {
  const row = await tx.first<{ own: number; whole: number }>(
    `SELECT (SELECT COUNT(*) FROM ${table} WHERE org_id = ?) AS own,
       (SELECT MAX(rowid) FROM ${table}) AS whole`,
    [org],
  );
  return row?.whole ? row.own / row.whole : 0;
}

type Chunks = AsyncGenerator<readonly (readonly SqlValue[])[]>;

/** Pages of the whole table one after the other: most rows are the organization's. */
async function* inFileOrder(
  tx: Writer,
  org: string,
  table: TableName,
  columns: readonly string[],
  limits: BuildLimits,
): Chunks {
  const select = `SELECT ${columns.join(', ')}, rowid FROM ${table} NOT INDEXED
    WHERE rowid > ? AND org_id = ? ORDER BY rowid LIMIT ${limits.rows}`;
  for (let after: SqlValue | undefined = -Number.MAX_SAFE_INTEGER; after !== undefined;) {
    const rows: SqlValue[][] = await tx.arrays<SqlValue[]>(select, [after, org]);
    yield rows;
    after = rows.at(-1)?.[columns.length];
  }
}

async function* inTimeOrder(
  tx: Writer,
  org: string,
  table: TableName,
  columns: readonly string[],
  limits: BuildLimits,
): Chunks {
  const { columns: stored, localTimeOf } = tables[table];
  const at = stored[localTimeOf ?? -1]?.storedAs ?? '';
  const select = `SELECT ${columns.join(', ')}, ${at}, id FROM ${table}
    WHERE org_id = ? AND (${at}, id) > (?, ?) ORDER BY ${at}, id LIMIT ${limits.rows}`;
  for (let after: SqlValue[] | undefined = [-Number.MAX_SAFE_INTEGER, '']; after;) {
    const rows: SqlValue[][] = await tx.arrays<SqlValue[]>(select, [org, ...after]);
    yield rows;
    after = rows.at(-1)?.slice(columns.length);
  }
}
