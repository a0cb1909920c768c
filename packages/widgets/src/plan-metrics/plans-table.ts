import type { AnswerOf, planStats } from '@inlay/sdk/contract';
import type { ExportTable } from '../shared/export-table.js';
import { figureTable } from '../shared/figure-table.js';
import { planMetricsWords } from './plan-metrics.words.js';

/** The numbers of plans for export. */
export function plansTable(answer: AnswerOf<typeof planStats>): ExportTable {
  const text = planMetricsWords();
  return figureTable('plans', [
    { label: text.active, value: answer.active_plans },
    { label: text.total, value: answer.total_plans },
    { label: text.contacts, value: answer.contacts_in_active_plans },
    { label: text.completionRate, value: answer.completion_rate, unit: '%' },
  ]);
}
