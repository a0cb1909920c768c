import type { AnswerOf, stats } from '@inlay/sdk/contract';
import type { ExportTable } from '../shared/export-table.js';
import { figureRows, figureTable } from '../shared/figure-table.js';
import { kpiCardsWords } from './kpi-cards.words.js';

type Stats = AnswerOf<typeof stats>;
type Figure = 'total_calls' | 'total_duration_secs' | 'avg_duration_secs' | 'total_todos';

/** The headline numbers of calls for export. */
export function callFiguresTable(answer: Stats): ExportTable {
  const text = kpiCardsWords();
  const row = figureRows<Figure>(answer);
  return figureTable('call-figures', [
    row(text.totalCalls, 'total_calls'),
    row(text.totalDuration, 'total_duration_secs', 's'),
    row(text.avgDuration, 'avg_duration_secs', 's'),
    row(text.totalTodos, 'total_todos'),
  ]);
}
