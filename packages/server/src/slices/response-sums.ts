import { keysWithin } from '../access/within.js';
import {
  ALL,
  BLOCKS,
  hourColumns,
  NO_PHONE,
  phoneKey,
  responseBlock,
  responseColumns,
  responseDay,
  responseMonth,
  unansweredColumns,
} from '../rollup/definitions.js';
import { all, first, name, sql, type Sql } from '../store/sql.js';
import {
  hasKey,
  inDays,
  inMonths,
  split,
  splitMonths,
  sumsAs,
  type DayRange,
  type SumsRequest,
} from './event-sums.js';
import { stretchesOf, type Stretch } from './stretches.js';
import { waitingUnits, type Thread, type WaitingRequest } from './waiting.js';

/** Whose messages, narrowed how, of which time, and what one unanswered thing is. */
type Request = SumsRequest & Pick<WaitingRequest, 'query'>;

/** How units of waiting ended. */
export interface ResponseSums {
  readonly answered: number;
  readonly unanswered: number;
  readonly reply_ms: number;
}

/** What the messages of a range waited for. */
export interface Responses {
  readonly total: ResponseSums;
  /** 24 counts, by the local hour at which the unit opened. */
  readonly unansweredByHour: readonly number[];
  /** By phone id, `null` for the threads without a phone; none without a unit. */
  readonly byPhone: ReadonlyMap<string | null, ResponseSums>;
}

/** With the unanswered by hour. */
type Row = ResponseSums & Readonly<Record<string, number>>;
type KeyRow = Row & { readonly key: string };

export async function responseSums(request: Request): Promise<Responses> {
  const { scope, query, range, zone } = request;
  const answer = new Answer();
  const keys = keysWithin(scope, 'messages', query);
  if (keys === undefined) {
    answer.addAll(await fromEvents(request, range));
    return answer;
  }
  const { days, rest } = split(range, zone);
  if (keys[0] === ALL) {
    if (days) {
      for (const row of await fromDays(request, [ALL], days)) answer.addToTotal(row);
      for (const row of await ofPhones(request, days)) answer.addToPhone(phoneOf(row.key), row);
    }
  } else {
    const phones = keys.filter((key) => key.startsWith(phoneKey('')));
    if (days && phones.length > 0) {
      for (const row of await fromDays(request, phones, days)) answer.add(phoneOf(row.key), row);
    }
    if (days && phones.length < keys.length) {
      answer.addAll(await fromEvents(request, withoutRest(request, rest), ['channel']));
    }
  }
  for (const interval of rest) answer.addAll(await fromEvents(request, interval));
  answer.dropIdlePhones();
  return answer;
}

const phoneOf = (key: string): string | null =>
  key === NO_PHONE ? null : key.slice(phoneKey('').length);

const withoutRest = ({ range }: Request, [part]: readonly { readonly startMs: number }[]) => ({
  startMs: range.startMs,
  endMs: part ? part.startMs : range.endMs,
});

class Answer implements Responses {
  readonly total = { answered: 0, unanswered: 0, reply_ms: 0 };
  readonly unansweredByHour = new Array<number>(24).fill(0);
  readonly byPhone = new Map<string | null, { -readonly [Sum in keyof ResponseSums]: number }>();

  addAll(rows: readonly (Row & { readonly phone_id: string | null })[]): void {
    for (const row of rows) this.add(row.phone_id, row);
  }

  add(phoneId: string | null, row: Row): void {
    this.addToTotal(row);
    this.addToPhone(phoneId, row);
  }

  addToTotal(row: Row): void {
    addTo(this.total, row);
    hourColumns.forEach((column, hour) => {
      this.unansweredByHour[hour] = (this.unansweredByHour[hour] ?? 0) + (row[column] ?? 0);
    });
  }

  /** Those of which one row takes away what another has, or whose units are all of the other kind. */
  dropIdlePhones(): void {
    for (const [phoneId, { answered, unanswered }] of this.byPhone) {
      if (answered === 0 && unanswered === 0) this.byPhone.delete(phoneId);
    }
  }

  addToPhone(phoneId: string | null, row: ResponseSums): void {
    let sums = this.byPhone.get(phoneId);
    if (sums === undefined) {
      this.byPhone.set(phoneId, (sums = { answered: 0, unanswered: 0, reply_ms: 0 }));
    }
    addTo(sums, row);
  }
}

