import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { addStyles } from '../../shared/add-styles.js';
import { formatHour, formatHourShort, formatHourSpan, formatNumber } from '../../shared/format.js';
import { partsOnDemand } from '../../shared/parts-on-demand.js';
import { notLoadedMessage } from '../../shared/states.js';
import { tableWords } from '../data-table/data-table.words.js';
import { hourStripWords } from './hour-strip.words.js';
import type { hourTable } from './hour-table.js';
import { moveInGrid } from '../grid-keys.js';
import { styleProps } from '../style-props.js';
import { Tooltip } from '../tooltip/tooltip.js';

/** What the strip draws. */
export interface HourStripData {
  /** Counts of the hours 0–23. */
  readonly counts: readonly number[];
  readonly title: string;
  /** Heads the counts when they are shown as a table. */
  readonly unit: string;
  /** The count with what is counted: `3 unanswered messages`. */
  readonly amount: (count: number) => string;
  readonly locale: string;
}

/**
 * Counts of the 24 hours of a day as small bars, or as a table. One Tab stop; arrows, Home and End
 * move; Escape hides the tooltip. Parts: `hours`, `hour`, `bar`, `table`, `button hours-table`.
 */
export class HourStrip {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #tooltip: Tooltip;
  #active = 0;
  #asTable = false;
  #table: typeof hourTable | undefined;
  #data: HourStripData | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#tooltip = new Tooltip(host);
  }

  render(data: HourStripData): TemplateResult {
    this.#data = data;
    const { counts, title } = data;
    const { viewTable, viewChart } = tableWords();
    return html`<figure class="strip" part="hours">
      <figcaption class="strip-head">
        <span class="strip-title">${title}</span>
        <span class="strip-summary"><bdi>${summaryOf(data)}</bdi></span>
      </figcaption>
      <button
        class="button text strip-switch"
        part="button hours-table"
        type="button"
        @click=${this.#switch}
      >
        ${this.#asTable ? viewChart : viewTable}
      </button>
      ${this.#asTable ? this.#tableOf(data) : this.#chart(counts, data)}
    </figure>`;
  }

  #tableOf(data: HourStripData): TemplateResult {
    return html`<div class="strip-table" role="region" aria-label=${data.title} tabindex="0">
      ${this.#table?.(data) ?? notLoadedMessage()}
    </div>`;
  }

  #chart(counts: readonly number[], data: HourStripData): TemplateResult {
    const largest = Math.max(...counts, 1);
    return html`<div
        class="bars"
        role="group"
        aria-label=${data.title}
        @keydown=${this.#onKeydown}
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onLeave}
        @focusin=${this.#onFocus}
        @focusout=${() => this.#tooltip.hide()}
      >
        ${counts.map((count, hour) => this.#bar(hour, count, largest, data))}
      </div>
      ${hourAxis(data.locale)} ${this.#tooltip.render()}`;
  }

  #bar(hour: number, count: number, largest: number, { amount, locale }: HourStripData) {
    return html`<div
      class="slot"
      part="hour"
      role="img"
      aria-label=${hourStripWords().point(formatHour(hour, locale), amount(count))}
      tabindex=${hour === this.#active ? 0 : -1}
      data-hour=${hour}
    >
      <div
        class="bar mark ${count > 0 ? '' : 'none'}"
        part="bar"
        ${styleProps({ 'block-size': `${(count * 100) / largest}%` })}
      ></div>
    </div>`;
  }

  readonly #switch = async (): Promise<void> => {
    if (!this.#asTable) await this.#loadTable();
    this.#asTable = !this.#asTable;
    this.#tooltip.hide();
    this.#host.requestUpdate();
  };

  async #loadTable(): Promise<void> {
    if (this.#table) return;
    const parts = await partsOnDemand(this.#host);
    if (parts) addStyles(this.#host.shadowRoot, [parts.hourTableStyles]);
    this.#table = parts?.hourTable;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const bars = barsOf(event);
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && this.#tooltip.visible) {
      event.stopPropagation();
      return this.#tooltip.hide();
    }
    const rightToLeft = getComputedStyle(bars).direction === 'rtl';
    const shape = { rows: 1, columns: 24, rightToLeft };
    const next = moveInGrid({ row: 0, column: this.#active }, event, shape);
    if (!next) return;
    event.preventDefault();
    bars.querySelector<HTMLElement>(`[data-hour="${next.column}"]`)?.focus();
  };

  readonly #onPoint = (event: Event): void => {
    const slot = slotOf(event);
    if (slot) this.#showTooltip(slot);
  };

  readonly #onLeave = (event: Event): void => {
    const focused = barsOf(event).querySelector<HTMLElement>('.slot:focus-visible');
    if (focused) this.#showTooltip(focused);
    else this.#tooltip.hide();
  };

  readonly #onFocus = (event: Event): void => {
    const slot = slotOf(event);
    if (!slot) return;
    this.#active = Number(slot.dataset['hour']);
    this.#showTooltip(slot);
  };

  #showTooltip(slot: HTMLElement): void {
    if (!this.#data) return;
    const { counts, amount, locale } = this.#data;
    const hour = Number(slot.dataset['hour']);
    const text = hourStripWords().tip(formatHourSpan(hour, locale), amount(counts[hour] ?? 0));
    this.#tooltip.show(slot, text);
  }
}

/** As large as the strip. */
export function hourStripSkeleton(title: string, locale: string): TemplateResult {
  return html`<div class="strip">
    <div class="strip-head"><span class="strip-title">${title}</span></div>
    <div class="bars">
      ${Array.from({ length: 24 }, () => html`<div class="slot"><div class="bar bone"></div></div>`)}
    </div>
    ${hourAxis(locale)}
  </div>`;
}

function hourAxis(locale: string): TemplateResult {
  const ticks = Array.from({ length: 8 }, (_, index) => index * 3);
  return html`<div class="strip-axis" aria-hidden="true">
    ${ticks.map((hour) => html`<span>${formatHourShort(hour, locale)}</span>`)}
  </div>`;
}

function summaryOf({ counts, locale }: HourStripData): string {
  const { peak, none } = hourStripWords();
  const largest = Math.max(...counts);
  if (largest <= 0) return none;
  return peak(formatHour(counts.indexOf(largest), locale), formatNumber(largest, locale));
}

const barsOf = ({ currentTarget }: Event) => currentTarget as HTMLElement;

function slotOf({ target }: Event): HTMLElement | undefined {
  const slot = target instanceof Element ? target.closest<HTMLElement>('.slot') : null;
  return slot ?? undefined;
}
