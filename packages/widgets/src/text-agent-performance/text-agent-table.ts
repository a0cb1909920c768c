import type { AnswerOf, textAgentStats } from '@inlay/sdk/contract';
import type { ExportTable } from '../shared/export-table.js';
import { figureTable } from '../shared/figure-table.js';
import { textAgentWords } from './text-agent-performance.words.js';

/** The text agent's numbers for export. */
export function textAgentTable(answer: AnswerOf<typeof textAgentStats>): ExportTable {
  const text = textAgentWords();
  return figureTable('text-agent', [
    { label: text.suggestions, value: answer.total_suggestions },
    { label: text.autoReplies, value: answer.auto_reply_count },
    { label: text.autoReplyRate, value: answer.auto_reply_rate, unit: '%' },
    { label: text.confidence, value: answer.avg_confidence },
    { label: text.escalations, value: answer.escalation_count },
    { label: text.escalationRate, value: answer.escalation_rate, unit: '%' },
  ]);
}
