import type { Writer } from '../store/store.js';
import type { RowWriter } from './apply.js';
import type { Key, Row, Table } from './tables.js';

const CHUNK = 5000;

/** Notes which rows a file has, so that those of its organizations which it has not can go. */
export class Replacement {
  readonly #tx: Writer;
  readonly #table: Table;
  readonly #names: readonly string[];

  private constructor(tx: Writer, table: Table) {
    this.#tx = tx;
    this.#table = table;
    this.#names = table.key.map((position) => table.columns[position]?.storedAs ?? '');
  }

  static async start(tx: Writer, table: Table): Promise<Replacement> {
    const replacement = new Replacement(tx, table);
    const columns = replacement.#names.map((name) => `${name} TEXT NOT NULL`);
    await tx.run(
      `CREATE TEMP TABLE file_keys (${columns}, PRIMARY KEY (${replacement.#names})) WITHOUT ROWID`,
    );
    return replacement;
  }

  async note(rows: readonly Row[]): Promise<void> {
    await this.#tx.runMany(
      `INSERT INTO temp.file_keys VALUES (${this.#names.map(() => '?')}) ON CONFLICT DO NOTHING`,
      rows.map((row) => this.#table.key.map((position) => row[position] ?? null)),
    );
  }

  /** Removes what the file has not; returns how many rows that were. */
  async finish(rows: RowWriter): Promise<number> {
    let removed = 0;
    let after: Key | undefined = this.#names.map(() => '');
    while (after !== undefined) {
      const keys: Key[] = await this.#othersAfter(after);
      removed += await rows.remove(this.#table.name, keys);
      after = keys.at(-1);
    }
    await this.#tx.run('DROP TABLE temp.file_keys');
    return removed;
  }

  async #othersAfter(after: Key): Promise<Key[]> {
    const org = this.#names[0] ?? '';
    const own = this.#names.map((name) => `known.${name}`);
    const rows = await this.#tx.all<Record<string, string>>(
      `SELECT ${own} FROM ${this.#table.name} AS known
       WHERE known.${org} IN (SELECT DISTINCT ${org} FROM temp.file_keys)
         AND (${own}) > (${own.map(() => '?')})
         AND NOT EXISTS (SELECT 1 FROM temp.file_keys AS kept
           WHERE (${this.#names.map((name) => `kept.${name}`)}) = (${own}))
       ORDER BY ${own} LIMIT ${CHUNK}`,
      after,
    );
    return rows.map((row) => this.#names.map((name) => row[name] ?? ''));
  }
}
