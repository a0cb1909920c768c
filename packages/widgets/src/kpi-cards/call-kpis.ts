import type { AnswerOf, stats } from '@inlay/sdk/contract';
import { countFigure, durationFigure, formatDuration, formatNumber } from '../shared/format.js';
import { changeLine } from '../views/change/change-line.js';
import type { ChangeRule } from '../views/change/change.js';
import type { Kpi } from '../views/kpi/kpi.js';
import { begun, sparkline } from '../views/sparkline/sparkline.js';
import { kpiCardsWords } from './kpi-cards.words.js';

type Stats = AnswerOf<typeof stats>;

const openStatuses: ReadonlySet<string> = new Set(['pending', 'in_progress']);

/** The four cards. More of any of them is neither good nor bad. */
export function callKpis(answer: Stats, locale: string): Kpi[] {
  const text = kpiCardsWords();
  const { meta, comparison: before, call_activity: buckets, avg_duration_secs: mean } = answer;
  const compared = before && { meta, before };
  const past = begun(buckets, meta);
  const count: ChangeRule = { in: 'relative', write: (value) => formatNumber(value, locale) };
  const duration: ChangeRule = { in: 'relative', write: (secs) => formatDuration(secs, locale) };
  const connected = sum(buckets.map((bucket) => bucket.connected_count));
  const open = answer.todo_status_counts.filter(({ status }) => openStatuses.has(status));
  const detail = (
    figure: 'total_calls' | 'total_duration_secs' | 'avg_duration_secs' | 'total_todos',
    rule: ChangeRule,
    otherwise: string,
  ) =>
    changeLine(
      compared,
      { now: answer[figure], before: before?.[figure], rule },
      otherwise,
      locale,
    );
  return [
    {
      label: text.totalCalls,
      figure: countFigure(answer.total_calls, locale),
      detail: detail('total_calls', count, text.connected(formatNumber(connected, locale))),
      trend: sparkline(past.map((bucket) => bucket.count)),
    },
    {
      label: text.totalDuration,
      figure: durationFigure(answer.total_duration_secs, locale),
      detail: detail('total_duration_secs', duration, text.talkTime),
      trend: sparkline(past.map((bucket) => bucket.duration_secs)),
    },
    {
      label: text.avgDuration,
      figure: mean === null ? null : durationFigure(mean, locale),
      reason: text.noAverage,
      detail: detail('avg_duration_secs', duration, text.perCall),
      trend: sparkline(past.map(meanOf)),
    },
    {
      label: text.totalTodos,
      figure: countFigure(answer.total_todos, locale),
      detail: detail(
        'total_todos',
        count,
        text.open(formatNumber(sum(open.map((row) => row.count)), locale)),
      ),
    },
  ];
}

function meanOf({ connected_count, duration_secs }: Stats['call_activity'][number]): number | null {
  return connected_count === 0 ? null : duration_secs / connected_count;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
