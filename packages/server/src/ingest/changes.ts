import { all, isIn, name, sql } from '../store/sql.js';
import type { Reader, SqlValue } from '../store/store.js';
import type { Key, Row, Table, TableName } from './tables.js';
import { detached } from './text-blocks.js';

/** A changed row, or any rows of a table: what the log says besides the organization. */
export interface Change {
  readonly table: TableName;
  /** The row's key without the organization, joined by a space; `null` for any rows. */
  readonly id: string | null;
  readonly phone: SqlValue;
  readonly member: SqlValue;
}

/** Changes of one organization, each once. */
export type ChangeSet = ReadonlyMap<string, Change>;

const MAX_ROWS = 500;

/**
 * Notes what a write changes, by organization: rows with the phone and member that they had and
 * have. From the 501st row on it notes tables alone, so that an import looks nothing up.
 */
export class Changes {
  readonly #tx: Reader;
  readonly #byOrg = new Map<string, Map<string, Change>>();
  #rows = 0;

  constructor(tx: Reader) {
    this.#tx = tx;
  }

  /** What has been noted, by organization. */
  get byOrg(): ReadonlyMap<string, ChangeSet> {
    return this.#byOrg;
  }

  /** Adds or replaces rows of some keys by `write`, which gives how many differ. */
  put(
    table: Table,
    keys: readonly Key[],
    rows: readonly Row[],
    write: () => Promise<number>,
  ): Promise<number> {
    return this.#around(table, keys, rows, write);
  }

  /** Removes rows by `write`, which gives how many there were. */
  remove(table: Table, keys: readonly Key[], write: () => Promise<number>): Promise<number> {
    return this.#around(table, keys, [], write);
  }

  async #around(
    table: Table,
    keys: readonly Key[],
    rows: readonly Row[],
    write: () => Promise<number>,
  ): Promise<number> {
    this.#rows += keys.length;
    const isMany = this.#rows > MAX_ROWS;
    const before = isMany ? [] : await this.#rowsBefore(table, keys);
    const count = await write();
    if (count === 0) return 0;
    if (isMany) this.#noteTable(table, keys);
    else this.#noteRows(table, [...before, ...rows]);
    return count;
  }

  /** Of the rows as they are, what the log is about. */
  async #rowsBefore(table: Table, keys: readonly Key[]): Promise<Row[]> {
    const shown = [phoneOf(table), memberOf(table)].filter((position) => position !== undefined);
    if (shown.every((position) => table.key.includes(position))) {
      return keys.map((key) => rowOf(table.key, key));
    }
    const positions = [...table.key, ...shown];
    const stored = positions.map((position) => table.columns[position]?.storedAs ?? '');
    const list = stored.map(name).reduce((a, b) => sql`${a}, ${b}`);
    const rows: Row[] = [];
    for (const [org, ids] of idsByOrg(keys)) {
      const found = await all<Record<string, SqlValue>>(
        this.#tx,
        sql`SELECT ${list} FROM ${name(table.name)}
            WHERE org_id = ${org} AND ${isIn(name('id'), ids)}`,
      );
      const valuesOf = (row: Record<string, SqlValue>) =>
        stored.map((column) => row[column] ?? null);
      rows.push(...found.map((row) => rowOf(positions, valuesOf(row))));
    }
    return rows;
  }

  #noteRows(table: Table, rows: readonly Row[]): void {
    for (const row of rows) this.#note(String(row[table.org]), changeOf(table, row));
  }

  #noteTable({ name: table }: Table, keys: readonly Key[]): void {
    let last: unknown;
    for (const [org] of keys) {
      if (org === last) continue;
      last = org;
      this.#note(String(org), { table, id: null, phone: null, member: null });
    }
  }

  #note(org: string, change: Change): void {
    let changes = this.#byOrg.get(org);
    if (changes === undefined) this.#byOrg.set(detached(org), (changes = new Map()));
    const { table, id, phone, member } = change;
    changes.set(`${table} ${id ?? ''} ${phone ?? ''} ${member ?? ''}`, change);
  }
}

function changeOf(table: Table, row: Row): Change {
  const { key, name: tableName } = table;
  const own = key.length === 1 ? key : key.slice(1);
  return {
    table: tableName,
    id: own.map((position) => row[position]).join(' '),
    phone: row[phoneOf(table) ?? -1] ?? null,
    member: row[memberOf(table) ?? -1] ?? null,
  };
}

const phoneOf = (table: Table): number | undefined => positionOf(table, 'phones');
const memberOf = (table: Table): number | undefined => positionOf(table, 'members');

/** Where a row says which phone, or which member, it is about. */
function positionOf({ name: own, columns, key }: Table, subject: TableName): number | undefined {
  if (own === subject) return key[1];
  const position = columns.findIndex((column) => column.refersTo === subject);
  return position === -1 ? undefined : position;
}

function rowOf(positions: readonly number[], values: Row): Row {
  const row: SqlValue[] = [];
  positions.forEach((position, index) => (row[position] = values[index] ?? null));
  return row;
}

function idsByOrg(keys: readonly Key[]): Map<string, string[]> {
  const byOrg = new Map<string, string[]>();
  for (const [org, id] of keys) {
    const ids = byOrg.get(String(org));
    if (ids) ids.push(String(id));
    else byOrg.set(String(org), [String(id)]);
  }
  return byOrg;
}
