import type { AnswerOf, messagingStats } from '@inlay/sdk/contract';
import { html, type TemplateResult } from 'lit';
import { countFigure, formatNumber, formatPercent, percentFigure } from '../shared/format.js';
import { changeLine } from '../views/change/change-line.js';
import type { ChangeRule } from '../views/change/change.js';
import { kpiLines, type KpiLines } from '../views/kpi/kpi.js';
import { begun, sparkline } from '../views/sparkline/sparkline.js';
import { messagingKpiCardsWords } from './messaging-kpi-cards.words.js';
import { splitBar, splitFigures } from './split.js';

type Messaging = AnswerOf<typeof messagingStats>;
type Bucket = Messaging['message_activity'][number];

/** The three cards. More messages are neither good nor bad; more of them delivered is good. */
export function messageCards(answer: Messaging, locale: string): KpiLines[] {
  const text = messagingKpiCardsWords();
  const { meta, comparison: before, delivery_rate: rate, inbound_count, outbound_count } = answer;
  const compared = before && { meta, before };
  const count: ChangeRule = { in: 'relative', write: (value) => formatNumber(value, locale) };
  const percent: ChangeRule = {
    in: 'points',
    good: 'up',
    write: (value) => formatPercent(value, locale),
  };
  const detail = (
    figure: 'total_messages' | 'delivery_rate',
    rule: ChangeRule,
    otherwise: unknown,
  ) =>
    changeLine(
      compared,
      { now: answer[figure], before: before?.[figure], rule },
      otherwise,
      locale,
    );
  return [
    kpiLines({
      label: text.total,
      figure: countFigure(answer.total_messages, locale),
      detail: detail('total_messages', count, channelsOf(answer, locale)),
      trend: sparkline(begun(answer.message_activity, meta).map(totalOf)),
    }),
    kpiLines({
      label: text.deliveryRate,
      figure: rate === null ? null : percentFigure(rate, locale),
      reason: text.noDelivery,
      detail: detail('delivery_rate', percent, text.delivered),
    }),
    {
      label: text.split,
      figure: splitFigures(inbound_count, outbound_count, locale),
      detail: splitBar(inbound_count, outbound_count),
    },
  ];
}

function totalOf({ sms_count, email_count, other_count }: Bucket): number {
  return sms_count + email_count + other_count;
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
