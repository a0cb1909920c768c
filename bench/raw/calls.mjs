import { meanOfSecs } from '../../packages/server/dist/slices/rounding.js';
import { heatmapOf, maxOf, seriesOf, sumOf } from './series.mjs';
import { callsByHour, newestCalls, todosByStatus } from './statements.mjs';

const todoStatuses = ['pending', 'in_progress', 'completed', 'canceled'];

export async function stats(ask, request) {
  const groups = await ask(callsByHour(request));
  const todos = await ask(todosByStatus(request));
  const recent = await ask(newestCalls(request));
  const heatmap = heatmapOf(groups, ({ count }) => count);
  const secs = sumOf(groups, 'secs');
  const todoCounts = new Map(todos.map(({ status, count }) => [status, count]));
  return {
    total_calls: sumOf(groups, 'count'),
    total_duration_secs: secs,
    avg_duration_secs: meanOfSecs(secs, sumOf(groups, 'connected')),
    total_todos: sumOf(todos, 'count'),
    call_heatmap_max: maxOf(heatmap),
    call_activity: seriesOf(
      groups,
      request.range,
      { count: 0, connected_count: 0, duration_secs: 0 },
      (bar, group) => {
        bar.count += group.count;
        bar.connected_count += group.connected;
        bar.duration_secs += group.secs ?? 0;
      },
    ),
    call_heatmap: heatmap,
    recent_calls: recent.map((call) => ({
      ...call,
      started_at: new Date(call.started_at).toISOString(),
    })),
    todo_status_counts: todoStatuses.map((status) => ({
      status,
      count: todoCounts.get(status) ?? 0,
    })),
  };
}
