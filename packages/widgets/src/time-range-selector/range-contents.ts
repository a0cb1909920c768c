import { isLocalDate, TimeRange } from '@inlay/sdk/contract';
import { html, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatDate } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import type { PopupContents } from '../shared/popup.js';
import { popupStyles } from '../shared/popup.styles.js';
import type { RangeChange } from '../shared/range-change.js';
import { rangesWords } from '../shared/ranges.words.js';
import { rangeContentsStyles } from './range-contents.styles.js';
import { rangeContentsWords } from './range-contents.words.js';

type Preset = Exclude<TimeRange, 'custom'>;

const presets = TimeRange.options.filter((range): range is Preset => range !== 'custom');

const check = svg`<path d="m3 8.5 3.25 3.25L13 5"></path>`;

/** The range in force when the popover opens. */
export interface RangeInForce {
  readonly range: TimeRange;
  readonly dates: { readonly from: string; readonly to: string } | undefined;
}

/** What stands in the popover of a time range selector: presets, and two dates with Apply. */
export class RangeContents implements PopupContents {
  readonly styles = [popupStyles, rangeContentsStyles];
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #choose: (range: RangeChange) => void;
  #active = 0;
  #problem = '';
  #locale = '';

  constructor(host: ReactiveControllerHost & HTMLElement, choose: (range: RangeChange) => void) {
    this.#host = host;
    this.#choose = choose;
  }

  /** Begins with the range in force. */
  begin(panel: HTMLElement, { range, dates }: RangeInForce): void {
    const [from, to] = fieldsIn(panel);
    from.value = dates?.from ?? '';
    to.value = dates?.to ?? '';
    this.#active = Math.max(
      0,
      presets.findIndex((preset) => preset === range),
    );
    this.#explain('');
    if (range === 'custom') from.focus();
    else this.#focusActive(panel);
  }

  render(range: TimeRange, locale: string): TemplateResult {
    this.#locale = locale;
    return html`${this.#presets(range)}${this.#custom()}`;
  }

  #presets(range: TimeRange): TemplateResult {
    const option = (preset: Preset, index: number) =>
      html`<div
        class="option"
        part="option"
        role="option"
        tabindex=${index === this.#active ? 0 : -1}
        aria-selected=${preset === range ? 'true' : 'false'}
        data-index=${index}
      >
        <span>${rangesWords()[preset]}</span>${icon(check)}
      </div>`;
    return html`<div
      class="presets"
      part="presets"
      role="listbox"
      aria-label=${rangeContentsWords().presets}
      @click=${this.#onPresetClick}
      @keydown=${this.#onPresetKey}
    >
      ${presets.map(option)}
    </div>`;
  }

  #custom(): TemplateResult {
    const text = rangeContentsWords();
    return html`<form class="custom" part="custom" novalidate @submit=${this.#onSubmit}>
      <p class="title">${text.custom}</p>
      ${this.#field('from', text.from)}${this.#field('to', text.to)}
      <p class="problem" part="problem" id="problem" role="alert">${this.#problem}</p>
      <button class="button apply" part="apply" type="submit">${text.apply}</button>
    </form>`;
  }

  #field(name: 'from' | 'to', label: string): TemplateResult {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        part="field"
        type="date"
        name=${name}
        min="1970-01-01"
        max="2199-12-31"
        aria-describedby="problem"
        aria-invalid=${this.#problem ? 'true' : 'false'}
        @input=${() => this.#explain('')}
    /></label>`;
  }

  readonly #onPresetClick = (event: Event): void => {
    const option = (event.target as Element).closest('[role=option]');
    if (option) this.#choosePreset(Number(option.getAttribute('data-index')));
  };

  readonly #onPresetKey = (event: KeyboardEvent): void => {
    const last = presets.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(this.#active + 1, last),
      ArrowUp: Math.max(this.#active - 1, 0),
      Home: 0,
      End: last,
    };
    const target = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') this.#choosePreset(this.#active);
    else if (target === undefined) return;
    else this.#moveTo(target, event.currentTarget as HTMLElement);
    event.preventDefault();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = fieldsIn(event.currentTarget as HTMLElement);
    const [from, to] = [fields[0].value, fields[1].value];
    const problem = this.#problemOf(from, to);
    this.#explain(problem);
    if (problem) fields[from && !to ? 1 : 0].focus();
    else this.#choose({ time_range: 'custom', from, to });
  };

  #problemOf(from: string, to: string): string {
    const { needsBoth, outside, reversed } = rangeContentsWords();
    if (!from || !to) return needsBoth;
    if (!isLocalDate(from) || !isLocalDate(to)) return outside;
    const written = (date: string) => formatDate(date, this.#locale, true);
    return from > to ? reversed(written(from), written(to)) : '';
  }

  #explain(problem: string): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  #moveTo(index: number, list: HTMLElement): void {
    this.#active = index;
    this.#host.requestUpdate();
    this.#focusActive(list);
  }

  #focusActive(within: HTMLElement): void {
    within.querySelector<HTMLElement>(`[data-index="${this.#active}"]`)?.focus();
  }

  #choosePreset(index: number): void {
    const preset = presets[index];
    if (preset) this.#choose({ time_range: preset });
  }
}

function fieldsIn(within: HTMLElement): [from: HTMLInputElement, to: HTMLInputElement] {
  return [...within.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
}
