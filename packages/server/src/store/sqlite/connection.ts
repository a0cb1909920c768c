import Database from 'better-sqlite3';
import { StoreBusy, StoreFull, type SqlValue, type Writer } from '../store.js';

type Statement = Database.Statement<unknown[]>;

const MAX_STATEMENTS = 500;

/**
 * A statement that is planned once. SQLite (3.54) takes the value of a variable into account when it
 * plans, and plans anew when the value has been cleared; better-sqlite3 (13.2) clears all of them
 * after each call, which made a look-up of 2 µs one of 12. Behind a `+` a variable is any value.
 */
export const withSettledPlan = (sql: string): string =>
  sql.replace(/'[^']*'|\?/g, (part) => (part === '?' ? '+?' : part));

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
      statement = this.#database.prepare<unknown[]>(withSettledPlan(sql));
      this.#forgetOldest();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Runs `work` in a writing transaction without giving way to anything else in the process. */
  atOnce(work: () => void): void {
    this.#database.transaction(work).immediate();
  }

  /** Whether a transaction is open; some failures of SQLite end it by themselves. */
  get isInTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** Runs `work` between `begin` and COMMIT; ROLLBACK when it throws. */
  async transaction<Result>(
    begin: 'BEGIN' | 'BEGIN IMMEDIATE',
    work: (tx: Writer) => Promise<Result>,
  ): Promise<Result> {
    this.run(begin);
    const tx = new Transaction(this);
    try {
      const result = await work(tx);
      tx.end();
      this.run('COMMIT');
      return result;
    } catch (error) {
      tx.abandon();
      if (this.isInTransaction) this.run('ROLLBACK');
      throw error;
    }
  }

  /** The first row of a query that is a transaction of its own. */
  first<Row>(sql: string, values: readonly SqlValue[]): Row | undefined {
    return translated(() => this.prepare(sql).get(values) as Row | undefined);
  }

  /** Runs a statement of the connection's own that binds nothing. */
  run(sql: string): void {
    translated(() => this.prepare(sql).run());
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
  /** What ended the transaction behind its back. */
  #lost: Error | undefined;
  #isFilling = false;
  readonly #pace = new Pace();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @throws what ended the transaction before its work was done. */
  end(): void {
    this.abandon();
    if (this.#lost) throw this.#lost;
  }

  abandon(): void {
    this.#connection = undefined;
  }

  all<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#execute(sql, (statement) => statement.all(values) as Row[]);
  }

  first<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | undefined> {
    return this.#execute(sql, (statement) => statement.get(values) as Row | undefined);
  }

  arrays<Row extends readonly SqlValue[]>(
    sql: string,
    values: readonly SqlValue[] = [],
  ): Promise<Row[]> {
    return this.#execute(sql, (statement) => {
      try {
        return statement.raw(true).all(values) as Row[];
      } finally {
        statement.raw(false);
      }
    });
  }

  run(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.#execute(sql, (statement) => statement.run(values).changes);
  }

  async runMany(sql: string, batch: Iterable<readonly SqlValue[]>): Promise<number> {
    const wide = this.#isFilling ? ofManyRows(sql, ROWS_OF_STATEMENT) : undefined;
    if (wide === undefined) return this.#runEach(sql, batch);
    const rows = [...batch];
    const rest = rows.length % ROWS_OF_STATEMENT;
    const changes = await this.#runEach(wide, inPacks(rows, ROWS_OF_STATEMENT));
    return changes + (await this.#runEach(sql, rows.slice(rows.length - rest)));
  }

  async #runEach(sql: string, batch: Iterable<readonly SqlValue[]>): Promise<number> {
    const rows = batch[Symbol.iterator]();
    const some = (statement: Statement) => runSome(statement, rows);
    let changes = 0;
    for (let isDone = false; !isDone;) {
      const part = this.#attempt(sql, some);
      changes += part.changes;
      isDone = part.isDone;
      if (!isDone && this.#pace.isDue()) await this.#pace.rest();
    }
    return changes;
  }

  async savepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.run('SAVEPOINT part');
    try {
      const result = await work();
      await this.run('RELEASE part');
      return result;
    } catch (error) {
      if (this.#lost) throw this.#lost;
      await this.run('ROLLBACK TO part');
      await this.run('RELEASE part');
      throw error;
    }
  }

  async withoutIndexes<Result>(table: string, fill: () => Promise<Result>): Promise<Result> {
    const indexes = await this.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name`,
      [table],
    );
    for (const { name } of indexes) await this.run(`DROP INDEX ${name}`);
    const result = await this.#filling(fill);
    for (const { sql } of indexes) await this.run(sql);
    return result;
  }

  /** Meanwhile a statement inserts many rows: they go to the end of a table, so few pages change. */
  async #filling<Result>(fill: () => Promise<Result>): Promise<Result> {
    this.#isFilling = true;
    try {
      return await fill();
    } finally {
      this.#isFilling = false;
    }
  }

  async #execute<Result>(sql: string, call: (statement: Statement) => Result): Promise<Result> {
    const result = this.#attempt(sql, call);
    if (this.#pace.isDue()) await this.#pace.rest();
    return result;
  }

  #attempt<Result>(sql: string, call: (statement: Statement) => Result): Result {
    if (this.#lost) throw this.#lost;
    const connection = this.#connection;
    if (connection === undefined) {
      throw new Error(
        'the transaction has ended: use tx only inside the work that it was given to',
      );
    }
    try {
      return translated(() => call(connection.prepare(sql)));
    } catch (error) {
      if (!connection.isInTransaction) this.#lost = asError(error);
      throw error;
    }
  }
}

const ROWS_OF_STATEMENT = 16;
const manyRows = new Map<string, string | undefined>();

/**
 * A statement that inserts one row as one that inserts several; `undefined` for any other. It does
 * the same in two thirds of the time: much of what a short statement takes is its begin and end.
 */
export function ofManyRows(sql: string, rows: number): string | undefined {
  const text = `${rows} ${sql}`;
  if (manyRows.has(text)) return manyRows.get(text);
  const [, head, row, tail] = /^(INSERT INTO .* VALUES )(\((?:\?, )*\?\))(.*)$/s.exec(sql) ?? [];
  const many = row && `${head}${new Array<string>(rows).fill(row).join(', ')}${tail}`;
  manyRows.set(text, many);
  return many;
}

/**
 * What several rows bind, as one; those that fill no pack are left out. Each pack is the same array.
 * NULL is given as NaN, which SQLite stores as NULL: better-sqlite3 (13.2) binds a number in 60 ns,
 * and asks of anything else in turn whether it is a bigint, text or bytes before it is null: 160 ns.
 */
function* inPacks(
  rows: readonly (readonly SqlValue[])[],
  size: number,
): Generator<readonly SqlValue[]> {
  const pack: SqlValue[] = [];
  for (let end = size; end <= rows.length; end += size) {
    let at = 0;
    for (let n = end - size; n < end; n++) {
      for (const value of rows[n] ?? []) pack[at++] = value ?? NaN;
    }
    yield pack;
  }
}

const ROWS_AT_ONCE = 50;

function runSome(
  statement: Statement,
  rows: Iterator<readonly SqlValue[]>,
): { changes: number; isDone: boolean } {
  let changes = 0;
  for (let n = 0; n < ROWS_AT_ONCE; n++) {
    const next = rows.next();
    if (next.done) return { changes, isDone: true };
    changes += statement.run(next.value).changes;
  }
  return { changes, isDone: false };
}

const HOLD_MS = 4;

/** Lets a long transaction give way to everything else in the process, again and again. */
class Pace {
  #since = performance.now();

  isDue(): boolean {
    return performance.now() - this.#since > HOLD_MS;
  }

  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

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
