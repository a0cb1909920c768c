import type { AuditAnswer, auditReads } from '@inlay/sdk/contract/audit';
import type * as z from 'zod/mini';
import { ProblemError } from '../problem.js';
import { all, sql } from '../store/sql.js';
import type { Reader, Store, Writer } from '../store/store.js';
import type { ReadBatch, WriteReads } from './read-counts.js';

const MINUTE_MS = 60_000;
const DEFAULT_LIMIT = 100;
const PRUNE_ROWS = 10_000;

/** Writes counts on this thread. */
export const writeReadsInto =
  (store: Store): WriteReads =>
  (batch) =>
    store.write((tx) => putReads(tx, batch));

/** Adds counts to those that are kept, and forgets some of those that are too old. */
export async function putReads(tx: Writer, { counted, keptFrom }: ReadBatch): Promise<void> {
  await tx.runMany(
    `INSERT INTO reads (org_id, minute, member_id, slice, scope, time_range, reads, rows, last_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET
       reads = reads + excluded.reads, rows = rows + excluded.rows,
       last_ms = max(last_ms, excluded.last_ms)`,
    counted.map(({ orgId, minute, memberId, slice, scope, timeRange, reads, rows, lastMs }) => [
      orgId,
      minute,
      memberId,
      slice,
      scope,
      timeRange,
      reads,
      rows,
      lastMs,
    ]),
  );
  if (keptFrom === undefined) return;
  for (const org of await organizationsIn(tx)) await prune(tx, org, keptFrom);
}

/** The organizations that have entries, one step through the key for each. */
async function organizationsIn(tx: Writer): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(
    `WITH RECURSIVE orgs (id) AS (
       SELECT min(org_id) FROM reads
       UNION ALL
       SELECT (SELECT min(org_id) FROM reads WHERE org_id > id) FROM orgs WHERE id IS NOT NULL)
     SELECT id FROM orgs WHERE id IS NOT NULL`,
  );
  return rows.map(({ id }) => id);
}

/** So many at a time that no write waits long for it. */
async function prune(tx: Writer, org: string, keptFrom: number): Promise<void> {
  await tx.run(
    `DELETE FROM reads WHERE (org_id, minute, member_id, slice, scope, time_range) IN (
       SELECT org_id, minute, member_id, slice, scope, time_range FROM reads
       WHERE org_id = ? AND minute < ? LIMIT ${PRUNE_ROWS})`,
    [org, keptFrom],
  );
}

interface Row {
  readonly minute: number;
  readonly member_id: string;
  readonly slice: string;
  readonly scope: string;
  readonly time_range: string;
  readonly reads: number;
  readonly rows: number;
  readonly last_ms: number;
}

/** A page of an organization's reads. @throws {ProblemError} `invalid_query` for another's cursor */
export async function readsPage(
  tx: Reader,
  orgId: string,
  query: z.output<typeof auditReads.query>,
): Promise<AuditAnswer> {
  const { member_id: [member] = [], limit = DEFAULT_LIMIT, cursor } = query;
  const [minute, ...rest] = cursor === undefined ? NEWEST : positionOf(cursor);
  const [memberId = '', slice = '', scope = '', timeRange = ''] = rest;
  const found = await all<Row>(
    tx,
    sql`SELECT minute, member_id, slice, scope, time_range, reads, rows, last_ms FROM reads
        WHERE org_id = ${orgId} ${member === undefined ? sql`` : sql`AND member_id = ${member}`}
          AND (minute, member_id, slice, scope, time_range)
            < (${minute}, ${memberId}, ${slice}, ${scope}, ${timeRange})
        ORDER BY minute DESC, member_id DESC, slice DESC, scope DESC, time_range DESC
        LIMIT ${limit + 1}`,
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    entries: rows.map(entryOf),
    next_cursor: last && found.length > limit ? cursorOf(last) : null,
  };
}

const instant = (ms: number): string => new Date(ms).toISOString();

const entryOf = ({ minute, last_ms, time_range, ...rest }: Row) => ({
  minute: instant(minute * MINUTE_MS),
  ...rest,
  time_range: time_range === '' ? null : time_range,
  last_at: instant(last_ms),
});

type Position = readonly [minute: number, ...rest: string[]];

const NEWEST: Position = [Number.MAX_SAFE_INTEGER];

const cursorOf = ({ minute, member_id, slice, scope, time_range }: Row): string =>
  Buffer.from([minute, member_id, slice, scope, time_range].join(' ')).toString('base64url');

function positionOf(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, minute, ...rest] = /^(\d{1,12}) (\S+) (\S+) (\S+) (\S*)$/.exec(text) ?? [];
  if (minute !== undefined) return [Number(minute), ...rest];
  throw new ProblemError('invalid_query', 'cursor is not the next_cursor of a page', {
    parameter: 'cursor',
  });
}
