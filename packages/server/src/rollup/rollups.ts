import {
  tables,
  type Key as RowKey,
  type Row,
  type Table,
  type TableName,
} from '../ingest/tables.js';
import { detached } from '../ingest/text-blocks.js';
import { all, isIn, name, sql } from '../store/sql.js';
import type { Writer } from '../store/store.js';
import { ContactChanges } from './contacts.js';
import { Deltas } from './deltas.js';
import { eventReader, eventSources, type EventRow } from './events.js';
import { parts, partsOf, rebuildOrganization, type Part } from './rebuild.js';
import { FillCounts } from './fill-counts.js';
import { ThreadChanges } from './threads.js';

/** Rows are collected up to here, then written. */
const MAX_DELTAS = 50_000;

/** From this many changed rows of an organization on a rebuild may be the shorter way. */
const MANY_ROWS = 20_000;

/** Following the change of a row costs about as much as building this many anew. */
const REBUILT_PER_FOLLOWED = 5;

/** Rows of one table that come, are replaced or go: their keys, and what comes. */
interface Change {
  readonly table: Table;
  readonly keys: readonly RowKey[];
  /** As stored; none where the keys go. Of one key twice the last stands. */
  readonly rows?: readonly Row[];
}

/** Keeps the sums over events right in the transaction that changes the events. */
export class Rollups {
  readonly #tx: Writer;
  readonly #deltas: Deltas;
  readonly #threads: ThreadChanges;
  readonly #contacts: ContactChanges;
  readonly #due = new Map<string, Set<Part>>();
  readonly #fills = new Map<TableName, FillCounts>();
  readonly #followed = new Map<string, number>();

  constructor(tx: Writer) {
    this.#tx = tx;
    this.#deltas = new Deltas(tx);
    this.#threads = new ThreadChanges(tx);
    this.#contacts = new ContactChanges(tx);
  }

