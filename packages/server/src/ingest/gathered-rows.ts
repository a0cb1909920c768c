import type { RowWriter } from './apply.js';
import { tables, type Key, type Row, type TableName } from './tables.js';

/** Rows that are put at once at most: keeps each statement short. */
export const MAX_ROWS_AT_ONCE = 1000;

/** By what a request writes its rows. */
export type RowSink = Pick<RowWriter, 'put' | 'remove'>;

/**
 * Makes one put of many small ones: holds rows of events back, which nothing refers to, until
 * others are to be written. What is wrong with a row is thrown then, not by the `put` that gave it.
 */
export class GatheredRows implements RowSink {
  readonly #rows: RowSink;
  #table: TableName | undefined;
  #held: Row[] = [];

  constructor(rows: RowSink) {
    this.#rows = rows;
  }

  async put(table: TableName, rows: readonly Row[]): Promise<void> {
    if (table !== this.#table || this.#held.length + rows.length > MAX_ROWS_AT_ONCE)
      await this.flush();
    if (tables[table].localTimeOf === undefined) return this.#rows.put(table, rows);
    this.#table = table;
    this.#held.push(...rows);
  }

  async remove(table: TableName, keys: readonly Key[]): Promise<number> {
    await this.flush();
    return this.#rows.remove(table, keys);
  }

  /** Writes what is held back. @throws {BadRow} */
  async flush(): Promise<void> {
    const [table, held] = [this.#table, this.#held];
    [this.#table, this.#held] = [undefined, []];
    if (table !== undefined && held.length > 0) await this.#rows.put(table, held);
  }
}
