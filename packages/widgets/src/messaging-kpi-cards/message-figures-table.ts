import type { AnswerOf, messagingStats } from '@inlay/sdk/contract';
import type { ExportTable } from '../shared/export-table.js';
import { figureRows, figureTable } from '../shared/figure-table.js';
import { messagingKpiCardsWords } from './messaging-kpi-cards.words.js';

type Messaging = AnswerOf<typeof messagingStats>;
type Figure = 'total_messages' | 'delivery_rate' | 'inbound_count' | 'outbound_count';

/** The headline numbers of messages for export. */
export function messageFiguresTable(answer: Messaging): ExportTable {
  const text = messagingKpiCardsWords();
  const row = figureRows<Figure>(answer);
  return figureTable('message-figures', [
    row(text.total, 'total_messages'),
    row(text.deliveryRate, 'delivery_rate', '%'),
    row(text.inboundMessages, 'inbound_count'),
    row(text.outboundMessages, 'outbound_count'),
  ]);
}
