import { messagingStats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import type { ExportTable } from '../shared/export-table.js';
import { figureTable } from '../shared/figure-table.js';
import { countFigure, formatNumber, percentFigure } from '../shared/format.js';
import { KpiElement } from '../shared/kpi-element.js';
import { messagingKpiCardsWords } from './messaging-kpi-cards.words.js';
import { kpiGrid, kpiLines, kpiSkeleton, type KpiLines } from '../views/kpi/kpi.js';
import { styles } from './messaging-kpi-cards.styles.js';
import { splitBar, splitFigures } from './split.js';

type Messaging = AnswerOf<typeof messagingStats>;

/** As many columns as `<kpi-cards>` has, so that the cards of both stand under each other. */
const columns = 4;

/**
 * Messages of a range in three cards: total, delivery rate, and inbound against outbound as two
 * numbers over a fine bar. They have the size of the cards of `<kpi-cards>`. When nothing happened
 * the cards stay, with zeros, and a sentence says so.
 *
 * @summary Message figures
 * @csspart split - The bar of inbound and outbound
 */
export class MessagingKpiCards extends KpiElement<typeof messagingStats> {
  static override styles: CSSResultGroup = [KpiElement.styles, styles];

  protected readonly slice = messagingStats;

  protected get defaultLabel(): string {
    return messagingKpiCardsWords().label;
  }

  protected get things(): string {
    return messagingKpiCardsWords().things;
  }

  protected override sentence(answer: Messaging): string {
    return answer.total_messages === 0 ? this.emptySentence(answer) : '';
  }

  protected override exportTable(answer: Messaging): ExportTable {
    const text = messagingKpiCardsWords();
    return figureTable('message-figures', [
      { label: text.total, value: answer.total_messages },
      { label: text.deliveryRate, value: answer.delivery_rate, unit: '%' },
      { label: text.inboundMessages, value: answer.inbound_count },
      { label: text.outboundMessages, value: answer.outbound_count },
    ]);
  }

  protected renderSkeleton(): TemplateResult {
    const { total, deliveryRate, split } = messagingKpiCardsWords();
    return kpiSkeleton([total, deliveryRate, split], columns);
  }

  protected renderAnswer(answer: Messaging): TemplateResult {
    return kpiGrid(cardsOf(answer, this.language), columns);
  }
}

function cardsOf(answer: Messaging, locale: string): KpiLines[] {
  const text = messagingKpiCardsWords();
  const { delivery_rate: rate, inbound_count, outbound_count } = answer;
  return [
    kpiLines({
      label: text.total,
      figure: countFigure(answer.total_messages, locale),
      detail: channelsOf(answer, locale),
    }),
    kpiLines({
      label: text.deliveryRate,
      figure: rate === null ? null : percentFigure(rate, locale),
      reason: text.noDelivery,
      detail: text.delivered,
    }),
    {
      label: text.split,
      figure: splitFigures(inbound_count, outbound_count, locale),
      detail: splitBar(inbound_count, outbound_count),
    },
  ];
}

/** `1,433 SMS · 612 email`: the channels that were used; what does not fit is left out whole. */
function channelsOf({ message_activity }: Messaging, locale: string): TemplateResult {
  const text = messagingKpiCardsWords();
  const used = (['sms', 'email', 'other'] as const)
    .map((channel) => ({
      channel,
      count: message_activity.reduce((sum, bucket) => sum + bucket[`${channel}_count`], 0),
    }))
    .filter(({ count }) => count > 0)
    .map(({ channel, count }) => text.of(formatNumber(count, locale), text.channels[channel]));
  return html`<span class="channels" title=${used.join(' · ')}
    >${used.map((one, index) => html`<span>${index > 0 ? '· ' : ''}${one}</span>`)}</span
  >`;
}
