import { TodoStatus, type CallRow } from '@inlay/sdk/contract';
import { todoDay, todoMonth } from '../rollup/definitions.js';
import { all, sql } from '../store/sql.js';
import { bucketSeries, heatmapOf } from './day-hours.js';
import { cellsOf, groupsOf, partsBy } from './event-sums.js';
import { newestIds } from './newest.js';
import { callsOf } from './rows.js';
import { meanOfSecs } from './rounding.js';
import type { SliceQuery, SliceRequest } from './slice-query.js';
import { summedCalls, type CallSums } from './summed-events.js';

type Request = SliceRequest<'stats'>;

const RECENT_CALLS = 10;

export const stats: SliceQuery<'stats'> = async (request) => ({
  ...(await calls(request)),
  ...(await todos(request)),
  recent_calls: await recentCalls(request),
});

async function calls(request: Request) {
  const groups = await groupsOf<CallSums>(request, summedCalls);
  const heatmap = heatmapOf(await cellsOf(request, summedCalls));
  const { range, zone } = request;
  const { series, indexOf } = bucketSeries(range, zone, {
    count: 0,
    connected_count: 0,
    duration_secs: 0,
  });
  const total = { calls: 0, connected: 0, secs: 0 };
  for (const group of groups) {
    total.calls += group.n;
    total.connected += group.connected;
    total.secs += group.secs;
    const bucket = series[indexOf(group)];
    if (!bucket) continue;
    bucket.count += group.n;
    bucket.connected_count += group.connected;
    bucket.duration_secs += group.secs;
  }
  return {
    total_calls: total.calls,
    total_duration_secs: total.secs,
    avg_duration_secs: meanOfSecs(total.secs, total.connected),
    call_activity: series,
    call_heatmap: heatmap.cells,
    call_heatmap_max: heatmap.max,
  };
}

async function todos(request: Request) {
  const parts = partsBy(request, {
    table: 'todos',
    byDay: todoDay,
    byMonth: todoMonth,
    column: 'status',
    sums: { n: sql`COUNT(*)` },
  });
  const rows = await all<{ status: TodoStatus; n: number }>(
    request.tx,
    sql`SELECT status, SUM(n) AS n FROM (${parts}) GROUP BY status`,
  );
  const counts = new Map(rows.map(({ status, n }) => [status, n]));
  return {
    total_todos: rows.reduce((sum, row) => sum + row.n, 0),
    todo_status_counts: TodoStatus.options.map((status) => ({
      status,
      count: counts.get(status) ?? 0,
    })),
  };
}

async function recentCalls(request: Request): Promise<CallRow[]> {
  const newest = await newestIds(request, 'calls', RECENT_CALLS);
  return callsOf(request.tx, request.scope, newest);
}
