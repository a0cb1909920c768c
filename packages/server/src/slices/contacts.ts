import { filterNames, type Filters } from '@inlay/sdk/contract';
import type { Scope } from '../access/scope.js';
import { visibleRows, type Interval } from '../access/visible-rows.js';
import { keysWithin, within } from '../access/within.js';
import { ALL, contactCount } from '../rollup/definitions.js';
import { first, name, sql, type Sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { hasKey, inDays, split, type DayRange, type SumsRequest } from './event-sums.js';

/** Distinct contacts with a call or message in the range. */
export async function activeContacts(request: SumsRequest): Promise<number> {
  const { scope, query, range, zone } = request;
  const keys = keysWithin(scope, 'calls', query);
  if (keys === undefined) return count(request, metIn(request, range));
  const { days, rest } = split(range, zone);
  if (keys[0] === ALL) {
    const whole = days ? await leaving(request, days) : 0;
    const [part] = rest;
    return part ? whole + (await newlyActive(request, days, part)) : whole;
  }
  const isWhole = days !== undefined && rest.length === 0;
  return isWhole && !(await isSeenAfter(request, keys, days.to))
    ? count(
        request,
        sql`SELECT DISTINCT contact_id FROM contact_seen
            WHERE ${hasKey(scope.orgId, keys)} AND last_day >= ${days.from}`,
      )
    : count(request, metIn(request, range));
}

/** Contacts that the reader owns or, at any time, called or wrote with. */
export function totalContacts(request: SumsRequest): Promise<number> {
  const { tx, scope, query } = request;
  if (scope.kind === 'organization' && !isFiltered(query)) return allContacts(tx, scope);
  const owned = sql`SELECT id FROM contacts WHERE ${within(scope, 'contacts', { filters: query })}`;
  const keys = keysWithin(scope, 'calls', query);
  const met =
    keys === undefined
      ? metIn(request, undefined)
      : sql`SELECT contact_id FROM contact_seen WHERE ${hasKey(scope.orgId, keys)}`;
  return count(request, sql`${owned} UNION ${met}`);
}

async function allContacts(tx: Reader, { orgId }: Scope): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`SELECT n FROM ${name(contactCount.name)} WHERE ${hasKey(orgId, [ALL])}`,
  );
  return row?.n ?? 0;
}

const isFiltered = (filters: Filters): boolean =>
  filterNames.some((filter) => filters[filter] !== undefined);

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
  const { orgId } = request.scope;
  const wasActive = (table: 'calls' | 'messages') =>
    sql`EXISTS (SELECT 1 FROM ${name(table)} WHERE org_id = ${orgId}
      AND contact_id = met.contact_id AND ${inDays(days)})`;
  return count(
    request,
    sql`SELECT 1 FROM (${met}) AS met
        WHERE NOT ${wasActive('calls')} AND NOT ${wasActive('messages')}`,
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
