import type { AnswerOf, aiMessageOriginStats } from '@inlay/sdk/contract';
import { percentColumn } from '../shared/export-columns.js';
import type { ExportTable } from '../shared/export-table.js';
import { exportsWords } from '../shared/exports.words.js';
import { aiOriginWords } from './ai-message-origin.words.js';

/** Messages by feature for export, with the total and its share. */
export function aiMessagesTable(
  answer: AnswerOf<typeof aiMessageOriginStats>,
  locale: string,
): ExportTable {
  const text = aiOriginWords();
  return {
    filename: 'ai-messages',
    columns: [
      { label: text.feature },
      { label: text.messages, align: 'end' },
      percentColumn(text.shareOfOutbound, locale),
    ],
    rows: [
      ...answer.by_feature.map(({ feature, count }) => [feature, count, null]),
      [exportsWords().total, answer.ai_message_count, answer.ai_share],
    ],
  };
}
