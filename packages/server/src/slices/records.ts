import type { CallRow, MessageRow, records } from '@inlay/sdk/contract';
import { ProblemError } from '../problem.js';
import { all, name, sql, type Sql } from '../store/sql.js';
import { buckets } from '../time/buckets.js';
import { localDay } from '../time/local.js';
import { cursorOf, positionOf } from './cursor.js';
import { newestIds, newestOf, type Found } from './newest.js';
import { countRecords } from './record-count.js';
import { callsOf, messagesOf } from './rows.js';
import type { Statistic, StatisticRequest } from './slice-query.js';
import { unansweredUnits } from './waiting.js';

type Request = StatisticRequest<typeof records>;
type Row = CallRow | MessageRow;

const DEFAULT_LIMIT = 50;

/** The rows behind a number, in the range or in one of its buckets. */
export const recordsQuery: Statistic<typeof records> = async (whole) => {
  const request = { ...whole, range: bucketOf(whole) };
  const { tx, scope, query } = request;
  const narrowed = narrowedBy(query);
  const total = await countRecords(request, narrowed);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const found = await idsOfPage(request, narrowed, limit + 1);
  const rowsOf = query.of === 'calls' ? callsOf : messagesOf;
  const rows: Row[] = await rowsOf(tx, scope, found.slice(0, limit));
  const last = rows.at(-1);
  const next_cursor = last && found.length > limit ? cursorOf(instantOf(last), last.id) : null;
  return { total, rows, next_cursor };
};

const instantOf = (row: Row): number =>
  Date.parse('started_at' in row ? row.started_at : row.created_at);

/** Ids of what is on a page, and of one more, newest first. */
function idsOfPage(request: Request, narrowed: Sql, limit: number): Promise<string[]> {
  const { of, cursor } = request.query;
  if (of === 'unanswered') return newestUnanswered(request, narrowed, limit);
  const at = name(of === 'calls' ? 'calls.started_at' : 'messages.created_at');
  const page = behind(at, name(`${of}.id`), cursor);
  return newestIds(request, of, limit, sql`${narrowed} AND ${page}`);
}

async function newestUnanswered(request: Request, narrowed: Sql, limit: number): Promise<string[]> {
  const page = behind(name('created_at'), name('id'), request.query.cursor);
  const found: Found[] = [];
  for (const units of unansweredUnits(request)) {
    const newest = sql`SELECT id, created_at AS at FROM (${units}) WHERE ${narrowed} AND ${page}
      ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
    found.push(...(await all<Found>(request.tx, newest)));
  }
  return newestOf(found, limit);
}

/** The condition that a row comes after the page before. */
function behind(at: Sql, id: Sql, cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`1`;
  const position = positionOf(cursor);
  return sql`(${at}, ${id}) < (${position.ms}, ${position.id})`;
}

/** What is asked of a row besides whose and when it is. */
function narrowedBy({ weekday, hour, channel, direction, status }: Request['query']): Sql {
  const conditions = [
    weekday === undefined ? undefined : sql`${isoWeekday} = ${weekday}`,
    equals('hour', hour),
    equals('channel', channel),
    equals('direction', direction),
    equals('status', status),
  ];
  return conditions.reduce<Sql>((a, b) => (b ? sql`${a} AND ${b}` : a), sql`1`);
}

const isoWeekday = sql`((day + 3) % 7 + 7) % 7 + 1`;

const equals = (column: string, value: string | number | undefined): Sql | undefined =>
  value === undefined ? undefined : sql`${name(column)} = ${value}`;

/** The range, or the one of its buckets that the query names. */
function bucketOf({ range, zone, query }: Request): Request['range'] {
  const { bucket: date } = query;
  if (date === undefined) return range;
  const all = buckets(range, zone);
  const named = all.find((bucket) => bucket.date === date);
  if (named) {
    const { startMs, endMs } = named;
    const days = { fromDay: localDay(zone, startMs), toDay: localDay(zone, endMs - 1) };
    return { ...range, ...days, startMs, endMs };
  }
  const [first, last] = [all[0]?.date, all.at(-1)?.date];
  throw new ProblemError(
    'invalid_query',
    `bucket is not the date of a bucket of this range, which has ${all.length}, from ${first} to ${last}`,
    { parameter: 'bucket' },
  );
}
