import { messagingStats, type AnswerOf } from '@inlay/sdk/contract';
import { ActivityElement, type Activity } from '../shared/activity-element.js';
import { formatNumber, pluralOf } from '../shared/format.js';
import { messageActivityWords } from './message-activity-chart.words.js';

const channels = ['sms', 'email', 'other'] as const;

/**
 * Messages of a range per hour, day, week, month or year, stacked by channel: SMS, email, and other
 * where there is any.
 *
 * @summary Message activity
 * @cssprop --inlay-color-sms - Colour of SMS
 * @cssprop --inlay-color-email - Colour of email
 * @cssprop --inlay-color-other - Colour of other messages
 * @example
 * ```html
 * <message-activity-chart time-range="yesterday"></message-activity-chart>
 * ```
 */
export class MessageActivityChart extends ActivityElement<typeof messagingStats> {
  protected readonly slice = messagingStats;
  protected readonly metrics = ['message_activity'];
  protected readonly filename = 'message-activity';

  protected get defaultHeading(): string {
    return messageActivityWords().heading;
  }

  protected get things(): string {
    return messageActivityWords().things;
  }

  protected get totalLabel(): string {
    return messageActivityWords().total;
  }

  protected activityOf(answer: AnswerOf<typeof messagingStats> | undefined): Activity {
    const labels = messageActivityWords().channels;
    const buckets = answer?.message_activity ?? [];
    const series = channels.map((channel) => ({
      key: channel,
      label: labels[channel],
      color: `var(--_${channel})`,
      values: buckets.map((bucket) => bucket[`${channel}_count`]),
    }));
    return {
      dates: buckets.map(({ date }) => date),
      series: series.filter(
        ({ key, values }) => key !== 'other' || values.some((count) => count > 0),
      ),
    };
  }

  protected amount(count: number): string {
    return messageActivityWords().messages(
      formatNumber(count, this.language),
      pluralOf(count, this.language),
    );
  }

  protected describe(count: number, parts: ReadonlyMap<string, number>): string {
    const { inChannel, point } = messageActivityWords();
    const written = channels
      .filter((channel) => parts.has(channel))
      .map((channel) => inChannel[channel](formatNumber(parts.get(channel) ?? 0, this.language)));
    return point(this.amount(count), written);
  }
}
