import { stats, type AnswerOf } from '@inlay/sdk/contract';
import type { TemplateResult } from 'lit';
import type { ExportTable } from '../shared/export-table.js';
import { figureTable } from '../shared/figure-table.js';
import { KpiElement } from '../shared/kpi-element.js';
import { kpiCardsWords } from './kpi-cards.words.js';
import { kpiGrid, kpiLines, kpiSkeleton } from '../views/kpi/kpi.js';
import { callKpis } from './call-kpis.js';

type Figure = 'total_calls' | 'total_duration_secs' | 'avg_duration_secs' | 'total_todos';

/**
 * Calls of a range in four numbers: total calls, total duration, average duration, to-dos; with
 * `compare`, how each has changed. When nothing happened the cards stay, with zeros, and a sentence
 * says so.
 *
 * @summary Call figures
 * @example
 * ```html
 * <kpi-cards time-range="last_7_days" compare="previous_period"></kpi-cards>
 * ```
 */
export class KpiCards extends KpiElement<typeof stats> {
  protected readonly slice = stats;
  protected readonly metrics = [
    'total_calls',
    'total_duration_secs',
    'avg_duration_secs',
    'total_todos',
  ];

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
    const { comparison: before } = answer;
    const row = (label: string, figure: Figure, unit?: string) => ({
      label,
      value: answer[figure],
      before: before?.[figure],
      unit,
    });
    return figureTable('call-figures', [
      row(text.totalCalls, 'total_calls'),
      row(text.totalDuration, 'total_duration_secs', 's'),
      row(text.avgDuration, 'avg_duration_secs', 's'),
      row(text.totalTodos, 'total_todos'),
    ]);
  }

  protected override renderSkeleton(): TemplateResult {
    const { totalCalls, totalDuration, avgDuration, totalTodos } = kpiCardsWords();
    return kpiSkeleton([totalCalls, totalDuration, avgDuration, totalTodos]);
  }

  protected override renderAnswer(answer: AnswerOf<typeof stats>): TemplateResult {
    return kpiGrid(callKpis(answer, this.language).map(kpiLines));
  }
}
