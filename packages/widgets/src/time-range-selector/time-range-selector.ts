import {
  defaultTimeRange,
  isLocalDate,
  type RangedQuery,
  type TimeRange,
} from '@inlay/sdk/contract';
import {
  html,
  LitElement,
  nothing,
  svg,
  type TemplateResult,
  type PropertyDeclarations,
} from 'lit';
import { metaContext, providedContext } from '../provider/context.js';
import { Subscription } from '../provider/subscription.js';
import { frameStyles } from '../shared/card.styles.js';
import { formatRange } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { resolveLocale } from '../shared/locale.js';
import { Popup } from '../shared/popup.js';
import type { RangeChange } from '../shared/range-change.js';
import { rangesWords } from '../shared/ranges.words.js';
import { isAnswerTo, mergeQueries, queryOfProperties } from '../shared/request.js';
import { tokens } from '../shared/tokens.js';
import type { RangeContents } from './range-contents.js';
import { styles } from './time-range-selector.styles.js';
import { rangeSelectorWords } from './time-range-selector.words.js';

const icons = {
  calendar: svg`<rect x="2" y="3" width="12" height="11" rx="1.5"></rect>
    <path d="M2 6.5h12M5.25 1.5v3M10.75 1.5v3"></path>`,
  chevron: svg`<path d="m4.5 6.25 3.5 3.5 3.5-3.5"></path>`,
};

/**
 * A quiet button that names the time range, and a popover to choose another: presets, which apply
 * at once, and two dates with Apply. Inside a `<stats-provider>` it shows and changes the
 * provider's range; on its own it keeps `value`, `from` and `to`.
 *
 * @summary Time range selector
 * @fires {CustomEvent<RangeChange>} inlay-range-change - The reader chose a range. Cancelable:
 *   prevented, neither the selector nor its provider takes the range.
 * @attr lang - Language of dates where `locale` is not set
 * @csspart trigger - The button
 * @csspart panel - The popover
 * @csspart option - A preset
 * @csspart field - A date field
 * @csspart apply - The button that takes the dates
 * @example
 * ```html
 * <time-range-selector value="last_30_days"></time-range-selector>
 * ```
 */
export class TimeRangeSelector extends LitElement {
  static override properties: PropertyDeclarations = {
    value: {},
    from: {},
    to: {},
    locale: {},
  };

  static override styles = [tokens, frameStyles, styles];

  readonly #provided = new Subscription(this, providedContext);
  readonly #meta = new Subscription(this, metaContext);
  readonly #popup = new Popup<RangeContents>(this, {
    id: 'panel',
    align: 'start',
    make: ({ RangeContents }) => new RangeContents(this, (range) => this.#choose(range)),
    opened: (panel, contents) => {
      contents.begin(panel, { range: this.#range, dates: this.#dates });
    },
  });

  /** The range shown. Without: the provider's, else the last 30 days. */
  value?: TimeRange | undefined;
  /** First local date of a custom range, `YYYY-MM-DD`. */
  from?: string | undefined;
  /** Last local date of a custom range, included. */
  to?: string | undefined;
  /** BCP 47 locale of dates. Without: the closest `lang`, else the browser's. */
  locale?: string | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { label } = rangeSelectorWords();
    return html`<div class="container">
      ${this.#popup.renderButton({
        classes: 'trigger',
        part: 'trigger',
        opens: 'dialog',
        content: html`${icon(icons.calendar)}<span class="visually-hidden">${label}: </span
          >${this.#renderRange()} ${icon(icons.chevron)}`,
      })}
      ${this.#popup.renderPanel({
        classes: 'panel',
        part: 'panel',
        role: 'dialog',
        label,
        content: (contents) => contents.render(this.#range, this.#language),
      })}
    </div>`;
  }

  #renderRange(): TemplateResult {
    const time_range = this.#range;
    const dates = this.#dates;
    const year = new Date(Date.now()).getFullYear();
    const text = dates && formatRange(dates.from, dates.to, this.#language, year);
    if (time_range === 'custom') {
      return html`<span class="words">${text ?? rangesWords().custom}</span>`;
    }
    return html`<span class="words">${rangesWords()[time_range]}</span>${
        text ? html`<span class="dates">· ${text}</span>` : nothing
      }`;
  }

  get #language(): string {
    return resolveLocale(this, this.locale);
  }

  /** Range in force: the own one, else the provider's. */
  get #selected(): RangedQuery {
    const own = queryOfProperties({ timeRange: this.value, from: this.from, to: this.to });
    return mergeQueries(own, this.#provided.value?.query);
  }

  /** First and last date of the range in force, where they are known. */
  get #dates(): { from: string; to: string } | undefined {
    const { time_range, from, to } = this.#selected;
    if (time_range === 'custom') return datesIn(from, to);
    const meta = this.#meta.value;
    return meta && isAnswerTo(meta, this.#selected) ? datesIn(meta.from, meta.to) : undefined;
  }

  get #range(): TimeRange {
    return this.#selected.time_range ?? defaultTimeRange;
  }

  #choose(detail: RangeChange): void {
    const { from, to } = this.#selected;
    this.#popup.close();
    const same = this.#range === detail.time_range && from === detail.from && to === detail.to;
    if (same) return;
    const event = new CustomEvent('inlay-range-change', {
      detail,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    const taken = this.dispatchEvent(event);
    if (!taken || (this.#provided.value && !this.value)) return;
    this.value = detail.time_range;
    this.from = detail.from;
    this.to = detail.to;
  }
}

function datesIn(from: string | null | undefined, to: string | null | undefined) {
  if (!from || !to || from > to || !isLocalDate(from) || !isLocalDate(to)) return undefined;
  return { from, to };
}