  /** Makes the change that `write` makes of events, and notes what it does to the sums. */
  async follow<Result>(change: Change, write: () => Promise<Result>): Promise<Result> {
    const { table } = change;
    const source = eventSources[table.name];
    if (source === undefined || change.keys.length === 0) return write();
    const fill = this.#fills.get(table.name);
    if (fill) {
      if (change.rows) await fill.count(change.rows);
      else fill.giveUp();
      return write();
    }
    const ids = idsByOrg(change.keys);
    for (const org of ids.keys()) await this.#decide(table.name, org, ids);
    const followed = [...ids].filter(([org]) => !this.#isDue(org, table.name));
    if (followed.length === 0) return write();
    const before = await this.#stored(table, source.columns, followed);
    const after = eventsOf(change, source.columns);
    for (const [org, own] of followed) {
      for (const id of own) {
        const text = `${org} ${id}`;
        const [old, now] = [before.get(text), after.get(text)];
        if (old) source.count(this.#deltas, org, old, -1);
        if (now) source.count(this.#deltas, org, now, 1);
        if (this.#counts(table.name, 'sightings', org)) this.#contacts.note(org, old, now);
        if (this.#counts(table.name, 'threads', org)) this.#threads.note(org, id, old, now);
      }
    }
    await this.#threads.count(this.#deltas);
    await this.#contacts.count(this.#deltas);
    const result = await write();
    if (this.#deltas.size > MAX_DELTAS) await this.#deltas.flush();
    return result;
  }

  /** A table that was empty is being filled: its rows are counted as they come. */
  filling(table: Table): void {
    const source = eventSources[table.name];
    if (source) this.#fills.set(table.name, new FillCounts(this.#tx, table, source));
  }

  /** The table is full: what else its rows are counted in is built at the end. */
  async filled({ name: table }: Table): Promise<void> {
    const fill = this.#fills.get(table);
    if (fill === undefined) return;
    this.#fills.delete(table);
    const isCounted = await fill.finish();
    const due = partsOf(table).filter((part) => part !== table || !isCounted);
    for (const org of fill.orgs) this.#dueOf(org, due);
  }

  /** The local times of an organization have changed: its sums are built anew at the end. */
  renew(org: string): void {
    this.#dueOf(org, parts);
  }

  /** Writes what has not been written. */
  async finish(): Promise<void> {
    await this.#deltas.flush();
    await this.#contacts.flush();
    for (const org of [...this.#due.keys()].sort()) {
      const exists = await this.#tx.first('SELECT 1 FROM organizations WHERE id = ?', [org]);
      if (exists) await rebuildOrganization(this.#tx, org, this.#due.get(org));
    }
    this.#due.clear();
    this.#followed.clear();
  }

  /** Whether changes are followed row by row or built at the end, whichever is the shorter way. */
  async #decide(
    table: TableName,
    org: string,
    ids: ReadonlyMap<string, Set<string>>,
  ): Promise<void> {
    if (this.#isDue(org, table)) return;
    const before = this.#followed.get(org) ?? 0;
    const rows = before + (ids.get(org)?.size ?? 0);
    this.#followed.set(detached(org), rows);
    if (!isPassed(before, rows)) return;
    if (rows * REBUILT_PER_FOLLOWED < (await this.#eventsOf(org))) return;
    this.#dueOf(org, partsOf(table));
  }

  #dueOf(org: string, parts: readonly Part[]): void {
    let due = this.#due.get(org);
    if (due === undefined) this.#due.set(detached(org), (due = new Set()));
    for (const part of parts) due.add(part);
  }

  #isDue(org: string, part: Part): boolean {
    return this.#due.get(org)?.has(part) ?? false;
  }

  /** Whether rows of a table are counted in a part that is kept row by row. */
  #counts(table: TableName, part: Part, org: string): boolean {
    return partsOf(table).includes(part) && !this.#isDue(org, part);
  }

  async #eventsOf(org: string): Promise<number> {
    const counts = Object.keys(eventSources).map(
      (table) => `(SELECT COUNT(*) FROM ${table} WHERE org_id = ?)`,
    );
    const values = counts.map(() => org);
    const row = await this.#tx.first<{ n: number }>(`SELECT ${counts.join(' + ')} AS n`, values);
    return row?.n ?? 0;
  }

  async #stored(
    { name: table }: Table,
    columns: readonly string[],
    idsByOrg: readonly (readonly [org: string, ids: Set<string>])[],
  ): Promise<Map<string, EventRow>> {
    const found = new Map<string, EventRow>();
    for (const [org, ids] of idsByOrg) {
      const rows = await all<EventRow>(
        this.#tx,
        sql`SELECT id, ${names(columns)} FROM ${name(table)}
            WHERE org_id = ${org} AND ${isIn(name('id'), [...ids])}`,
      );
      for (const row of rows) found.set(`${org} ${row['id']}`, row);
    }
    return found;
  }
}

const names = (columns: readonly string[]) =>
  columns.map((column) => name(column)).reduce((a, b) => sql`${a}, ${b}`);

function eventsOf({ table, rows = [] }: Change, columns: readonly string[]): Map<string, EventRow> {
  const read = eventReader(table, columns);
  const id = tables[table.name].columns.findIndex((column) => column.name === 'id');
  return new Map(rows.map((row) => [`${row[table.org]} ${row[id]}`, read(row)]));
}

/** Whether a count passes one of the numbers at which the shorter way is looked for anew. */
const isPassed = (before: number, now: number): boolean => {
  let mark = MANY_ROWS;
  while (mark <= before) mark *= 2;
  return mark <= now;
};

function idsByOrg(keys: readonly RowKey[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  let last: unknown;
  let own = new Set<string>();
  for (const [org, id] of keys) {
    if (org !== last) {
      last = org;
      own = ids.get(String(org)) ?? new Set();
      ids.set(String(org), own);
    }
    own.add(String(id));
  }
  return ids;
}
