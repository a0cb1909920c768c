import { stats, type AnswerOf } from '@inlay/sdk/contract';
import { ActivityElement, type Activity } from '../shared/activity-element.js';
import { formatNumber, pluralOf } from '../shared/format.js';
import { callActivityWords } from './call-activity-chart.words.js';

/**
 * Calls of a range per hour, day, week, month or year: a bar for all of them, filled as far as they
 * connected (have a talk time).
 *
 * @summary Call activity
 * @cssprop --inlay-color-calls - Colour of calls
 * @example
 * ```html
 * <call-activity-chart time-range="last_30_days"></call-activity-chart>
 * ```
 */
export class CallActivityChart extends ActivityElement<typeof stats> {
  protected readonly slice = stats;
  protected readonly metrics = ['call_activity.count', 'call_activity.connected_count'];
  protected readonly filename = 'call-activity';

  protected get defaultHeading(): string {
    return callActivityWords().heading;
  }

  protected get things(): string {
    return callActivityWords().things;
  }

  protected get totalLabel(): string {
    return callActivityWords().total;
  }

  protected activityOf(answer: AnswerOf<typeof stats> | undefined): Activity {
    const { connected, notConnected } = callActivityWords();
    const buckets = answer?.call_activity ?? [];
    const color = 'var(--_calls)';
    return {
      dates: buckets.map(({ date }) => date),
      series: [
        {
          key: 'connected',
          label: connected,
          color,
          values: buckets.map(({ connected_count }) => connected_count),
        },
        {
          key: 'not-connected',
          label: notConnected,
          color,
          hollow: true,
          values: buckets.map(({ count, connected_count }) => Math.max(0, count - connected_count)),
        },
      ],
    };
  }

  protected amount(count: number): string {
    return callActivityWords().calls(
      formatNumber(count, this.language),
      pluralOf(count, this.language),
    );
  }

  protected describe(count: number, parts: ReadonlyMap<string, number>): string {
    const connected = formatNumber(parts.get('connected') ?? 0, this.language);
    return callActivityWords().point(this.amount(count), connected);
  }
}
