import { all, isIn, name, sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import type { Column, Row, Table, TableName } from './tables.js';
import { detached } from './text-blocks.js';
import { quoted } from './values.js';

/** The first row of a batch that refers to a row which does not exist. */
export interface MissingReference {
  /** Position in the batch. */
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

type IdsByOrg = Map<string, Set<string>>;

const MAX_REMEMBERED = 500_000;

/** Looks up what rows refer to, within their organization, and remembers what it has found. */
export class References {
  readonly #tx: Reader;
  readonly #found = new Map<TableName, IdsByOrg>();
  #remembered = 0;

  constructor(tx: Reader) {
    this.#tx = tx;
  }

  async firstMissing(table: Table, rows: readonly Row[]): Promise<MissingReference | undefined> {
    if (this.#remembered > MAX_REMEMBERED) this.forget();
    let first: MissingReference | undefined;
    for (const [position, column] of table.columns.entries()) {
      if (column.refersTo === undefined) continue;
      const missing = await this.#missingIn(table, column, column.refersTo, position, rows);
      if (missing && (first === undefined || missing.row < first.row)) first = missing;
    }
    return first;
  }

  /** To be called when rows have been removed. */
  forget(): void {
    this.#found.clear();
    this.#remembered = 0;
  }

  async #missingIn(
    table: Table,
    { name: column }: Column,
    target: TableName,
    position: number,
    rows: readonly Row[],
  ): Promise<MissingReference | undefined> {
    const unknown = this.#unknown(table, target, position, rows);
    const missing: IdsByOrg = new Map();
    for (const [org, ids] of unknown) {
      await this.#lookUp(target, org, ids);
      if (ids.size > 0) missing.set(org, ids);
    }
    if (missing.size === 0) return undefined;
    const isMissing = (row: Row) =>
      missing.get(String(row[table.org]))?.has(String(row[position])) ?? false;
    const row = rows.findIndex(isMissing);
    const [org, id] = [rows[row]?.[table.org], rows[row]?.[position]];
    return { row, column, message: missingMessage(target, org, id) };
  }

  /** What the rows refer to and has not been found before. */
  #unknown(table: Table, target: TableName, position: number, rows: readonly Row[]): IdsByOrg {
    const unknown: IdsByOrg = new Map();
    let org: unknown;
    let known: ReadonlySet<unknown> = new Set();
    for (const row of rows) {
      const id = row[position];
      if (id === null || id === undefined) continue;
      if (row[table.org] !== org) {
        org = row[table.org];
        known = this.#knownOf(target, String(org));
      }
      if (!known.has(id)) idsOf(unknown, String(org)).add(String(id));
    }
    return unknown;
  }

  /** Moves the ids that exist from `ids` to what is remembered. */
  async #lookUp(target: TableName, org: string, ids: Set<string>): Promise<void> {
    const known = this.#knownOf(target, org);
    const inOrg = target === 'organizations' ? sql`id = ${org}` : sql`org_id = ${org}`;
    const rows = await all<{ id: string }>(
      this.#tx,
      sql`SELECT id FROM ${name(target)} WHERE ${inOrg} AND ${isIn(name('id'), [...ids])}`,
    );
    for (const { id } of rows) {
      ids.delete(id);
      known.add(id);
    }
    this.#remembered += rows.length;
  }

  #knownOf(target: TableName, org: string): Set<string> {
    let byOrg = this.#found.get(target);
    if (byOrg === undefined) this.#found.set(target, (byOrg = new Map()));
    return byOrg.get(org) ?? idsOf(byOrg, detached(org));
  }
}

function idsOf(byOrg: IdsByOrg, org: string): Set<string> {
  let ids = byOrg.get(org);
  if (ids === undefined) byOrg.set(org, (ids = new Set()));
  return ids;
}

const missingMessage = (target: TableName, org: unknown, id: unknown): string =>
  target === 'organizations'
    ? `there is no organization ${quoted(id)}`
    : `there is no ${quoted(id)} in ${target} of organization ${quoted(org)}`;
