/** What a statement may bind and a column may hold. Booleans are 0 or 1, instants epoch ms. */
export type SqlValue = string | number | null;

/** One consistent snapshot of the database. */
export interface Reader {
  all<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  first<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row | undefined>;
}

/** One transaction that commits when its work is done and rolls back when it throws. */
export interface Writer extends Reader {
  /** Rows changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>;
  /** Runs one statement once for each entry of `batch`; for bulk writes. */
  runMany(sql: string, batch: Iterable<readonly SqlValue[]>): Promise<number>;
}

/** Another process holds the write lock; try again later. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/**
 * The database behind the statistics. Reads each see one snapshot; writes run one at a time, and
 * no statement of another request falls inside one.
 */
export interface Store {
  read<Result>(work: (tx: Reader) => Promise<Result>): Promise<Result>;
  /** @throws {StoreBusy} when another process holds the write lock. */
  write<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
