import { StoreBusy, StoreFull, type Store, type Writer } from '../store/store.js';
import { Rollups } from '../rollup/rollups.js';
import { logChanges } from './change-log.js';
import { Changes } from './changes.js';
import { GatheredRows, type RowSink } from './gathered-rows.js';
import { LocalTimes } from './local-times.js';
import { References } from './references.js';
import { Removals } from './removals.js';
import { readJsonRow, RowFault } from './rows.js';
import { tables, type Key, type Row, type Table, type TableName } from './tables.js';

/** A row of a batch that cannot be written. */
export class BadRow extends Error {
  override name = 'BadRow';
  /** Position in the batch. */
  readonly row: number;
  /** The column to blame; absent when the row as a whole is wrong. */
  readonly column: string | undefined;
  /** What is wrong, without the column. */
  readonly reason: string;

  constructor(row: number, column: string | undefined, reason: string) {
    super(`row ${row}: ${new RowFault(column, reason)}`);
    this.row = row;
    this.column = column;
    this.reason = reason;
  }
}

/** What one import or command does to rows, all or nothing. */
export type RowWork<Result> = (rows: RowWriter, tx: Writer) => Promise<Result>;

/** What one request does to rows; it reads no events that it has written. */
export type RequestWork<Result> = (rows: RowSink, tx: Writer) => Promise<Result>;

/**
 * The one way by which rows get into the tables and out of them: imports, HTTP and sample data go
 * through it. All or nothing, in one write; whatever `work` or a check throws rolls it back.
 * @throws {BadRow} @throws {RowInUse} @throws {StoreBusy} @throws {StoreFull}
 */
export function writeRows<Result>(store: Store, work: RowWork<Result>): Promise<Result> {
  return store.write(async (tx) => {
    const { result, changes } = await finished(tx, work);
    await logChanges(tx, [changes]);
    return result;
  });
}

/**
 * Does several works, which were asked for at about the same time, in one write. Each is all or
 * nothing by itself: one that throws is rolled back alone, and the others are committed.
 * @throws {StoreBusy} @throws {StoreFull} when none of them was committed.
 */
export async function writeRowsTogether<Result>(
  store: Store,
  works: readonly RequestWork<Result>[],
): Promise<PromiseSettledResult<Result>[]> {
  try {
    const results = await writeRows(store, asOne(works));
    return results.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    if (reason instanceof StoreBusy || reason instanceof StoreFull) throw reason;
    if (works.length === 1) return [{ status: 'rejected', reason }];
    return store.write((tx) => oneByOne(tx, works));
  }
}

/**
 * Works that share what they look up, what they write and what they add up. One that is alone puts
 * its rows itself: there is nobody to share with, and it says which of them is wrong.
 */
const asOne =
  <Result>(works: readonly RequestWork<Result>[]): RowWork<Result[]> =>
  async (rows, tx) => {
    const gathered = new GatheredRows(rows);
    const sink = works.length > 1 ? gathered : rows;
    const results: Result[] = [];
    for (const work of works) results.push(await work(sink, tx));
    await gathered.flush();
    return results;
  };

async function oneByOne<Result>(
  tx: Writer,
  works: readonly RequestWork<Result>[],
): Promise<PromiseSettledResult<Result>[]> {
  const settled: PromiseSettledResult<Result>[] = [];
  const kept: Changes[] = [];
  for (const work of works) {
    try {
      const { result, changes } = await tx.savepoint(() => finished(tx, work));
      kept.push(changes);
      settled.push({ status: 'fulfilled', value: result });
    } catch (reason) {
      settled.push({ status: 'rejected', reason });
    }
  }
  await logChanges(tx, kept);
  return settled;
}

async function finished<Result>(
  tx: Writer,
  work: RowWork<Result>,
): Promise<{ result: Result; changes: Changes }> {
  const changes = new Changes(tx);
  const rows = new RowWriter(tx, changes);
  const result = await work(rows, tx);
  await rows.finish();
  return { result, changes };
}

/** Writes parsed rows. Tables come after those that they refer to, as in `tableNames`. */
export class RowWriter {
  readonly #tx: Writer;
  readonly #changes: Changes;
  readonly #references: References;
  readonly #localTimes: LocalTimes;
  readonly #removals: Removals;
  readonly #rollups: Rollups;

