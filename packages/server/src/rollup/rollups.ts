import {
  tables,
  type Key as RowKey,
  type Row,
  type Table,
  type TableName,
} from '../ingest/tables.js';
import { all, isIn, name, sql } from '../store/sql.js';
import type { Writer } from '../store/store.js';
import { ContactChanges } from './contacts.js';
import { Deltas } from './deltas.js';
import { eventReader, eventSources, type EventRow } from './events.js';
import { rebuildContacts, rebuildOrganization, rebuildResponses } from './rebuild.js';
import { ThreadChanges } from './threads.js';

/** Rows are collected up to here, then written. */
const MAX_DELTAS = 50_000;

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
  readonly #due = new Set<string>();
  readonly #filled = new Set<TableName>();

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
    const columns = source.columns;
    const before = await this.#stored(table, columns, change.keys);
    const after = eventsOf(change, columns);
    for (const [text, [org, id]] of idsOf(change.keys)) {
      if (this.#due.has(org)) continue;
      const [old, now] = [before.get(text), after.get(text)];
      if (old) source.count(this.#deltas, org, old, -1);
      if (now) source.count(this.#deltas, org, now, 1);
      if (this.#isFollowed('contacts', table.name)) this.#contacts.note(org, old, now);
      if (this.#isFollowed('threads', table.name)) this.#threads.note(org, id, old, now);
    }
    await this.#threads.subtract(this.#deltas);
    await this.#contacts.subtract(this.#deltas);
    const result = await write();
    await this.#threads.add(this.#deltas);
    await this.#contacts.add(this.#deltas);
    if (this.#deltas.size > MAX_DELTAS) await this.#deltas.flush();
    return result;
  }

  /** A table that was empty is being filled: threads and contacts are summed at the end. */
  filling(table: TableName): void {
    this.#filled.add(table);
  }

  /** The local times of an organization have changed: its sums are built anew at the end. */
  renew(org: string): void {
    this.#due.add(org);
  }

  /** Writes what has not been written. */
  async finish(): Promise<void> {
    await this.#deltas.flush();
    await this.#contacts.flush();
    if (this.#due.size + this.#filled.size === 0) return;
    const orgs = await this.#tx.all<{ id: string }>('SELECT id FROM organizations ORDER BY id');
    for (const { id } of orgs) {
      if (this.#due.has(id)) await rebuildOrganization(this.#tx, id);
      else {
        if (!this.#isFollowed('threads', 'messages')) await rebuildResponses(this.#tx, id);
        if (!this.#isFollowed('contacts', 'calls')) await rebuildContacts(this.#tx, id);
      }
    }
    this.#due.clear();
    this.#filled.clear();
  }

  /** Whether changes of a table are followed row by row in what concerns threads or contacts. */
  #isFollowed(what: 'threads' | 'contacts', table: TableName): boolean {
    if (table !== 'messages' && (what === 'threads' || table !== 'calls')) return false;
    const isFilled = this.#filled.has('messages');
    return what === 'threads' ? !isFilled : !isFilled && !this.#filled.has('calls');
  }

  async #stored(
    { name: table }: Table,
    columns: readonly string[],
    keys: readonly RowKey[],
  ): Promise<Map<string, EventRow>> {
    const found = new Map<string, EventRow>();
    for (const [org, ids] of idsByOrg(keys)) {
      const rows = await all<EventRow>(
        this.#tx,
        sql`SELECT id, ${names(columns)} FROM ${name(table)}
            WHERE org_id = ${org} AND ${isIn(name('id'), ids)}`,
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

const idsOf = (keys: readonly RowKey[]) =>
  new Map(keys.map(([org, id]) => [`${org} ${id}`, [String(org), String(id)] as const]));

function idsByOrg(keys: readonly RowKey[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [org, id] of keys) {
    const own = ids.get(String(org));
    if (own) own.push(String(id));
    else ids.set(String(org), [String(id)]);
  }
  return ids;
}
