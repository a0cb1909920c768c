import { engagementStats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type TemplateResult } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import { channelTokens } from '../shared/channel-tokens.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { formatNumber } from '../shared/format.js';
import { fireSelect, rangeOf, type SelectedRange } from '../shared/select-event.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { channelDonutWords } from './channel-donut.words.js';
import { Donut, donutSkeleton, type DonutSegment } from '../views/donut/donut.js';
import { donutStyles } from '../views/donut/donut.styles.js';
import { formatShare } from '../views/donut/format-share.js';
import { sharesOf } from '../views/donut/shares.js';
import { plotStyles } from '../views/plot.styles.js';
import { styles } from './channel-donut.styles.js';

type Engagement = AnswerOf<typeof engagementStats>;

const channels = ['calls', 'sms', 'email', 'other'] as const;

/** A channel of the donut. */
export type Channel = (typeof channels)[number];

/** `detail` of `inlay-select` of a channel donut. */
export interface ChannelSelection {
  channel: Channel;
  count: number;
  range: SelectedRange;
}

/**
 * Calls and messages of a range by channel: a donut with the total in the middle, and a legend with
 * counts and shares. Shares have one decimal and add up to 100. Channels without anything are
 * listed, not drawn.
 *
 * @summary Channel distribution
 * @fires {CustomEvent<ChannelSelection>} inlay-select - A channel was chosen
 * @csspart ring - The ring
 * @csspart middle - The number in the middle of the ring
 * @csspart legend - The list of channels
 * @csspart legend-row - A channel in the list
 * @csspart contacts - The line about contacts
 * @cssprop --inlay-color-calls - Colour of calls
 * @cssprop --inlay-color-sms - Colour of SMS
 * @cssprop --inlay-color-email - Colour of email
 * @cssprop --inlay-color-other - Colour of other messages
 * @example
 * ```html
 * <channel-donut contact-id="c-1042" time-range="all_time"></channel-donut>
 * ```
 */
export class ChannelDonut extends StatsElement<typeof engagementStats> {
  static override styles = [tokens, channelTokens, cardStyles, plotStyles, donutStyles, styles];

  readonly #donut = new Donut(this, (segment) => this.#select(segment));

  protected readonly slice = engagementStats;
  protected readonly metrics = ['channel_distribution', 'active_contacts', 'total_contacts'];

  protected get defaultHeading(): string {
    return channelDonutWords().heading;
  }

  protected get things(): string {
    return channelDonutWords().things;
  }

  protected override isEmpty({ channel_distribution }: Engagement): boolean {
    return channels.every((channel) => channel_distribution[channel] === 0);
  }

  protected renderAnswer(answer: Engagement): TemplateResult {
    const text = channelDonutWords();
    const segments = segmentsOf(answer);
    const summary = this.#summary(segments);
    return html`<figure class="plot" part="figure">
      <figcaption class="summary" part="summary" title=${summary}><bdi>${summary}</bdi></figcaption>
      ${this.#donut.render({
        segments,
        label: text.legend,
        totalLabel: text.total,
        locale: this.language,
      })}
      <p class="contacts" part="contacts">
        <bdi
          >${text.contacts(
            this.#number(answer.active_contacts),
            this.#number(answer.total_contacts),
          )}</bdi
        >
      </p>
    </figure>`;
  }

  protected override exportTable(answer: Engagement, { sharesTable }: ExportTables): ExportTable {
    const { channel: label, count, share } = channelDonutWords();
    return sharesTable('channels', { label, count, share }, segmentsOf(answer), this.language);
  }

  protected renderSkeleton(): TemplateResult {
    return html`<div class="plot">
      <div class="summary"><span class="bone"></span></div>
      ${donutSkeleton(channels.length)}
      <p class="contacts">&nbsp;</p>
    </div>`;
  }

  #summary(segments: readonly DonutSegment[]): string {
    const counts = segments.map(({ count }) => count);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const largest = counts.indexOf(Math.max(...counts));
    const share = formatShare(sharesOf(counts)[largest] ?? 0, counts[largest] ?? 0, this.language);
    const { label } = segments[largest] ?? { label: '' };
    return channelDonutWords().summary(this.#number(total), label, share);
  }

  #number(value: number): string {
    return formatNumber(value, this.language);
  }

  #select({ key, count }: DonutSegment): void {
    const { state } = this;
    if (!('answer' in state)) return;
    const detail: ChannelSelection = {
      channel: key as Channel,
      count,
      range: rangeOf(state.answer.meta),
    };
    fireSelect(this, detail);
  }
}

function segmentsOf({ channel_distribution }: Engagement): DonutSegment[] {
  const labels = channelDonutWords().channels;
  return channels.map((channel) => ({
    key: channel,
    label: labels[channel],
    count: channel_distribution[channel],
    color: `var(--_${channel})`,
  }));
}