  constructor(tx: Writer, changes: Changes) {
    this.#tx = tx;
    this.#changes = changes;
    this.#references = new References(tx);
    this.#localTimes = new LocalTimes(tx);
    this.#removals = new Removals(tx);
    this.#rollups = new Rollups(tx);
  }

  /**
   * Adds rows, or replaces those of the same key whole; of one key twice the last stands.
   * Where `mentioning` tells which rows refer to something new, the references of others are not
   * looked up: rows that were put before have the same.
   * @throws {BadRow} for the first row that refers to one which does not exist.
   */
  async put(name: TableName, rows: readonly Row[], mentioning?: ArrayLike<number>): Promise<void> {
    const table = tables[name];
    const referring = mentioning ? Array.from(mentioning, (row) => rows[row] ?? []) : rows;
    const missing = await this.#references.firstMissing(table, referring);
    if (missing) {
      const row = mentioning?.[missing.row] ?? missing.row;
      throw new BadRow(row, missing.column, missing.message);
    }
    if (name === 'organizations') await this.#setZones(zonesOf(table, rows));
    const stored = await this.#localTimes.stamp(table, rows);
    const keys = keysOf(table, rows);
    await this.#changes.put(table, keys, rows, () =>
      this.#rollups.follow({ table, keys, rows: stored }, () =>
        this.#tx.runMany(upsert(table), stored),
      ),
    );
  }

  /**
   * Adds or replaces rows given as JSON; `now`, in epoch ms, bounds the instants of events.
   * @throws {BadRow} for the first row that is not well formed, or refers to a missing one.
   */
  async putJson(name: TableName, values: readonly unknown[], now: number): Promise<void> {
    const rows = values.map((value, index) => {
      const row = readJsonRow(tables[name], value, now);
      if (row instanceof RowFault) throw new BadRow(index, row.column, row.message);
      return row;
    });
    await this.put(name, rows);
  }

  /**
   * Removes rows by their keys; unknown keys are no error. Returns how many there were. Rows that
   * others refer to make `writeRows` throw in the end, unless those go too.
   */
  async remove(name: TableName, keys: readonly Key[]): Promise<number> {
    this.#references.forget();
    const table = tables[name];
    return this.#changes.remove(table, keys, () =>
      this.#rollups.follow({ table, keys }, () => this.#removals.remove(table, keys)),
    );
  }

  /** Runs `work`, which fills a table: without the table's indexes where it is empty now. */
  async fill(name: TableName, work: () => Promise<void>): Promise<void> {
    if ((await this.#tx.first(`SELECT 1 FROM ${name} LIMIT 1`)) !== undefined) return work();
    this.#rollups.filling(tables[name]);
    await this.#tx.withoutIndexes(name, work);
    await this.#rollups.filled(tables[name]);
  }

  /** What must be done, and what must hold, before the commit. */
  async finish(): Promise<void> {
    await this.#removals.check();
    await this.#rollups.finish();
  }

  async #setZones(zones: ReadonlyMap<string, string>): Promise<void> {
    for (const org of await this.#localTimes.setZones(zones)) this.#rollups.renew(org);
  }
}

const upserts = new Map<Table, string>();

/** Inserts a stored row, or replaces the one of its key where anything differs. */
function upsert(table: Table): string {
  let statement = upserts.get(table);
  if (statement === undefined) upserts.set(table, (statement = buildUpsert(table)));
  return statement;
}

function buildUpsert({ name, columns, key, localTimeOf }: Table): string {
  const names = columns.map((column) => column.storedAs);
  const keys = key.map((position) => names[position]);
  if (localTimeOf !== undefined) names.push('day', 'hour');
  const rest = names.filter((column) => !keys.includes(column));
  const insert = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${keys.join(', ')})`;
  if (rest.length === 0) return `${insert} DO NOTHING`;
  const own = rest.map((column) => `${name}.${column}`).join(', ');
  const given = rest.map((column) => `excluded.${column}`).join(', ');
  return `${insert} DO UPDATE SET (${rest.join(', ')}) = (${given})
    WHERE (${own}) IS DISTINCT FROM (${given})`;
}

const keysOf = ({ key }: Table, rows: readonly Row[]): Key[] =>
  rows.map((row) => key.map((position) => String(row[position])));

function zonesOf(table: Table, rows: readonly Row[]): ReadonlyMap<string, string> {
  const zone = table.columns.findIndex((column) => column.name === 'timezone');
  return new Map(rows.map((row) => [String(row[table.org]), String(row[zone])]));
}