function addTo(target: { -readonly [Sum in keyof ResponseSums]: number }, row: ResponseSums): void {
  target.answered += row.answered;
  target.unanswered += row.unanswered;
  target.reply_ms += row.reply_ms;
}

const unitOf = ({ query }: Request) => query.unanswered_by ?? 'run';

/** Sums by key, with those by hour. */
function fromDays(
  request: Request,
  keys: readonly string[],
  range: DayRange,
): Promise<readonly KeyRow[]> {
  const unit = unitOf(request);
  const { months, days } = splitMonths(range);
  const where = hasKey(request.scope.orgId, keys);
  const byHour = unansweredColumns(unit).map((column, hour) => [hourColumns[hour] ?? '', column]);
  const columns = sumsAs({ ...responseColumns(unit), ...Object.fromEntries(byHour) });
  const parts = days.map(
    (edge) => sql`SELECT key, ${columns} FROM ${name(responseDay.name)}
      WHERE ${where} AND ${inDays(edge)} GROUP BY key`,
  );
  if (months) {
    parts.push(sql`SELECT key, ${columns} FROM ${name(responseMonth.name)}
      WHERE ${where} AND ${inMonths(months)} GROUP BY key`);
  }
  return all<KeyRow>(request.tx, union(parts));
}

const union = (parts: readonly Sql[]): Sql => parts.reduce((a, b) => sql`${a} UNION ALL ${b}`);

/** Sums of every phone, of which some are to be taken away: see `stretchesOf`. */
async function ofPhones(request: Request, range: DayRange): Promise<readonly KeyRow[]> {
  const known = await knownDays(request);
  const parts = stretchesOf(range, known, BLOCKS).map((stretch) => ofStretch(request, stretch));
  if (parts.length === 0) return [];
  return all<KeyRow>(
    request.tx,
    sql`SELECT key, SUM(answered) AS answered, SUM(unanswered) AS unanswered,
          SUM(reply_ms) AS reply_ms FROM (${union(parts)}) GROUP BY key`,
  );
}

/** From the first day to the last one that has units; the last is before the first where none has. */
async function knownDays({ tx, scope: { orgId } }: Request): Promise<DayRange> {
  const of = sql`FROM ${name(responseDay.name)} WHERE ${hasKey(orgId, [ALL])}`;
  const row = await first<{ from: number | null; to: number | null }>(
    tx,
    sql`SELECT (SELECT MIN(day) ${of}) AS "from", (SELECT MAX(day) ${of}) AS "to"`,
  );
  return { from: row?.from ?? 0, to: row?.to ?? -1 };
}

function ofStretch(request: Request, { sign, days, from, to }: Stretch): Sql {
  const { orgId } = request.scope;
  const sums = sumsAs(responseColumns(unitOf(request)), sign);
  if (days > 1) {
    return sql`SELECT key, ${sums} FROM ${name(responseBlock.name)}
      WHERE org_id = ${orgId} AND days = ${days} AND block BETWEEN ${from} AND ${to} GROUP BY key`;
  }
  return sql`SELECT key, ${sums} FROM ${name(responseDay.name)}
    WHERE org_id = ${orgId} AND ${inDays({ from, to })}
      AND key IN (SELECT ${phoneKey('')} || id FROM phones WHERE org_id = ${orgId}
        UNION ALL SELECT ${NO_PHONE}) GROUP BY key`;
}

/** Units counted from the messages themselves. */
async function fromEvents(
  { tx, scope, query }: Request,
  range: { readonly startMs: number; readonly endMs: number },
  threads?: readonly Thread[],
): Promise<(Row & { phone_id: string | null })[]> {
  const rows = await all<ResponseSums & { phone_id: string | null; hour: number }>(
    tx,
    sql`SELECT phone_id, hour, COUNT(reply_at) AS answered,
          COUNT(*) - COUNT(reply_at) AS unanswered, TOTAL(reply_at - created_at) AS reply_ms
        FROM (${waitingUnits({ scope, query, range }, threads)}) GROUP BY phone_id, hour`,
  );
  return rows.map(
    ({ hour, ...row }) =>
      ({ ...row, [`h${hour}`]: row.unanswered }) as unknown as Row & { phone_id: string | null },
  );
}
