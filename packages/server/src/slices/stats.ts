import { TodoStatus, type CallRow } from '@inlay/sdk/contract';
import { within } from '../access/within.js';
import { all, name, sql } from '../store/sql.js';
import { bucketSeries, byDayHour, during, heatmapOf } from './day-hours.js';
import { newestCalls } from './rows.js';
import { meanOfSecs } from './rounding.js';
import type { SliceQuery, SliceRequest } from './slice-query.js';

type Request = SliceRequest<'stats'>;

const RECENT_CALLS = 10;

export const stats: SliceQuery<'stats'> = async (request) => ({
  ...(await calls(request)),
  ...(await todos(request)),
  recent_calls: await recentCalls(request),
});

async function calls({ tx, scope, query, range, zone }: Request) {
  const groups = await byDayHour<{ count: number; connected: number; secs: number }>(
    tx,
    {
      table: name('calls'),
      at: name('started_at'),
      where: within(scope, 'calls', { filters: query }),
    },
    sql`COUNT(*) AS count, COUNT(duration_secs) AS connected, TOTAL(duration_secs) AS secs`,
    range,
    zone,
  );
  const { series, indexOf } = bucketSeries(range, zone, {
    count: 0,
    connected_count: 0,
    duration_secs: 0,
  });
  const total = { calls: 0, connected: 0, secs: 0 };
  for (const group of groups) {
    total.calls += group.count;
    total.connected += group.connected;
    total.secs += group.secs;
    const bucket = series[indexOf(group)];
    if (!bucket) continue;
    bucket.count += group.count;
    bucket.connected_count += group.connected;
    bucket.duration_secs += group.secs;
  }
  const heatmap = heatmapOf(groups, (group) => group.count);
  return {
    total_calls: total.calls,
    total_duration_secs: total.secs,
    avg_duration_secs: meanOfSecs(total.secs, total.connected),
    call_activity: series,
    call_heatmap: heatmap.cells,
    call_heatmap_max: heatmap.max,
  };
}

async function todos({ tx, scope, query, range }: Request) {
  const rows = await all<{ status: TodoStatus; count: number }>(
    tx,
    sql`SELECT status, COUNT(*) AS count FROM todos
        WHERE ${within(scope, 'todos', { filters: query })} AND ${during(name('created_at'), range)}
        GROUP BY status`,
  );
  const counts = new Map(rows.map(({ status, count }) => [status, count]));
  return {
    total_todos: rows.reduce((sum, row) => sum + row.count, 0),
    todo_status_counts: TodoStatus.options.map((status) => ({
      status,
      count: counts.get(status) ?? 0,
    })),
  };
}

function recentCalls({ tx, scope, query, range }: Request): Promise<CallRow[]> {
  const where = sql`${within(scope, 'calls', { filters: query })}
    AND ${during(name('calls.started_at'), range)}`;
  return newestCalls(tx, where, RECENT_CALLS);
}
