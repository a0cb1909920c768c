import { defaultTimeRange, isLocalDate, TimeRange, type RangedQuery } from '@inlay/sdk/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { metaContext, providedContext } from '../provider/context.js';
import { Subscription } from '../provider/subscription.js';
import { frameStyles } from '../shared/card.styles.js';
import { formatDate, formatRange } from '../shared/format.js';
import { icons } from '../shared/icons.js';
import { resolveLocale } from '../shared/locale.js';
import type { RangeChange } from '../shared/range-change.js';
import { isAnswerTo, mergeQueries, queryOfProperties } from '../shared/request.js';
import { tokens } from '../shared/tokens.js';
import { rangeSelectorWords } from './time-range-selector.words.js';
import { rangesWords } from '../shared/ranges.words.js';
import { placeBeside } from '../shared/place.js';
import { styles } from './time-range-selector.styles.js';

type Preset = Exclude<TimeRange, 'custom'>;

const presets = TimeRange.options.filter((range): range is Preset => range !== 'custom');

/**
 * A quiet button that names the time range, and a popover to choose another: presets, which apply
 * at once, and two dates with Apply. Inside a `<stats-provider>` it shows and changes the
 * provider's range; on its own it keeps `value`, `from` and `to`.
 *
 * @summary Time range selector
 * @fires inlay-range-change - The reader chose a range. `detail: { time_range, from?, to? }`.
 *   Cancelable: prevented, neither the selector nor its provider takes the range.
 * @csspart trigger - The button
 * @csspart panel - The popover
 * @csspart option - A preset
 * @csspart field - A date field
 * @csspart apply - The button that takes the dates
 */
export class TimeRangeSelector extends LitElement {
  static override styles = [tokens, frameStyles, styles];

  readonly #provided = new Subscription(this, providedContext);
  readonly #meta = new Subscription(this, metaContext);

  /** The range shown. Without: the provider's, else the last 30 days. */
  @property() value?: TimeRange | undefined;
  /** First local date of a custom range, `YYYY-MM-DD`. */
  @property() from?: string | undefined;
  /** Last local date of a custom range, included. */
  @property() to?: string | undefined;
  /** BCP 47 locale of dates. Without: the closest `lang`, else the browser's. */
  @property() locale?: string | undefined;

  @state() private open = false;
  @state() private active = 0;
  @state() private problem = '';

