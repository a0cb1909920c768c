/** What a statement may bind and a column may hold. Booleans are 0 or 1, instants epoch ms. */
export type SqlValue = string | number | null;

/** One consistent snapshot of the database. */
export interface Reader {
  all<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  first<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Rows as arrays in the order of the columns; for many of them. */
  arrays<Row extends readonly SqlValue[]>(
    sql: string,
    values?: readonly SqlValue[],
  ): Promise<Row[]>;
}

/** One transaction that commits when its work is done and rolls back when it throws. */
export interface Writer extends Reader {
  /** Rows changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>;
  /** Runs one statement once for each entry of `batch`; for bulk writes. Rows changed in all. */
  runMany(sql: string, batch: Iterable<readonly SqlValue[]>): Promise<number>;
  /**
   * Runs a part of the write: when it throws, what it wrote is undone, and the rest may go on and
   * commit. Parts may hold parts, but not overlap.
   */
  savepoint<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Runs `fill` without the indexes of a table, keys aside, and builds them afterwards. That is
   * several times faster where most of the table's rows are new.
   */
  withoutIndexes<Result>(table: string, fill: () => Promise<Result>): Promise<Result>;
}

/** Another process holds the write lock; try again later. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** The disk has no room for the write; nothing of it was kept. */
export class StoreFull extends Error {
  override name = 'StoreFull';
}

/**
 * The database behind the statistics. Reads each see one snapshot; writes run one at a time, and
 * no statement of another request falls inside one. A transaction ends with its work: using `tx`
 * afterwards throws, and so does using a closed store. A write may not wait for another write.
 */
export interface Store {
  /** One row of the newest snapshot; what needs no second look at it costs a third of a `read`. */
  first<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row | undefined>;
  read<Result>(work: (tx: Reader) => Promise<Result>): Promise<Result>;
  /**
   * @throws {StoreBusy} when another process holds the write lock.
   * @throws {StoreFull} when the disk is full.
   */
  write<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result>;
  /**
   * Refreshes the planner's statistics and folds the log into the database; for after bulk writes.
   * @throws {StoreBusy} when another process holds the write lock.
   */
  optimize(): Promise<void>;
  /** Waits for what is under way. Nothing new is taken. */
  close(): Promise<void>;
}
