import type { Scope } from '../access/scope.js';
import { during, visibleRows, type Interval } from '../access/visible-rows.js';
import { keysWithin, within } from '../access/within.js';
import { ALL, contactCount, NEVER } from '../rollup/definitions.js';
import { all, first, name, sql, type Sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { hasKey, inDays, split, type DayRange, type SumsRequest } from './event-sums.js';

export interface ContactCounts {
  /** Distinct contacts with a call or message in the range. */
  readonly active: number;
  /** Contacts that the reader owns or, at any time, called or wrote with. */
  readonly total: number;
}

/** Contacts as the reader sees them. */
export async function contactCounts(request: SumsRequest): Promise<ContactCounts> {
  const { tx, scope, query, range, zone } = request;
  const keys = keysWithin(scope, 'calls', query);
  if (keys === undefined) {
    const met = metIn(request, undefined);
    const total = await count(request, sql`${ownedBy(request)} UNION ${met}`);
    return { active: await count(request, metIn(request, range)), total };
  }
  if (keys[0] === ALL) {
    return { active: await activeInAll(request), total: await allContacts(tx, scope) };
  }
  const { days, rest } = split(range, zone);
  const isWhole = days && rest.length === 0 && !(await isSeenAfter(request, keys, days.to));
  const seen = await seenUnder(request, keys, isWhole ? days.from : NEVER);
  const ids = new Set(seen.flatMap(({ inRange }) => idsIn(inRange)));
  const active = isWhole ? ids.size : await count(request, metIn(request, range));
  for (const { before } of seen) addTo(ids, before);
  addTo(ids, await ownedIds(request));
  return { active, total: ids.size };
}

/** Ids as one text: a row each would cost several times as much. No id has a space in it. */
const asText = (column: string): Sql => sql`group_concat(${name(column)}, ' ')`;

const idsIn = (text: string | null): string[] => text?.split(' ') ?? [];

function addTo(ids: Set<string>, text: string | null): void {
  for (const id of idsIn(text)) ids.add(id);
}

/**
 * Contacts under each of some keys: those last seen from a day on, and those last seen before it.
 * They are told apart in memory, since SQLite counts distinct texts through a table that it makes
 * for that, which takes three times as long.
 */
function seenUnder({ tx, scope }: SumsRequest, keys: readonly string[], day: number) {
  const ids = asText('contact_id');
  return all<{ inRange: string | null; before: string | null }>(
    tx,
    sql`SELECT ${ids} FILTER (WHERE last_day >= ${day}) AS inRange,
          ${ids} FILTER (WHERE last_day < ${day}) AS before
        FROM contact_seen WHERE ${hasKey(scope.orgId, keys)} GROUP BY key`,
  );
}

async function ownedIds(request: SumsRequest): Promise<string | null> {
  const owned = sql`SELECT ${asText('id')} AS ids FROM (${ownedBy(request)})`;
  return (await first<{ ids: string | null }>(request.tx, owned))?.ids ?? null;
}

const ownedBy = ({ scope, query }: SumsRequest): Sql =>
  sql`SELECT id FROM contacts WHERE ${within(scope, 'contacts', { filters: query })}`;

/** Of a whole organization. */
async function activeInAll(request: SumsRequest): Promise<number> {
  const { days, rest } = split(request.range, request.zone);
  const whole = days ? await leaving(request, days) : 0;
  const [part] = rest;
  return part ? whole + (await newlyActive(request, days, part)) : whole;
}

async function allContacts(tx: Reader, { orgId }: Scope): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`SELECT n FROM ${name(contactCount.name)} WHERE ${hasKey(orgId, [ALL])}`,
  );
  return row?.n ?? 0;
}

const count = async ({ tx }: SumsRequest, rows: Sql): Promise<number> =>
  (await first<{ count: number }>(tx, sql`SELECT COUNT(*) AS count FROM (${rows})`))?.count ?? 0;

/** Contacts of the calls and messages that the reader sees. */
function metIn({ scope, query }: SumsRequest, range: Interval | undefined): Sql {
  const of = (table: 'calls' | 'messages') => {
    const contact = name(`${table}.contact_id`);
    return visibleRows(table, {
      scope,
      filters: query,
      columns: contact,
      range,
      where: sql`${contact} IS NOT NULL`,
    });
  };
  return sql`SELECT DISTINCT contact_id FROM (${of('calls')} UNION ALL ${of('messages')})`;
}

/** A contact leaves a range of days once: from its last active day there to one behind the range. */
async function leaving({ tx, scope }: SumsRequest, { from, to }: DayRange): Promise<number> {
  const row = await first<{ count: number | null }>(
    tx,
    sql`WITH RECURSIVE days (day) AS (
          SELECT ${from} UNION ALL SELECT day + 1 FROM days WHERE day < ${to})
        SELECT SUM(contact_gap.n) AS count FROM days CROSS JOIN contact_gap
        WHERE contact_gap.org_id = ${scope.orgId} AND contact_gap.day = days.day
          AND contact_gap.next_day > ${to}`,
  );
  return row?.count ?? 0;
}

/** Contacts of the organization that are active in a part of a day, and not in the days before. */
function newlyActive(
  request: SumsRequest,
  days: DayRange | undefined,
  part: Interval,
): Promise<number> {
  const met = metIn(request, part);
  if (days === undefined) return count(request, met);
  const { scope, range } = request;
  const before = { startMs: range.startMs, endMs: part.startMs };
  const wasActive = (table: 'calls' | 'messages', then: Sql) =>
    sql`EXISTS (SELECT 1 FROM ${name(table)} WHERE org_id = ${scope.orgId}
      AND contact_id = met.contact_id AND ${then})`;
  return count(
    request,
    sql`SELECT 1 FROM (${met}) AS met WHERE NOT ${wasActive('calls', inDays(days))}
          AND NOT ${wasActive('messages', during(name('created_at'), before))}`,
  );
}

async function isSeenAfter(
  { tx, scope }: SumsRequest,
  keys: readonly string[],
  day: number,
): Promise<boolean> {
  const row = await first(
    tx,
    sql`SELECT 1 FROM contact_seen WHERE ${hasKey(scope.orgId, keys)} AND last_day > ${day} LIMIT 1`,
  );
  return row !== undefined;
}
