import { LocalTimes } from '../ingest/local-times.js';
import type { TableName } from '../ingest/tables.js';
import type { Store, Writer } from '../store/store.js';
import { localDay, localHour } from '../time/local.js';
import { zoneOf, type Zone } from '../time/segments.js';
import { countGaps } from './contacts.js';
import {
  ALL,
  BLOCKS,
  contactGap,
  keyOf,
  NEVER,
  responseBlock,
  responseDay,
  responseMonth,
  rollups,
  type Rollup,
} from './definitions.js';
import { Deltas } from './deltas.js';
import { eventSources, type EventRow } from './events.js';
import { Pairing } from './pairing.js';
import { countUnit, TAKES_PART } from './threads.js';

const CHUNK_ROWS = 20_000;
const MAX_DELTAS = 50_000;

const responses: readonly Rollup[] = [responseDay, responseMonth, responseBlock];

/**
 * Builds the sums of an organization from its events, in the transaction of `tx`, so that no reader
 * sees them in between.
 */
export async function rebuildOrganization(tx: Writer, org: string): Promise<void> {
  const sums = rollups.filter((rollup) => !responses.includes(rollup) && rollup !== contactGap);
  await empty(tx, org, sums);
  const deltas = new Deltas(tx);
  for (const table of Object.keys(eventSources)) {
    await countEvents(tx, deltas, org, table as TableName);
  }
  await deltas.flush();
  await rebuildResponses(tx, org);
  await rebuildContacts(tx, org);
}

/** Builds the sums of the organizations of a database whose schema has just been brought up to date. */
export async function rebuildDue(store: Store): Promise<void> {
  const due = await store.read((tx) => tx.all<{ org_id: string }>('SELECT org_id FROM rollup_due'));
  for (const { org_id } of due) {
    await store.write(async (tx) => {
      await new LocalTimes(tx).restamp(org_id);
      await rebuildOrganization(tx, org_id);
      await tx.run('DELETE FROM rollup_due WHERE org_id = ?', [org_id]);
    });
  }
}

async function empty(tx: Writer, org: string, which: readonly Rollup[]): Promise<void> {
  for (const { name } of which) await tx.run(`DELETE FROM ${name} WHERE org_id = ?`, [org]);
}

async function countEvents(
  tx: Writer,
  deltas: Deltas,
  org: string,
  table: TableName,
): Promise<void> {
  const source = eventSources[table];
  if (source === undefined) return;
  const at = table === 'calls' ? 'started_at' : 'created_at';
  const columns = new Set(['id', at, ...source.columns]);
  const select = `SELECT ${[...columns].join(', ')} FROM ${table}
    WHERE org_id = ? AND (${at}, id) > (?, ?) ORDER BY ${at}, id LIMIT ${CHUNK_ROWS}`;
  let after: readonly (string | number)[] | undefined = [-Number.MAX_SAFE_INTEGER, ''];
  while (after !== undefined) {
    const rows: EventRow[] = await tx.all<EventRow>(select, [org, ...after]);
    for (const row of rows) source.count(deltas, org, row, 1);
    if (deltas.size > MAX_DELTAS) await deltas.flush();
    const last: EventRow | undefined = rows.at(-1);
    after = last && [Number(last[at]), String(last['id'])];
  }
}

interface ThreadRow {
  readonly contact_id: string;
  readonly phone_id: string | null;
  readonly channel: string;
  readonly direction: string;
  readonly created_at: number;
}

/** Builds the sums of answered and unanswered messages of an organization. */
export async function rebuildResponses(tx: Writer, org: string): Promise<void> {
  await empty(tx, org, responses);
  const zone = await zoneOfOrganization(tx, org);
  const deltas = new Deltas(tx);
  const upTo = 'org_id = ? AND contact_id > ? AND contact_id <= ?';
  for await (const [after, last] of contactRanges(tx, org, ['messages'])) {
    const rows = await tx.all<ThreadRow>(
      `SELECT contact_id, phone_id, channel, direction, created_at FROM messages
       WHERE ${upTo} AND ${TAKES_PART} ORDER BY contact_id, phone_id, created_at, id`,
      [org, after, last],
    );
    countThreads(deltas, org, zone, rows);
    if (deltas.size > MAX_DELTAS) await deltas.flush('narrow');
  }
  await deltas.flush('narrow');
  await widenResponses(tx, org);
}

/**
 * What `widerThan` of `response_day` says, for all rows at once: threads are read contact by
 * contact, so that every row would be widened again and again.
 */
