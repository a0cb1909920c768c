import type { SqlValue, Store, Writer } from '../store/store.js';
import { rollups } from './definitions.js';
import { rebuildOrganization } from './rebuild.js';
import { firstWrongLocalTime, type WrongLocalTime } from './verify-local-times.js';

/** Every table that a rebuild fills, with its key columns after `org_id`. */
const kept: readonly { readonly name: string; readonly keys: readonly string[] }[] = [
  ...rollups,
  { name: 'contact_seen', keys: ['key', 'contact_id'] },
];

type Row = Readonly<Record<string, SqlValue>>;

/** A row of a rollup, or the local time of an event, that is not what the events say. */
export interface Difference {
  readonly table: string;
  readonly org: string;
  /** Key columns, by name. */
  readonly key: Row;
  /** Sums that differ, as kept and as counted; all of them where one of the rows is missing. */
  readonly columns: readonly string[];
  readonly kept: Row | undefined;
  readonly counted: Row | undefined;
}

/**
 * Computes the local times of an organization's events anew, counts the events beside its rollups,
 * and compares row by row. Nothing is changed, but no other write can happen meanwhile. Gives the number of rows that agree.
 * @throws {StoreBusy} when another process is writing.
 */
export function verifyOrganization(store: Store, org: string): Promise<Difference | number> {
  return store.write(async (tx) => {
    const wrong = await firstWrongLocalTime(tx, org);
    if (wrong) return differenceOf(org, wrong);
    for (const { name } of kept) await tx.run(await shadow(tx, name));
    try {
      await rebuildOrganization(tx, org);
      for (const table of kept) {
        const difference = await firstDifference(tx, org, table);
        if (difference) return difference;
      }
      return await rowsOf(tx);
    } finally {
      for (const { name } of kept) await tx.run(`DROP TABLE temp.${name}`);
    }
  });
}

function differenceOf(org: string, { table, id, kept, counted }: WrongLocalTime): Difference {
  const columns = (['day', 'hour'] as const).filter((column) => kept[column] !== counted[column]);
  return { table, org, key: { id }, columns, kept, counted };
}

/** A temporary table of the same name stands before the kept one wherever no schema is named. */
async function shadow(tx: Writer, table: string): Promise<string> {
  const row = await tx.first<{ sql: string }>(
    `SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?`,
    [table],
  );
  if (row === undefined) throw new Error(`there is no table ${table}`);
  return row.sql.replace('CREATE TABLE', 'CREATE TEMP TABLE');
}

async function firstDifference(
  tx: Writer,
  org: string,
  { name, keys }: (typeof kept)[number],
): Promise<Difference | undefined> {
  const of = (schema: string) => `SELECT * FROM ${schema}.${name} WHERE org_id = ?`;
  const key = await tx.first<Row>(
    `SELECT ${keys.join(', ')} FROM (${of('temp')} EXCEPT ${of('main')}
     UNION ALL SELECT * FROM (${of('main')} EXCEPT ${of('temp')}))
     ORDER BY ${keys.join(', ')} LIMIT 1`,
    [org, org, org, org],
  );
  if (key === undefined) return undefined;
  const isKey = keys.map((column) => `${column} = ?`).join(' AND ');
  const values = [org, ...keys.map((column) => key[column] ?? null)];
  const row = (schema: string) => tx.first<Row>(`${of(schema)} AND ${isKey}`, values);
  const [found, counted] = [await row('main'), await row('temp')];
  const sums = Object.keys(found ?? counted ?? {}).filter(
    (column) => column !== 'org_id' && !keys.includes(column),
  );
  const columns = sums.filter((column) => found?.[column] !== counted?.[column]);
  return { table: name, org, key, columns, kept: found, counted };
}

async function rowsOf(tx: Writer): Promise<number> {
  let rows = 0;
  for (const { name } of kept) {
    const row = await tx.first<{ n: number }>(`SELECT COUNT(*) AS n FROM temp.${name}`);
    rows += row?.n ?? 0;
  }
  return rows;
}