  @query('.trigger') private readonly trigger!: HTMLElement;
  @query('.panel') private readonly panel!: HTMLElement;
  @query('input[name=from]') private readonly fromField!: HTMLInputElement;
  @query('input[name=to]') private readonly toField!: HTMLInputElement;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(false);
    this.open = false;
  }

  protected override render(): TemplateResult {
    const text = rangeSelectorWords();
    return html`
      <button
        class="button trigger"
        part="trigger"
        type="button"
        popovertarget="panel"
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
      >
        ${icons.calendar}<span class="visually-hidden">${text.label}: </span>${this.#renderRange()}
        ${icons.chevron}
      </button>
      <div
        id="panel"
        class="panel"
        part="panel"
        popover
        role="dialog"
        aria-label=${text.label}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @focusout=${this.#onFocusOut}
      >
        ${this.#renderPresets()}${this.#renderCustom()}
      </div>
    `;
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

  #renderPresets(): TemplateResult {
    const range = this.#range;
    const option = (preset: Preset, index: number) =>
      html`<div
        class="option"
        part="option"
        role="option"
        tabindex=${index === this.active ? 0 : -1}
        aria-selected=${preset === range ? 'true' : 'false'}
        data-index=${index}
      >
        <span>${rangesWords()[preset]}</span>${icons.check}
      </div>`;
    return html`<div
      class="presets"
      part="presets"
      role="listbox"
      aria-label=${rangeSelectorWords().presets}
      @click=${this.#onPresetClick}
      @keydown=${this.#onPresetKey}
    >
      ${presets.map(option)}
    </div>`;
  }

  #renderCustom(): TemplateResult {
    const text = rangeSelectorWords();
    return html`<form class="custom" part="custom" novalidate @submit=${this.#onSubmit}>
      <p class="title">${text.custom}</p>
      ${this.#renderField('from', text.from)}${this.#renderField('to', text.to)}
      <p class="problem" part="problem" id="problem" role="alert">${this.problem}</p>
      <button class="button primary apply" part="apply" type="submit">${text.apply}</button>
    </form>`;
  }

  #renderField(name: 'from' | 'to', label: string): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        part="field"
        type="date"
        name=${name}
        min="1970-01-01"
        max="2199-12-31"
        aria-describedby="problem"
        aria-invalid=${this.problem ? 'true' : 'false'}
        @input=${() => (this.problem = '')}
    /></label>`;
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

  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open') {
      this.#giveFocusBack();
      return;
    }
    const { from = '', to = '' } = this.#dates ?? {};
    this.fromField.value = from;
    this.toField.value = to;
    this.problem = '';
    this.active = Math.max(
      0,
      presets.findIndex((preset) => preset === this.#range),
    );
    this.#place();
  };

  readonly #onToggle = async (event: ToggleEvent): Promise<void> => {
    this.open = event.newState === 'open';
    this.#follow(this.open);
    if (!this.open) return;
    await this.updateComplete;
    if (this.#range === 'custom') this.fromField.focus();
    else this.#focusActive();
  };

  /** Chromium does it by itself, but not where button and popover stand in a shadow root. */
  #giveFocusBack(): void {
    if (this.panel.contains(this.shadowRoot?.activeElement ?? null)) this.trigger.focus();
  }

  /** Tab may leave the popover; it does not stay behind, open. */
  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const left = relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget);
    if (this.open && left) this.panel.hidePopover();
  };

  readonly #onPresetClick = (event: Event): void => {
    const option = (event.target as Element).closest('[role=option]');
    if (option) this.#choosePreset(Number(option.getAttribute('data-index')));
  };

  readonly #onPresetKey = (event: KeyboardEvent): void => {
    const last = presets.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(this.active + 1, last),
      ArrowUp: Math.max(this.active - 1, 0),
      Home: 0,
      End: last,
    };
    const target = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') this.#choosePreset(this.active);
    else if (target === undefined) return;
    else this.#moveTo(target);
    event.preventDefault();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const [from, to] = [this.fromField.value, this.toField.value];
    this.problem = this.#problemOf(from, to);
    if (this.problem) (from && !to ? this.toField : this.fromField).focus();
    else this.#choose({ time_range: 'custom', from, to });
  };

  #problemOf(from: string, to: string): string {
    const { needsBoth, outside, reversed } = rangeSelectorWords();
    if (!from || !to) return needsBoth;
    if (!isLocalDate(from) || !isLocalDate(to)) return outside;
    const written = (date: string) => formatDate(date, this.#language, true);
    return from > to ? reversed(written(from), written(to)) : '';
  }

  get #range(): TimeRange {
    return this.#selected.time_range ?? defaultTimeRange;
  }

  async #moveTo(index: number): Promise<void> {
    this.active = index;
    await this.updateComplete;
    this.#focusActive();
  }

  #focusActive(): void {
    this.renderRoot.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();
  }

  #choosePreset(index: number): void {
    const preset = presets[index];
    if (preset) this.#choose({ time_range: preset });
  }

  #choose(detail: RangeChange): void {
    const { from, to } = this.#selected;
    this.panel.hidePopover();
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

  readonly #place = (): void => {
    const { panel } = this;
    panel.classList.add('measured');
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    panel.classList.remove('measured');
    const { clientWidth: width } = document.documentElement;
    const viewport = { width, height: window.innerHeight };
    const rightToLeft = getComputedStyle(this).direction === 'rtl';
    const { left, top } = placeBeside(
      this.trigger.getBoundingClientRect(),
      size,
      viewport,
      rightToLeft,
    );
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  };

  /** Keeps the open popover beside its button while the page scrolls or changes its size. */
  #follow(open: boolean): void {
    window.removeEventListener('resize', this.#place);
    window.removeEventListener('scroll', this.#place, true);
    if (!open) return;
    window.addEventListener('resize', this.#place);
    window.addEventListener('scroll', this.#place, true);
  }
}

function datesIn(from: string | null | undefined, to: string | null | undefined) {
  if (!from || !to || from > to || !isLocalDate(from) || !isLocalDate(to)) return undefined;
  return { from, to };
}
