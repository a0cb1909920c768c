import type { AnswerOf, Slices } from '@inlay/sdk/contract';
import { newestFirst, normal, sum } from './figures.js';
import { bucketDate, bucketDates, bucketLabel, heatmap, isInRange } from './range.js';
import type { OracleQuestion } from './question.js';

type Stats = Omit<AnswerOf<Slices['stats']>, 'meta'>;

export function oracleStats({ world, view, passes, range, orgId }: OracleQuestion): Stats {
  const calls = world.calls.filter(
    (row) => view.byPhone(row) && passes(row) && isInRange(range, row.started_at),
  );
  const todos = world.todos.filter(
    (row) => view.byMember(row) && passes(row) && isInRange(range, row.created_at),
  );
  const durations = calls.flatMap((call) => call.duration_secs ?? []);
  const find = <Row extends { org_id: string; id: string }>(rows: readonly Row[], id?: string) =>
    rows.find((row) => row.org_id === orgId && row.id === id);
  const cells = heatmap(
    range,
    calls.map((call) => call.started_at),
  );
  return {
    total_calls: calls.length,
    total_duration_secs: sum(durations),
    avg_duration_secs:
      durations.length === 0 ? null : Math.round((sum(durations) * 1000) / durations.length) / 1000,
    total_todos: todos.length,
    call_activity: bucketDates(range).map((date) => {
      const inBucket = calls.filter((call) => bucketDate(range, call.started_at) === date);
      return {
        date,
        label: bucketLabel(range, date),
        count: inBucket.length,
        connected_count: inBucket.filter((call) => call.duration_secs !== undefined).length,
        duration_secs: sum(inBucket.map((call) => call.duration_secs ?? 0)),
      };
    }),
    call_heatmap: cells,
    call_heatmap_max: Math.max(...cells.map((cell) => cell.count)),
    recent_calls: calls
      .map((call) => ({ ...call, at: call.started_at }))
      .sort(newestFirst)
      .slice(0, 10)
      .map((call) => {
        const phone = find(world.phones, call.phone_id);
        return {
          id: call.id,
          contact_id: call.contact_id ?? null,
          contact_name: find(world.contacts, call.contact_id)?.name ?? null,
          member_id: call.member_id ?? null,
          member_name: find(world.members, call.member_id)?.name ?? null,
          phone_id: call.phone_id ?? null,
          phone_label: phone ? (phone.label ?? phone.number ?? phone.id) : null,
          direction: call.direction,
          status: call.status,
          outcome: call.outcome ?? null,
          duration_secs: call.duration_secs ?? null,
          started_at: normal(call.started_at),
          recording_url: call.recording_url ?? null,
        };
      }),
    todo_status_counts: (['pending', 'in_progress', 'completed', 'canceled'] as const).map(
      (status) => ({ status, count: todos.filter((todo) => todo.status === status).length }),
    ),
  };
}
