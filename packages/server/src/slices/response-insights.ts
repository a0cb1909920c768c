import type { PhoneResponse, ResponseInsights, UnansweredBy } from '@inlay/sdk/contract';
import { within } from '../access/within.js';
import { all, isIn, name, sql, type Sql } from '../store/sql.js';
import { phoneLabel } from './columns.js';
import { during } from './day-hours.js';
import { meanOfMs, rate } from './rounding.js';
import type { SliceRequest } from './slice-query.js';

type Request = SliceRequest<'messagingStats'>;

/** The runs, or messages, that wait in one phone's threads and opened in one local hour. */
interface WaitingGroup {
  readonly phone_id: string | null;
  readonly hour: number;
  readonly units: number;
  readonly answered: number;
  readonly reply_ms: number;
}

interface Tally {
  answered: number;
  unanswered: number;
  replyMs: number;
}

const NO_PHONE = 'No phone';

export async function responseInsights(request: Request): Promise<ResponseInsights> {
  const unit = request.query.unanswered_by ?? 'run';
  const groups = await waitingGroups(request, unit);
  const byHour = Array.from({ length: 24 }, (_, hour) => ({ hour, count: 0 }));
  const byPhone = new Map<string | null, Tally>();
  const total = emptyTally();
  for (const group of groups) {
    const hour = byHour[group.hour];
    if (hour) hour.count += group.units - group.answered;
    const phone = byPhone.get(group.phone_id) ?? emptyTally();
    byPhone.set(group.phone_id, phone);
    add(phone, group);
    add(total, group);
  }
  return {
    unanswered_by: unit,
    avg_response_time_secs: meanOfMs(total.replyMs, total.answered),
    unanswered_count: total.unanswered,
    response_rate: rate(total.answered, total.answered + total.unanswered),
    unresponded_by_hour: byHour,
    by_phone: await phoneRows(request, byPhone),
  };
}

const emptyTally = (): Tally => ({ answered: 0, unanswered: 0, replyMs: 0 });

function add(tally: Tally, { units, answered, reply_ms }: WaitingGroup): void {
  tally.answered += answered;
  tally.unanswered += units - answered;
  tally.replyMs += reply_ms;
}

function waitingGroups({ tx, scope, query, range }: Request, unit: UnansweredBy) {
  const seen = (alias: string) =>
    takesPart(within(scope, 'messages', { alias, filters: query }), alias);
  return all<WaitingGroup>(
    tx,
    sql`SELECT phone_id, hour, COUNT(*) AS units, COUNT(reply_at) AS answered,
          TOTAL(reply_at - created_at) AS reply_ms
        FROM (${waiting('phone', unit, seen, range)} UNION ALL ${waiting('channel', unit, seen, range)})
        GROUP BY phone_id, hour`,
  );
}

type Thread = 'phone' | 'channel';

/** Messages of a contact that did not fail on their way out. */
const takesPart = (visible: Sql, alias: string): Sql => {
  const column = (key: string) => name(`${alias}.${key}`);
  return sql`${visible} AND ${column('contact_id')} IS NOT NULL
    AND NOT (${column('direction')} = 'outbound' AND ${column('status')} IN ('failed', 'undelivered'))`;
};

/** The messages that open a waiting unit in the range, each with the instant of its reply. */
function waiting(
  thread: Thread,
  unit: UnansweredBy,
  seen: (alias: string) => Sql,
  range: Request['range'],
): Sql {
  const neighbours = sql`FROM messages AS other
    WHERE ${seen('other')} AND other.contact_id = m.contact_id AND ${sameThread[thread]}`;
  const opener = sql`FROM messages AS m
    WHERE ${seen('m')} AND m.direction = 'inbound' AND ${during(name('m.created_at'), range)}
      AND m.phone_id IS ${thread === 'phone' ? sql`NOT NULL` : sql`NULL`}`;
  const after = sql`AND (other.created_at, other.id) > (m.created_at, m.id)`;
  if (unit === 'message') {
    return sql`SELECT m.phone_id, m.hour, m.created_at,
        (SELECT CASE WHEN other.direction = 'outbound' THEN other.created_at END ${neighbours} ${after}
         ORDER BY other.created_at, other.id LIMIT 1) AS reply_at ${opener}`;
  }
  return sql`SELECT m.phone_id, m.hour, m.created_at,
      (SELECT other.created_at ${neighbours} ${after} AND other.direction = 'outbound'
       ORDER BY other.created_at, other.id LIMIT 1) AS reply_at ${opener}
      AND (SELECT other.direction ${neighbours}
             AND (other.created_at, other.id) < (m.created_at, m.id)
           ORDER BY other.created_at DESC, other.id DESC LIMIT 1) IS NOT 'inbound'`;
}

/** A thread is contact and phone, or contact and channel where there is no phone. */
const sameThread: { readonly [Kind in Thread]: Sql } = {
  phone: sql`other.phone_id = m.phone_id`,
  channel: sql`other.phone_id IS NULL AND other.channel = m.channel`,
};

async function phoneRows(
  { tx, scope }: Request,
  tallies: ReadonlyMap<string | null, Tally>,
): Promise<PhoneResponse[]> {
  const ids = [...tallies.keys()].filter((id) => id !== null);
  const labels = await all<{ id: string; label: string }>(
    tx,
    sql`SELECT id, ${phoneLabel} AS label FROM phones
        WHERE org_id = ${scope.orgId} AND ${isIn(name('id'), ids)}`,
  );
  const labelOf = new Map<string | null, string>(labels.map(({ id, label }) => [id, label]));
  return [...tallies]
    .map(([id, tally]) => phoneRow(id, labelOf.get(id) ?? id ?? NO_PHONE, tally))
    .sort(busiestFirst);
}

const phoneRow = (id: string | null, label: string, tally: Tally): PhoneResponse => ({
  phone_id: id,
  phone_label: label,
  responded_count: tally.answered,
  unanswered_count: tally.unanswered,
  response_rate: rate(tally.answered, tally.answered + tally.unanswered),
  avg_response_time_secs: meanOfMs(tally.replyMs, tally.answered),
});

const unitsOf = (row: PhoneResponse): number => row.responded_count + row.unanswered_count;

const busiestFirst = (a: PhoneResponse, b: PhoneResponse): number =>
  unitsOf(b) - unitsOf(a) ||
  byBytes(a.phone_label, b.phone_label) ||
  byBytes(a.phone_id ?? '', b.phone_id ?? '');

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
