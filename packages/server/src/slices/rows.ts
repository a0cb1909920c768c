import type { CallRow, MessageRow } from '@inlay/sdk/contract';
import type { Scope } from '../access/scope.js';
import { all, name, sql, type Sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { instant, phoneLabel } from './columns.js';

/** The names of those who took part, for an event table under the alias `event`. */
const participants = sql`
  event.contact_id, contacts.name AS contact_name,
  event.member_id, members.name AS member_name,
  event.phone_id, ${phoneLabel} AS phone_label`;

const joins = sql`
  LEFT JOIN contacts ON contacts.org_id = event.org_id AND contacts.id = event.contact_id
  LEFT JOIN members ON members.org_id = event.org_id AND members.id = event.member_id
  LEFT JOIN phones ON phones.org_id = event.org_id AND phones.id = event.phone_id`;

/** The rows of a table by their ids. */
const picked = (table: 'calls' | 'messages', { orgId }: Scope, ids: readonly string[]): Sql =>
  sql`SELECT ${name(table)}.* FROM (SELECT value FROM json_each(${JSON.stringify(ids)})) AS picked
      CROSS JOIN ${name(table)}
      WHERE ${name(`${table}.org_id`)} = ${orgId} AND ${name(`${table}.id`)} = picked.value`;

/** Calls by their ids, newest first. */
export async function callsOf(
  tx: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<CallRow[]> {
  const rows = await all<Omit<CallRow, 'started_at'> & { started_at: number }>(
    tx,
    sql`SELECT event.id, ${participants}, event.direction, event.status, event.outcome,
          event.duration_secs, event.started_at, event.recording_url
        FROM (${picked('calls', scope, ids)}) AS event ${joins}
        ORDER BY event.started_at DESC, event.id DESC`,
  );
  return rows.map((row) => ({ ...row, started_at: instant(row.started_at) }));
}

/** Messages by their ids, newest first. */
export async function messagesOf(
  tx: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<MessageRow[]> {
  const rows = await all<Omit<MessageRow, 'created_at'> & { created_at: number }>(
    tx,
    sql`SELECT event.id, ${participants}, event.channel, event.direction, event.status,
          event.ai_feature, event.created_at
        FROM (${picked('messages', scope, ids)}) AS event ${joins}
        ORDER BY event.created_at DESC, event.id DESC`,
  );
  return rows.map((row) => ({ ...row, created_at: instant(row.created_at) }));
}
