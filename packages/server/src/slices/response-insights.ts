import type { PhoneResponse, ResponseInsights } from '@inlay/sdk/contract';
import { all, isIn, name, sql } from '../store/sql.js';
import { phoneLabel } from './columns.js';
import { meanOfMs, rate } from './rounding.js';
import type { SliceRequest } from './slice-query.js';
import { waitingUnits } from './waiting.js';

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
  const groups = await waitingGroups(request);
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

const waitingGroups = (request: Request): Promise<WaitingGroup[]> =>
  all<WaitingGroup>(
    request.tx,
    sql`SELECT phone_id, hour, COUNT(*) AS units, COUNT(reply_at) AS answered,
          TOTAL(reply_at - created_at) AS reply_ms
        FROM (${waitingUnits(request)}) GROUP BY phone_id, hour`,
  );

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
