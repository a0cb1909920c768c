import { stats, type AnswerOf } from '@inlay/sdk/contract';
import type { TemplateResult } from 'lit';
import type { ExportTable } from '../shared/export-table.js';
import { figureTable } from '../shared/figure-table.js';
import { countFigure, durationFigure, formatNumber } from '../shared/format.js';
import { KpiElement } from '../shared/kpi-element.js';
import { kpiCardsWords } from './kpi-cards.words.js';
import { kpiGrid, kpiLines, kpiSkeleton, type Kpi } from '../views/kpi/kpi.js';

/**
 * Calls of a range in four numbers: total calls, total duration, average duration, to-dos. When
 * nothing happened the cards stay, with zeros, and a sentence says so.
 *
 * @summary Call figures
 */
export class KpiCards extends KpiElement<typeof stats> {
  protected readonly slice = stats;

  protected get defaultLabel(): string {
    return kpiCardsWords().label;
  }

  protected get things(): string {
    return kpiCardsWords().things;
  }

  protected override sentence(answer: AnswerOf<typeof stats>): string {
    const nothing = answer.total_calls === 0 && answer.total_todos === 0;
    return nothing ? this.emptySentence(answer) : '';
  }

  protected override exportTable(answer: AnswerOf<typeof stats>): ExportTable {
    const text = kpiCardsWords();
    return figureTable('call-figures', [
      { label: text.totalCalls, value: answer.total_calls },
      { label: text.totalDuration, value: answer.total_duration_secs, unit: 's' },
      { label: text.avgDuration, value: answer.avg_duration_secs, unit: 's' },
      { label: text.totalTodos, value: answer.total_todos },
    ]);
  }

  protected override renderSkeleton(): TemplateResult {
    const { totalCalls, totalDuration, avgDuration, totalTodos } = kpiCardsWords();
    return kpiSkeleton([totalCalls, totalDuration, avgDuration, totalTodos]);
  }

  protected override renderAnswer(answer: AnswerOf<typeof stats>): TemplateResult {
    return kpiGrid(kpisOf(answer, this.language).map(kpiLines));
  }
}

function kpisOf(answer: AnswerOf<typeof stats>, locale: string): Kpi[] {
  const text = kpiCardsWords();
  const connected = sum(answer.call_activity.map((bucket) => bucket.connected_count));
  const open = answer.todo_status_counts.filter(({ status }) => openStatuses.has(status));
  return [
    {
      label: text.totalCalls,
      figure: countFigure(answer.total_calls, locale),
      detail: text.connected(formatNumber(connected, locale)),
    },
    {
      label: text.totalDuration,
      figure: durationFigure(answer.total_duration_secs, locale),
      detail: text.talkTime,
    },
    {
      label: text.avgDuration,
      figure:
        answer.avg_duration_secs === null ? null : durationFigure(answer.avg_duration_secs, locale),
      reason: text.noAverage,
      detail: text.perCall,
    },
    {
      label: text.totalTodos,
      figure: countFigure(answer.total_todos, locale),
      detail: text.open(formatNumber(sum(open.map(({ count }) => count)), locale)),
    },
  ];
}

const openStatuses: ReadonlySet<string> = new Set(['pending', 'in_progress']);

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
