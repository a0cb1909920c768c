import type { records } from '@inlay/sdk/contract';
import { visibleRows } from '../access/visible-rows.js';
import { first, sql, type Sql } from '../store/sql.js';
import { heatmapOf } from './day-hours.js';
import { cellsOf, groupsOf, inMonthsOf } from './event-sums.js';
import { responseSums } from './response-sums.js';
import type { StatisticRequest } from './slice-query.js';
import { summedCalls, summedMessages, type CallSums, type MessageSums } from './summed-events.js';
import { waitingUnits } from './waiting.js';

type Request = StatisticRequest<typeof records>;

/**
 * How many rows a list has on all its pages: from the sums that are kept, where these tell it, else
 * those counted that are `narrowed`. The range of `request` is that of the list.
 */
export async function countRecords(request: Request, narrowed: Sql): Promise<number> {
  return (await summed(request)) ?? counted(request, narrowed);
}

/** Sums know of one condition besides scope, filters and time, and of whole days. */
async function summed(request: Request): Promise<number | undefined> {
  const { query, range } = request;
  const { of, weekday, hour, channel, direction, status } = query;
  if (status !== undefined || range.bucket === 'hour') return undefined;
  const conditions = [weekday ?? hour, channel, direction].filter((value) => value !== undefined);
  if (conditions.length > 1) return undefined;
  if (of === 'unanswered') return unansweredOf(request);
  if (weekday !== undefined || hour !== undefined) return inCells(request);
  if (of === 'messages') return messagesOf(request);
  return direction === undefined ? callsOf(request) : undefined;
}

async function unansweredOf(request: Request): Promise<number | undefined> {
  const { weekday, hour, channel } = request.query;
  if (weekday !== undefined || channel !== undefined) return undefined;
  const { total, unansweredByHour } = await responseSums(request);
  return hour === undefined ? total.unanswered : unansweredByHour[hour];
}

async function inCells(request: Request): Promise<number> {
  const { of, weekday, hour } = request.query;
  const cells = await cellsOf(request, of === 'calls' ? summedCalls : summedMessages);
  return heatmapOf(cells)
    .cells.filter((cell) => weekday === undefined || cell.day === weekday)
    .filter((cell) => hour === undefined || cell.hour === hour)
    .reduce((sum, { count }) => sum + count, 0);
}

async function callsOf(request: Request): Promise<number> {
  const groups = await groupsOf<CallSums>(inMonthsOf(request), summedCalls);
  return groups.reduce((sum, { n }) => sum + n, 0);
}

async function messagesOf(request: Request): Promise<number> {
  const { channel, direction } = request.query;
  const groups = await groupsOf<MessageSums>(inMonthsOf(request), summedMessages);
  const sumOf = (column: keyof MessageSums) => groups.reduce((sum, row) => sum + row[column], 0);
  if (channel !== undefined) return sumOf(channel);
  const outbound = direction === undefined ? 0 : sumOf('outbound');
  return direction === 'outbound' ? outbound : sumOf('n') - outbound;
}

async function counted(request: Request, narrowed: Sql): Promise<number> {
  const { tx, scope, query, range } = request;
  const columns = sql`1`;
  const rows =
    query.of === 'unanswered'
      ? sql`SELECT 1 FROM (${waitingUnits(request)}) WHERE reply_at IS NULL AND ${narrowed}`
      : visibleRows(query.of, { scope, filters: query, columns, range, where: narrowed });
  const row = await first<{ total: number }>(tx, sql`SELECT COUNT(*) AS total FROM (${rows})`);
  return row?.total ?? 0;
}
