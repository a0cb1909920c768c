import type { Row, Table } from '../ingest/tables.js';
import { detached } from '../ingest/text-blocks.js';
import type { Writer } from '../store/store.js';
import { buildLimits, type BuildLimits } from './build-limits.js';
import { BulkDeltas } from './bulk-deltas.js';
import { eventReader, type EventRow, type EventSource } from './events.js';

/**
 * Counts the rows that fill a table while they come by: the database would have to sort them all to
 * do the same at the end. It does so where that is less work, for rows that share few sums.
 */
export class FillCounts {
  readonly #tx: Writer;
  readonly #table: Table;
  readonly #source: EventSource;
  readonly #read: (row: Row) => EventRow;
  readonly #orgs = new Set<string>();
  readonly #limits: BuildLimits;
  #sums: BulkDeltas | undefined;
  #rows = 0;
  #rowsBefore = 0;

  constructor(tx: Writer, table: Table, source: EventSource, limits = buildLimits) {
    this.#tx = tx;
    this.#table = table;
    this.#source = source;
    this.#limits = limits;
    this.#read = eventReader(table, source.columns);
    this.#sums = new BulkDeltas(tx, limits);
  }

  /** The organizations whose rows have come. */
  get orgs(): Iterable<string> {
    return this.#orgs;
  }

  /** Counts rows as they are stored. */
  async count(rows: readonly Row[]): Promise<void> {
    let last: unknown;
    let org = '';
    for (const row of rows) {
      if (row[this.#table.org] !== last) {
        last = row[this.#table.org];
        this.#orgs.add((org = detached(String(last))));
      }
      if (this.#sums) this.#source.count(this.#sums.narrow, org, this.#read(row), 1);
    }
    this.#rows += rows.length;
    await this.#relieve();
  }

  /** Leaves the counting to the database. */
  giveUp(): void {
    this.#sums = undefined;
  }

  /**
   * Writes the sums. Tells whether they are right and all there: of a row that came twice one is
   * counted too much, and thin sums are not worth writing.
   */
  async finish(): Promise<boolean> {
    const row = await this.#tx.first<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${this.#table.name}`,
    );
    const isThroughout = this.#rowsBefore > 0 || !this.#isThin;
    if (this.#sums === undefined || !isThroughout || row?.n !== this.#rows) return false;
    await this.#sums.finish();
    return true;
  }

  get #size(): number {
    return this.#sums?.narrow.size ?? 0;
  }

  /** Whether the sums count few of the rows that came since they were written. */
  get #isThin(): boolean {
    return this.#rows - this.#rowsBefore < this.#size * this.#limits.rowsPerSum;
  }

  async #relieve(): Promise<void> {
    if (this.#size <= this.#limits.deltas) return;
    if (this.#isThin) return this.giveUp();
    this.#rowsBefore = this.#rows;
    await this.#sums?.relieve();
  }
}
