import { stats, type AnswerOf } from '@inlay/sdk/contract';
import type { TemplateResult } from 'lit';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { KpiElement } from '../shared/kpi-element.js';
import { kpiCardsWords } from './kpi-cards.words.js';
import { kpiGrid, kpiLines, kpiSkeleton } from '../views/kpi/kpi.js';
import { callKpis } from './call-kpis.js';

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

  protected override exportTable(
    answer: AnswerOf<typeof stats>,
    { callFiguresTable }: ExportTables,
  ): ExportTable {
    return callFiguresTable(answer);
  }

  protected override renderSkeleton(): TemplateResult {
    const { totalCalls, totalDuration, avgDuration, totalTodos } = kpiCardsWords();
    return kpiSkeleton([totalCalls, totalDuration, avgDuration, totalTodos]);
  }

  protected override renderAnswer(answer: AnswerOf<typeof stats>): TemplateResult {
    return kpiGrid(callKpis(answer, this.language).map(kpiLines));
  }
}
