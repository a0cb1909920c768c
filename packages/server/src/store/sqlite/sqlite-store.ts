import { rebuildDue } from '../../rollup/rebuild.js';
import type { Reader, SqlValue, Store, Writer } from '../store.js';
import { Connection } from './connection.js';
import { migrate, refuseForeign } from './migrate.js';
import { ReaderPool } from './reader-pool.js';

export interface SqliteOptions {
  /** Reads that may run at the same time, each on a connection of its own; default 4. */
  readonly readers?: number;
  /**
   * How long a write waits for one of another process before it gives up with `StoreBusy`. The
   * process stands still meanwhile, so a server keeps it short; default 5 ms.
   */
  readonly busyTimeoutMs?: number;
  /** Page cache of the writing connection in MiB; default 64. */
  readonly cacheMiB?: number;
  /**
   * The file is new and thrown away unless it is closed whole: nothing reads it meanwhile, so that
   * pages are written once, not into a log first. A process that dies leaves it in pieces.
   */
  readonly isDraft?: boolean;
}

/** 32 MiB: a page that changes with every row is copied into the file once in a while. */
const CHECKPOINT_PAGES = 8192;
const OPEN_TIMEOUT_MS = 5000;
const READ_TIMEOUT_MS = 1000;

/**
 * Opens the database in `file`, creating it when there is none and bringing its schema up to date.
 * Its folder must exist, and its file system must support WAL (no network drives).
 * @throws {Error} when the file is no database, one of something else, or of a newer version.
 */
export async function openSqlite(
  file: string,
  { readers = 4, busyTimeoutMs = 5, cacheMiB = 64, isDraft = false }: SqliteOptions = {},
): Promise<Store> {
  const writer = new Connection(file, { timeout: OPEN_TIMEOUT_MS });
  try {
    refuseForeign(writer, file);
    writer.pragma(`journal_mode = ${isDraft ? 'MEMORY' : 'WAL'}`);
    writer.pragma('synchronous = FULL');
    writer.pragma(`cache_size = ${-1024 * cacheMiB}`);
    writer.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    writer.pragma('journal_size_limit = 67108864');
    migrate(writer, file);
    writer.pragma(`busy_timeout = ${busyTimeoutMs}`);
  } catch (error) {
    writer.close();
    throw error;
  }
  const pool = new ReaderPool(
    () => new Connection(file, { readonly: true, timeout: READ_TIMEOUT_MS }),
    readers,
  );
  const store = new SqliteStore(writer, pool);
  await rebuildDue(store);
  return store;
}

class SqliteStore implements Store {
  readonly #writer: Connection;
  readonly #pool: ReaderPool;
  readonly #underWay = new Set<Promise<unknown>>();
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(writer: Connection, pool: ReaderPool) {
    this.#writer = writer;
    this.#pool = pool;
  }

  first<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | undefined> {
    return this.#track(() => this.#pool.use(async (reader) => reader.first<Row>(sql, values)));
  }

  read<Result>(work: (tx: Reader) => Promise<Result>): Promise<Result> {
    return this.#track(() => this.#pool.use((reader) => reader.transaction('BEGIN', work)));
  }

  write<Result>(work: (tx: Writer) => Promise<Result>): Promise<Result> {
    return this.#inTurn(() => this.#writer.transaction('BEGIN IMMEDIATE', work));
  }

  optimize(): Promise<void> {
    return this.#inTurn(async () => {
      this.#writer.pragma('analysis_limit = 1000');
      this.#writer.exec('ANALYZE');
      this.#writer.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#underWay).then(() => {
      this.#pool.close();
      try {
        // A draft becomes what every other database is.
        this.#writer.pragma('journal_mode = WAL');
      } finally {
        this.#writer.close();
      }
    });
    return this.#closing;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#track(() => {
      const turn = this.#lastWrite.then(work);
      this.#lastWrite = turn.catch(() => undefined);
      return turn;
    });
  }

  async #track<Result>(start: () => Promise<Result>): Promise<Result> {
    if (this.#closing) throw new Error('the store is closed');
    const promise = start();
    this.#underWay.add(promise);
    try {
      return await promise;
    } finally {
      this.#underWay.delete(promise);
    }
  }
}
