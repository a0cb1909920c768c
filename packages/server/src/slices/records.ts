import type { CallRow, MessageRow, records } from '@inlay/sdk/contract';
import { during } from '../access/visible-rows.js';
import { within } from '../access/within.js';
import { ProblemError } from '../problem.js';
import { first, name, sql, type Sql } from '../store/sql.js';
import { buckets } from '../time/buckets.js';
import { cursorOf, positionOf } from './cursor.js';
import { newestCalls, newestMessages } from './rows.js';
import type { Statistic, StatisticRequest } from './slice-query.js';
import { waitingUnits } from './waiting.js';

type Request = StatisticRequest<typeof records>;
type Row = CallRow | MessageRow;

const DEFAULT_LIMIT = 50;

export const recordsQuery: Statistic<typeof records> = async (request) => {
  const { tx, query } = request;
  const isCalls = query.of === 'calls';
  const [table, at] = isCalls
    ? [name('calls'), name('started_at')]
    : [name('messages'), name('created_at')];
  const where = listed(request, at);
  const total = await first<{ total: number }>(
    tx,
    sql`SELECT COUNT(*) AS total FROM ${table} WHERE ${where}`,
  );
  const limit = query.limit ?? DEFAULT_LIMIT;
  const page = query.cursor === undefined ? where : sql`${where} AND ${isBehind(at, query.cursor)}`;
  const found: Row[] = isCalls
    ? await newestCalls(tx, page, limit + 1)
    : await newestMessages(tx, page, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next_cursor = last && found.length > limit ? cursorOf(instantOf(last), last.id) : null;
  return { total: total?.total ?? 0, rows, next_cursor };
};

const instantOf = (row: Row): number =>
  Date.parse('started_at' in row ? row.started_at : row.created_at);

function isBehind(at: Sql, cursor: string): Sql {
  const { ms, id } = positionOf(cursor);
  return sql`(${at}, id) < (${ms}, ${id})`;
}

/** The condition that a row is behind the number that was asked about. */
function listed(request: Request, at: Sql): Sql {
  const { scope, query } = request;
  const range = bucketOf(request);
  const table = query.of === 'calls' ? 'calls' : 'messages';
  const conditions = [
    query.of === 'unanswered' ? isUnanswered({ ...request, range }) : undefined,
    within(scope, table, { filters: query }),
    during(at, range),
    query.weekday === undefined ? undefined : sql`${isoWeekday} = ${query.weekday}`,
    equals('hour', query.hour),
    equals('channel', query.channel),
    equals('direction', query.direction),
    equals('status', query.status),
  ];
  return conditions.filter((part) => part !== undefined).reduce((a, b) => sql`${a} AND ${b}`);
}

const isoWeekday = sql`((day + 3) % 7 + 7) % 7 + 1`;

const equals = (column: string, value: string | number | undefined): Sql | undefined =>
  value === undefined ? undefined : sql`${name(column)} = ${value}`;

const isUnanswered = (request: Pick<Request, 'scope' | 'query' | 'range'>): Sql =>
  sql`id IN (SELECT id FROM (${waitingUnits(request)}) WHERE reply_at IS NULL)`;

/** The range, or the one of its buckets that the query names. */
function bucketOf({ range, zone, query }: Request): Request['range'] {
  const { bucket: date } = query;
  if (date === undefined) return range;
  const all = buckets(range, zone);
  const named = all.find((bucket) => bucket.date === date);
  if (named) return { ...range, startMs: named.startMs, endMs: named.endMs };
  const [first, last] = [all[0]?.date, all.at(-1)?.date];
  throw new ProblemError(
    'invalid_query',
    `bucket is not the date of a bucket of this range, which has ${all.length}, from ${first} to ${last}`,
    { parameter: 'bucket' },
  );
}
