import type { CallRow, MessageRow } from '@inlay/sdk/contract';
import type { Scope } from '../access/scope.js';
import { all, sql, type Sql } from '../store/sql.js';
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

/** The newest calls that a condition on `calls` lets through. */
export const newestCalls = (tx: Reader, where: Sql, limit: number): Promise<CallRow[]> =>
  callRows(
    tx,
    sql`SELECT * FROM calls WHERE ${where} ORDER BY started_at DESC, id DESC LIMIT ${limit}`,
  );

async function callRows(tx: Reader, calls: Sql): Promise<CallRow[]> {
  const rows = await all<Omit<CallRow, 'started_at'> & { started_at: number }>(
    tx,
    sql`SELECT event.id, ${participants}, event.direction, event.status, event.outcome,
          event.duration_secs, event.started_at, event.recording_url
        FROM (${calls}) AS event ${joins}
        ORDER BY event.started_at DESC, event.id DESC`,
  );
  return rows.map((row) => ({ ...row, started_at: instant(row.started_at) }));
}

/** Calls by their ids, newest first. */
export const callsOf = (tx: Reader, scope: Scope, ids: readonly string[]): Promise<CallRow[]> =>
  callRows(
    tx,
    sql`SELECT calls.* FROM (SELECT value FROM json_each(${JSON.stringify(ids)})) AS picked
        CROSS JOIN calls WHERE calls.org_id = ${scope.orgId} AND calls.id = picked.value`,
  );

/** The newest messages that a condition on `messages` lets through. */
export async function newestMessages(tx: Reader, where: Sql, limit: number): Promise<MessageRow[]> {
  const rows = await all<Omit<MessageRow, 'created_at'> & { created_at: number }>(
    tx,
    sql`SELECT event.id, ${participants}, event.channel, event.direction, event.status,
          event.ai_feature, event.created_at
        FROM (SELECT * FROM messages WHERE ${where}
              ORDER BY created_at DESC, id DESC LIMIT ${limit}) AS event ${joins}
        ORDER BY event.created_at DESC, event.id DESC`,
  );
  return rows.map((row) => ({ ...row, created_at: instant(row.created_at) }));
}
