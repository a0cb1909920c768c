import type { Filters } from '@inlay/sdk/contract';
import type { Scope } from '../access/scope.js';
import { during, instantColumn, pathsTo, type Interval } from '../access/visible-rows.js';
import { within } from '../access/within.js';
import { all, name, sql, type Sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';

interface NewestRequest {
  readonly tx: Reader;
  readonly scope: Scope;
  readonly query: Filters;
  readonly range: Interval;
}

/** A row, and when it was. */
export interface Found {
  readonly id: string;
  readonly at: number;
}

/** Ids of the newest rows that a reader sees in a range and that fulfil `where`, newest first. */
export async function newestIds(
  { tx, scope, query, range }: NewestRequest,
  table: 'calls' | 'messages',
  limit: number,
  where: Sql = sql`1`,
): Promise<string[]> {
  const at = instantColumn(table);
  const visible = within(scope, table, { filters: query });
  const newest = (leads: Sql, rows: Sql) =>
    all<Found>(
      tx,
      sql`SELECT ${name(table)}.id, ${at} AS at FROM ${rows}
          WHERE ${leads} AND ${visible} AND ${during(at, range)} AND ${where}
          ORDER BY ${at} DESC, ${name(table)}.id DESC LIMIT ${limit}`,
    );
  const found: Found[] = [];
  for (const { values, leads, rows } of pathsTo(table, { scope, filters: query })) {
    if (values === undefined) found.push(...(await newest(leads, rows)));
    else {
      for (const { value } of await all<{ value: string }>(tx, values)) {
        found.push(
          ...(await newest(leads, sql`(SELECT ${value} AS value) AS driver CROSS JOIN ${rows}`)),
        );
      }
    }
  }
  return newestOf(found, limit);
}

/** Ids of the newest of some rows, newest first; of one instant the largest id. */
export const newestOf = (found: readonly Found[], limit: number): string[] =>
  [...found]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
    .map(({ id }) => id);
