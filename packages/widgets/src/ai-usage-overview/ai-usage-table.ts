import type { AnswerOf, aiUsageStats } from '@inlay/sdk/contract';
import type { CsvValue } from '../shared/csv.js';
import type { ExportTable } from '../shared/export-table.js';
import { exportsWords } from '../shared/exports.words.js';
import { usdFigure } from '../shared/format.js';
import { aiUsageWords } from './ai-usage-overview.words.js';

/** Cost by feature for export, with the total. */
export function aiUsageTable(answer: AnswerOf<typeof aiUsageStats>, locale: string): ExportTable {
  const text = aiUsageWords();
  const show = (cost: CsvValue) => usdFigure(Number(cost), locale).exact;
  return {
    filename: 'ai-usage',
    columns: [
      { label: text.feature },
      { label: text.costUsd, align: 'end', show },
      { label: text.tokens, align: 'end' },
    ],
    rows: [
      ...answer.cost_by_feature.map(({ feature, cost }) => [feature, cost, null]),
      [exportsWords().total, answer.total_cost, answer.total_tokens],
    ],
  };
}
