import type { PhoneResponse, ResponseInsights } from '@inlay/sdk/contract';
import { all, isIn, name, sql } from '../store/sql.js';
import { phoneLabel } from './columns.js';
import { meanOfMs, rate } from './rounding.js';
import { responseSums, type ResponseSums } from './response-sums.js';
import type { SliceRequest } from './slice-query.js';

type Request = SliceRequest<'messagingStats'>;

const NO_PHONE_LABEL = 'No phone';

export async function responseInsights(request: Request): Promise<ResponseInsights> {
  const { total, unansweredByHour, byPhone } = await responseSums(request);
  return {
    unanswered_by: request.query.unanswered_by ?? 'run',
    avg_response_time_secs: meanOfMs(total.reply_ms, total.answered),
    unanswered_count: total.unanswered,
    response_rate: rate(total.answered, total.answered + total.unanswered),
    unresponded_by_hour: unansweredByHour.map((count, hour) => ({ hour, count })),
    by_phone: await phoneRows(request, byPhone),
  };
}

async function phoneRows(
  { tx, scope }: Request,
  sums: ReadonlyMap<string | null, ResponseSums>,
): Promise<PhoneResponse[]> {
  const ids = [...sums.keys()].filter((id) => id !== null);
  const labels = await all<{ id: string; label: string }>(
    tx,
    sql`SELECT id, ${phoneLabel} AS label FROM phones
        WHERE org_id = ${scope.orgId} AND ${isIn(name('id'), ids)}`,
  );
  const labelOf = new Map<string | null, string>(labels.map(({ id, label }) => [id, label]));
  return [...sums]
    .map(([id, each]) => phoneRow(id, labelOf.get(id) ?? id ?? NO_PHONE_LABEL, each))
    .sort(busiestFirst);
}

const phoneRow = (
  id: string | null,
  label: string,
  { answered, unanswered, reply_ms }: ResponseSums,
): PhoneResponse => ({
  phone_id: id,
  phone_label: label,
  responded_count: answered,
  unanswered_count: unanswered,
  response_rate: rate(answered, answered + unanswered),
  avg_response_time_secs: meanOfMs(reply_ms, answered),
});

const unitsOf = (row: PhoneResponse): number => row.responded_count + row.unanswered_count;

const busiestFirst = (a: PhoneResponse, b: PhoneResponse): number =>
  unitsOf(b) - unitsOf(a) ||
  byBytes(a.phone_label, b.phone_label) ||
  byBytes(a.phone_id ?? '', b.phone_id ?? '');

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
