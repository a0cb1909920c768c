import type { Filters, UnansweredBy } from '@inlay/sdk/contract';
import type { Scope } from '../access/scope.js';
import { during, pathsTo, type Path } from '../access/visible-rows.js';
import { within } from '../access/within.js';
import { name, sql, type Sql } from '../store/sql.js';

/** Whose messages wait, how they are narrowed, and when what waits opened. */
export interface WaitingRequest {
  readonly scope: Scope;
  readonly query: Filters & { readonly unanswered_by?: UnansweredBy | undefined };
  readonly range: { readonly startMs: number; readonly endMs: number };
}

/**
 * The messages that open a waiting unit in the range, with `reply_at`, the instant of the reply, or
 * null. Columns: id, phone_id, day, hour, channel, created_at, reply_at. Only messages that the
 * reader sees take part, and none that failed on its way out.
 */
export function waitingUnits(
  request: WaitingRequest,
  threads: readonly Thread[] = ['phone', 'channel'],
): Sql {
  const units = unitsOf(request, threads).reduce((a, b) => sql`${a} UNION ALL ${b}`);
  return sql`SELECT * FROM (${units})`;
}

/**
 * The units that nobody has replied to, in disjoint queries. That of a whole organization gives the
 * newest without a look at the older ones.
 */
export const unansweredUnits = (request: WaitingRequest): Sql[] =>
  unitsOf(request, ['phone', 'channel']).map(
    (units) => sql`SELECT * FROM (${units}) WHERE reply_at IS NULL`,
  );

function unitsOf(request: WaitingRequest, threads: readonly Thread[]): Sql[] {
  const { scope, query: filters } = request;
  const paths = pathsTo('messages', { scope, filters }, 'm');
  return threads.flatMap((thread) =>
    paths.filter(leadsTo(thread)).map((path) => openers(thread, path, request)),
  );
}

const leadsTo =
  (thread: Thread) =>
  ({ hasPhone }: Path): boolean =>
    hasPhone === undefined || hasPhone === (thread === 'phone');

/** A thread is contact and phone, or contact and channel where there is no phone. */
export type Thread = 'phone' | 'channel';

const sameThread: { readonly [Kind in Thread]: Sql } = {
  phone: sql`other.phone_id = m.phone_id`,
  channel: sql`other.phone_id IS NULL AND other.channel = m.channel`,
};

const isInThread: { readonly [Kind in Thread]: Sql } = {
  phone: sql`m.phone_id IS NOT NULL`,
  channel: sql`m.phone_id IS NULL`,
};

function openers(
  thread: Thread,
  { values, leads, rows }: Path,
  { scope, query, range }: WaitingRequest,
): Sql {
  const seen = (alias: string) =>
    takesPart(within(scope, 'messages', { alias, filters: query }), alias);
  const neighbours = sql`FROM messages AS other
    WHERE ${seen('other')} AND other.contact_id = m.contact_id AND ${sameThread[thread]}`;
  const driver = values ? sql`(${values}) AS driver CROSS JOIN` : sql``;
  const inbound = sql`FROM ${driver} ${rows}
    WHERE ${leads} AND ${seen('m')} AND m.direction = 'inbound' AND ${during(name('m.created_at'), range)}
      AND ${isInThread[thread]}`;
  const columns = sql`SELECT m.id, m.phone_id, m.day, m.hour, m.channel, m.created_at`;
  if (query.unanswered_by === 'message') {
    return sql`${columns}, (SELECT CASE WHEN other.direction = 'outbound' THEN other.created_at END
        ${neighbours} AND ${isAfter} ORDER BY other.created_at, other.id LIMIT 1) AS reply_at
      ${inbound}`;
  }
  return sql`${columns}, (SELECT other.created_at
      ${neighbours} AND ${isAfter} AND other.direction = 'outbound'
      ORDER BY other.created_at, other.id LIMIT 1) AS reply_at
    ${inbound} AND (SELECT other.direction ${neighbours} AND ${isBefore}
      ORDER BY other.created_at DESC, other.id DESC LIMIT 1) IS NOT 'inbound'`;
}

const isAfter = sql`(other.created_at, other.id) > (m.created_at, m.id)`;
const isBefore = sql`(other.created_at, other.id) < (m.created_at, m.id)`;

/** Messages of a contact that did not fail on their way out. */
function takesPart(visible: Sql, alias: string): Sql {
  const column = (key: string) => name(`${alias}.${key}`);
  return sql`${visible} AND ${column('contact_id')} IS NOT NULL
    AND NOT (${column('direction')} = 'outbound'
      AND ${column('status')} IN ('failed', 'undelivered'))`;
}
