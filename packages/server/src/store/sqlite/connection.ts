import Database from 'better-sqlite3';
import { StoreBusy, StoreFull, type SqlValue, type Writer } from '../store.js';

type Statement = Database.Statement<unknown[]>;

const MAX_STATEMENTS = 500;

/** One connection, its prepared statements, and the one transaction that it may be in. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(file: string, options: Database.Options) {
    this.#database = new Database(file, options);
  }

  exec(sql: string): void {
    translated(() => this.#database.exec(sql));
  }

  /** First column of the first row that a pragma answers. */
  pragma(source: string): unknown {
    return translated(() => this.#database.pragma(source, { simple: true }));
  }

  prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare<unknown[]>(sql);
      this.#forgetOldest();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Runs `work` in a writing transaction without giving way to anything else in the process. */
  atOnce(work: () => void): void {
    this.#database.transaction(work).immediate();
  }

  /** Runs `work` between `begin` and COMMIT; ROLLBACK when it throws. */
  async transaction<Result>(
    begin: 'BEGIN' | 'BEGIN IMMEDIATE',
    work: (tx: Writer) => Promise<Result>,
  ): Promise<Result> {
    this.exec(begin);
    const tx = new Transaction(this);
    try {
      const result = await work(tx);
      tx.end();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      tx.end();
      if (this.#database.inTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #forgetOldest(): void {
    if (this.#statements.size < MAX_STATEMENTS) return;
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined) this.#statements.delete(oldest);
  }
}

class Transaction implements Writer {
  #connection: Connection | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  end(): void {
    this.#connection = undefined;
  }

  async all<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    const statement = this.#prepare(sql);
    return translated(() => statement.all(values)) as Row[];
  }

  async first<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | undefined> {
    const statement = this.#prepare(sql);
    return translated(() => statement.get(values)) as Row | undefined;
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    const statement = this.#prepare(sql);
    return translated(() => statement.run(values).changes);
  }

  async runMany(sql: string, batch: Iterable<readonly SqlValue[]>): Promise<number> {
    const statement = this.#prepare(sql);
    return translated(() => {
      let changes = 0;
      for (const values of batch) changes += statement.run(values).changes;
      return changes;
    });
  }

  async withoutIndexes<Result>(table: string, fill: () => Promise<Result>): Promise<Result> {
    const indexes = await this.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name`,
      [table],
    );
    for (const { name } of indexes) await this.run(`DROP INDEX ${name}`);
    const result = await fill();
    for (const { sql } of indexes) await this.run(sql);
    return result;
  }

  #prepare(sql: string): Statement {
    const connection = this.#connection;
    if (connection === undefined) {
      throw new Error(
        'the transaction has ended: use tx only inside the work that it was given to',
      );
    }
    return translated(() => connection.prepare(sql));
  }
}

function translated<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw error instanceof Database.SqliteError ? storeError(error) : error;
  }
}

function storeError(error: InstanceType<typeof Database.SqliteError>): Error {
  if (error.code.startsWith('SQLITE_BUSY')) {
    return new StoreBusy('another process is writing to the database', { cause: error });
  }
  if (error.code === 'SQLITE_FULL') {
    return new StoreFull('the disk has no room for the write', { cause: error });
  }
  return error;
}
