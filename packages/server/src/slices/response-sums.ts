import { keysWithin } from '../access/within.js';
import {
  ALL,
  BLOCKS,
  NO_PHONE,
  phoneKey,
  responseBlock,
  responseDay,
  responseMonth,
  unansweredColumns,
} from '../rollup/definitions.js';
import { all, name, sql, type Sql } from '../store/sql.js';
import {
  hasKey,
  inDays,
  inMonths,
  split,
  splitMonths,
  sumsOf,
  type DayRange,
  type SumsRequest,
} from './event-sums.js';
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

type Row = ResponseSums & Readonly<Record<string, number>>;
type KeyRow = Row & { readonly key: string };

const sumNames = responseDay.sums.slice(0, 3);

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
      for (const row of await fromBlocks(request, days)) answer.addToPhone(phoneOf(row.key), row);
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
    unansweredColumns.forEach((column, hour) => {
      this.unansweredByHour[hour] = (this.unansweredByHour[hour] ?? 0) + (row[column] ?? 0);
    });
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

const unitOf = ({ query }: Request): string => query.unanswered_by ?? 'run';

/** Sums by key, with those by hour. */
function fromDays(
  request: Request,
  keys: readonly string[],
  range: DayRange,
): Promise<readonly KeyRow[]> {
  const { months, days } = splitMonths(range);
  const where = sql`unit = ${unitOf(request)} AND ${hasKey(request.scope.orgId, keys)}`;
  const columns = sumsOf(responseDay.sums);
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

/** Sums of every phone: by blocks of days, and by days at the two ends. */
function fromBlocks(request: Request, range: DayRange): Promise<readonly KeyRow[]> {
  const { orgId } = request.scope;
  const unit = unitOf(request);
  const columns = sumsOf(sumNames);
  const { blocks, days } = splitBlocks(range);
  const parts = blocks.map(
    ({ days: size, from, to }) => sql`SELECT key, ${columns} FROM ${name(responseBlock.name)}
      WHERE org_id = ${orgId} AND unit = ${unit} AND days = ${size}
        AND block BETWEEN ${from} AND ${to} GROUP BY key`,
  );
  for (const edge of days) {
    parts.push(sql`SELECT key, ${columns} FROM ${name(responseDay.name)}
      WHERE org_id = ${orgId} AND unit = ${unit} AND ${inDays(edge)}
        AND key IN (SELECT ${phoneKey('')} || id FROM phones WHERE org_id = ${orgId}
          UNION ALL SELECT ${NO_PHONE}) GROUP BY key`);
  }
  return all<KeyRow>(request.tx, union(parts));
}

interface BlockRange extends DayRange {
  readonly days: number;
}

/** Days as few blocks of the longest lengths, and what is left at the two ends. */
export function splitBlocks(range: DayRange): { blocks: BlockRange[]; days: DayRange[] } {
  const blocks: BlockRange[] = [];
  let left = [range];
  for (const days of BLOCKS) {
    left = left.flatMap(({ from, to }) => {
      const first = Math.ceil(from / days);
      const last = Math.floor((to + 1) / days) - 1;
      if (first > last) return [{ from, to }];
      blocks.push({ days, from: first, to: last });
      const ends = [
        { from, to: first * days - 1 },
        { from: (last + 1) * days, to },
      ];
      return ends.filter((end) => end.from <= end.to);
    });
  }
  return { blocks, days: left };
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
      ({ ...row, [`u${hour}`]: row.unanswered }) as unknown as Row & { phone_id: string | null },
  );
}