async function widenResponses(tx: Writer, org: string): Promise<void> {
  const sumsOf = ({ sums }: Rollup) => sums.map((sum) => `SUM(${sum})`).join(', ');
  const [day, month, block] = responses.map(sumsOf);
  await tx.run(
    `INSERT INTO response_day SELECT org_id, unit, '${ALL}', day, ${day} FROM response_day
     WHERE org_id = ? GROUP BY unit, day`,
    [org],
  );
  await tx.run(
    `INSERT INTO response_month SELECT org_id, unit, key, ${MONTH} AS month, ${month}
     FROM response_day WHERE org_id = ? GROUP BY unit, key, month`,
    [org],
  );
  for (const days of BLOCKS) {
    await tx.run(
      `INSERT INTO response_block
       SELECT org_id, unit, ${days}, (day - (day % ${days} + ${days}) % ${days}) / ${days} AS block,
         key, ${block}
       FROM response_day WHERE org_id = ? AND key <> '${ALL}' GROUP BY unit, block, key`,
      [org],
    );
  }
}

/** `monthOf` of a column `day`. */
const MONTH = `CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) * 12
  + CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1`;

function countThreads(deltas: Deltas, org: string, zone: Zone, rows: readonly ThreadRow[]): void {
  let threads = new Map<string, Pairing<ThreadRow>>();
  let contact: string | undefined;
  const end = () => threads.forEach((thread) => thread.end());
  for (const row of rows) {
    if (row.contact_id !== contact) {
      end();
      threads = new Map();
      contact = row.contact_id;
    }
    const key = row.phone_id === null ? `over ${row.channel}` : `by ${row.phone_id}`;
    let thread = threads.get(key);
    if (thread === undefined) {
      thread = new Pairing<ThreadRow>((unit, { phone_id, created_at }, replyAt) => {
        const [day, hour] = [localDay(zone, created_at), localHour(zone, created_at)];
        countUnit(deltas, org, phone_id, unit, { created_at, day, hour }, replyAt, 1);
      });
      threads.set(key, thread);
    }
    thread.next(row);
  }
  end();
}

interface SeenRow {
  readonly contact_id: string;
  readonly phone_id: string | null;
  readonly member_id: string | null;
  readonly day: number;
}

/** Builds what is known of the days on which contacts of an organization were active. */
export async function rebuildContacts(tx: Writer, org: string): Promise<void> {
  await empty(tx, org, [contactGap]);
  await tx.run('DELETE FROM contact_seen WHERE org_id = ?', [org]);
  const deltas = new Deltas(tx);
  const of = (table: string) => `SELECT contact_id, day, phone_id, member_id FROM ${table}
    WHERE org_id = ? AND contact_id > ? AND contact_id <= ?`;
  for await (const range of contactRanges(tx, org, ['calls', 'messages'])) {
    const rows = await tx.all<SeenRow>(
      `${of('calls')} UNION ALL ${of('messages')} ORDER BY contact_id, day`,
      [org, ...range, org, ...range],
    );
    const seen: (readonly [string, string, string, number])[] = [];
    for (const contact of byContact(rows)) {
      const [{ contact_id } = { contact_id: '' }] = contact;
      const days = new Set(contact.map(({ day }) => day));
      countGaps(deltas, org, [...days, NEVER], 1);
      const last = new Map(
        contact.map(({ phone_id, member_id, day }) => [keyOf(phone_id, member_id), day]),
      );
      for (const [key, day] of last) seen.push([org, key, contact_id, day]);
    }
    await tx.runMany(
      'INSERT INTO contact_seen (org_id, key, contact_id, last_day) VALUES (?, ?, ?, ?)',
      seen,
    );
    if (deltas.size > MAX_DELTAS) await deltas.flush();
  }
  await deltas.flush();
}

/** Rows in order of their contact, cut where the contact changes. */
function byContact(rows: readonly SeenRow[]): SeenRow[][] {
  const contacts: SeenRow[][] = [];
  let last: string | undefined;
  for (const row of rows) {
    if (row.contact_id !== last) contacts.push([]);
    contacts.at(-1)?.push(row);
    last = row.contact_id;
  }
  return contacts;
}

/** Contact ids in stretches (after, up to] that hold about a chunk of rows of the first table. */
async function* contactRanges(
  tx: Writer,
  org: string,
  tables: readonly ('calls' | 'messages')[],
): AsyncGenerator<readonly [after: string, last: string]> {
  const nth = (table: string, offset: number, order: string) =>
    `SELECT contact_id AS id FROM ${table} WHERE org_id = ? AND contact_id > ?
     ORDER BY contact_id ${order} LIMIT 1 OFFSET ${offset}`;
  for (let after = ''; ;) {
    const ends: string[] = [];
    for (const table of tables) {
      const row =
        (await tx.first<{ id: string }>(nth(table, CHUNK_ROWS, 'ASC'), [org, after])) ??
        (await tx.first<{ id: string }>(nth(table, 0, 'DESC'), [org, after]));
      if (row) ends.push(row.id);
    }
    if (ends.length === 0) return;
    const last = ends.reduce((a, b) => (a < b ? a : b));
    yield [after, last];
    after = last;
  }
}

async function zoneOfOrganization(tx: Writer, org: string): Promise<Zone> {
  const row = await tx.first<{ timezone: string }>(
    'SELECT timezone FROM organizations WHERE id = ?',
    [org],
  );
  if (row === undefined) throw new Error(`organization ${org} is not in the database`);
  return zoneOf(row.timezone);
}
