import { messagingStats, type AnswerOf } from '@inlay/sdk/contract';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { KpiElement } from '../shared/kpi-element.js';
import { kpiGrid, kpiSkeleton } from '../views/kpi/kpi.js';
import { messageCards } from './message-cards.js';
import { styles } from './messaging-kpi-cards.styles.js';
import { messagingKpiCardsWords } from './messaging-kpi-cards.words.js';

type Messaging = AnswerOf<typeof messagingStats>;
/** As many columns as `<kpi-cards>` has, so that the cards of both stand under each other. */
const columns = 4;

/**
 * Messages of a range in three cards: total, delivery rate, and inbound against outbound as two
 * numbers over a fine bar; with `compare`, how total and rate have changed. They have the size of the
 * cards of `<kpi-cards>`. When nothing happened the cards stay, with zeros, and a sentence says so.
 *
 * @summary Message figures
 * @csspart split - The bar of inbound and outbound
 * @example
 * ```html
 * <messaging-kpi-cards compare="previous_period"></messaging-kpi-cards>
 * ```
 */
export class MessagingKpiCards extends KpiElement<typeof messagingStats> {
  static override styles: CSSResultGroup = [KpiElement.styles, styles];

  protected readonly slice = messagingStats;
  protected readonly metrics = [
    'total_messages',
    'delivery_rate',
    'inbound_count',
    'outbound_count',
  ];

  protected get defaultLabel(): string {
    return messagingKpiCardsWords().label;
  }

  protected get things(): string {
    return messagingKpiCardsWords().things;
  }

  protected override sentence(answer: Messaging): string {
    return answer.total_messages === 0 ? this.emptySentence(answer) : '';
  }

  protected override exportTable(
    answer: Messaging,
    { messageFiguresTable }: ExportTables,
  ): ExportTable {
    return messageFiguresTable(answer);
  }

  protected renderSkeleton(): TemplateResult {
    const { total, deliveryRate, split } = messagingKpiCardsWords();
    return kpiSkeleton([total, deliveryRate, split], columns);
  }

  protected renderAnswer(answer: Messaging): TemplateResult {
    return kpiGrid(messageCards(answer, this.language), columns);
  }
}
