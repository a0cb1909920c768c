import type { Writer } from '../store/store.js';
import { tables, type Column, type Key, type Table, type TableName } from './tables.js';
import { quoted } from './values.js';

/** A removed row to which another one still refers. */
export class RowInUse extends Error {
  override name = 'RowInUse';
  readonly table: TableName;

  constructor(table: TableName, message: string) {
    super(message);
    this.table = table;
  }
}

interface Referrer {
  readonly table: Table;
  readonly column: Column;
}

/** Removes rows, and sees to it that none of them is referred to in the end. */
export class Removals {
  readonly #tx: Writer;
  readonly #noted = new Set<TableName>();

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  async remove(table: Table, keys: readonly Key[]): Promise<number> {
    await this.#note(table, keys);
    const columns = table.key.map((position) => `${table.columns[position]?.storedAs} = ?`);
    return this.#tx.runMany(`DELETE FROM ${table.name} WHERE ${columns.join(' AND ')}`, keys);
  }

  /** @throws {RowInUse} when a row refers to a removed one that has not come back. */
  async check(): Promise<void> {
    for (const name of this.#noted) {
      for (const referrer of referrersOf(name)) await this.#refuseUse(name, referrer);
    }
    if (this.#noted.size > 0) await this.#tx.run('DELETE FROM temp.removed_rows');
    this.#noted.clear();
  }

  async #note({ name, key }: Table, keys: readonly Key[]): Promise<void> {
    if (keys.length === 0 || referrersOf(name).length === 0) return;
    await this.#tx.run(
      `CREATE TEMP TABLE IF NOT EXISTS removed_rows (
         table_name TEXT NOT NULL, org_id TEXT NOT NULL, id TEXT NOT NULL,
         PRIMARY KEY (table_name, org_id, id)
       ) WITHOUT ROWID`,
    );
    this.#noted.add(name);
    await this.#tx.runMany(
      'INSERT INTO temp.removed_rows VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      keys.map((values) => [name, values[0] ?? '', values[key.length - 1] ?? '']),
    );
  }

  async #refuseUse(target: TableName, { table, column }: Referrer): Promise<void> {
    const isSelf = target === 'organizations';
    const keyColumns = table.key.map((position) => table.columns[position]?.storedAs ?? '');
    const found = await this.#tx.first<{ org: string; gone: string; keys: string }>(
      `SELECT removed.org_id AS org, removed.id AS gone,
         json_array(${keyColumns.slice(1).map((name) => `user.${name}`)}) AS keys
       FROM temp.removed_rows AS removed
       JOIN ${table.name} AS user
         ON user.org_id = removed.org_id AND user.${column.storedAs} = removed.id
       WHERE removed.table_name = ? AND NOT EXISTS (
         SELECT 1 FROM ${target} AS kept
         WHERE kept.id = removed.id ${isSelf ? '' : 'AND kept.org_id = removed.org_id'})
       LIMIT 1`,
      [target],
    );
    if (found === undefined) return;
    const { org, gone, keys } = found;
    const user = (JSON.parse(keys) as unknown[]).map(quoted).join(', ');
    const of = isSelf ? '' : ` of organization ${quoted(org)}`;
    throw new RowInUse(
      target,
      `${quoted(gone)}${of} is still used by ${user} in ${table.name} (${column.name})`,
    );
  }
}

function referrersOf(target: TableName): readonly Referrer[] {
  return Object.values(tables).flatMap((table) =>
    table.columns
      .filter((column) => column.refersTo === target)
      .map((column) => ({ table, column })),
  );
}
