import { html, nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../../shared/format.js';
import { tableWords } from '../data-table/data-table.words.js';
import { formatShare } from '../donut/format-share.js';
import { sharesOf } from '../donut/shares.js';
import { styleProps } from '../style-props.js';
import { barCells, barEnd, type Bar } from './bar-list.js';

/** A part of a whole. */
export interface BarPart {
  readonly key: string | symbol;
  readonly label: string;
  readonly amount: number;
}

/** What the list draws. */
export interface FoldedBarsData {
  /** Largest first. */
  readonly parts: readonly BarPart[];
  /** Name of the list for assistive technology. */
  readonly label: string;
  /** Rows shown until the reader asks for all. */
  readonly rows: number;
  readonly write: (amount: number) => Pick<Bar, 'value' | 'exact'>;
  /** "6 more features" */
  readonly more: (count: number) => string;
  /** Adds amounts without drift. */
  readonly add: (amounts: readonly number[]) => number;
  /** A sentence in place of the list when there are no parts. */
  readonly none: string;
  readonly locale: string;
}

const chevron = svg`<path d="m4.5 6.25 3.5 3.5 3.5-3.5"></path>`;
/** No feature's key: those are text. */
const restKey = Symbol('the rest');

/**
 * Parts of a whole as bars, with shares that add up to 100. Where there are more than fit, the last
 * row is the sum of the others, so that the rows always add up, and opens them.
 * Parts: those of the list, `button show-all`, and `none`.
 */
export class FoldedBars {
  readonly #host: ReactiveControllerHost;
  #open = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render(data: FoldedBarsData): TemplateResult {
    const { parts, rows, label, none } = data;
    const reserve = styleProps({ '--rows': String(rows) });
    if (parts.length === 0) {
      return html`<p class="bars reserved none-at-all" part="none" ${reserve}>${none}</p>`;
    }
    const folds = parts.length > rows;
    const folded = folds && !this.#open;
    const bars = barsOf(data, folded ? this.#fold(data) : parts);
    const lines = bars.map((bar) => ({ key: bar.key, cells: barCells(bar) }));
    const last = bars.at(-1);
    if (folded && last) {
      lines.splice(-1, 1, { key: restKey, cells: this.#toggleCells(last.label, last) });
    } else if (folds) {
      const fewer = tableWords().showFewer(formatNumber(rows - 1, data.locale));
      lines.push({ key: restKey, cells: this.#toggleCells(fewer) });
    }
    return html`<ul class="bars reserved" part="bars" aria-label=${label} ${reserve}>
      ${repeat(
        lines,
        ({ key }) => key,
        ({ cells }) => html`<li class="bar-row" part="bar-row">${cells}</li>`,
      )}
    </ul>`;
  }

  /** The first parts, and the others as one. */
  #fold({ parts, rows, more, add }: FoldedBarsData): BarPart[] {
    const hidden = parts.slice(rows - 1);
    const amount = add(hidden.map((part) => part.amount));
    return [...parts.slice(0, rows - 1), { key: restKey, label: more(hidden.length), amount }];
  }

  /** One template open and closed, so that the button stays and keeps the focus. */
  #toggleCells(text: string, bar?: Bar): TemplateResult {
    return html`<span class="bar-label">${this.#toggle(text)}</span>${bar ? barEnd(bar) : nothing}`;
  }

  #toggle(text: string): TemplateResult {
    return html`<button
      class="bars-toggle"
      part="button show-all"
      type="button"
      aria-expanded=${this.#open ? 'true' : 'false'}
      @click=${() => {
        this.#open = !this.#open;
        this.#host.requestUpdate();
      }}
    >
      <bdi>${text}</bdi>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${chevron}</svg>
    </button>`;
  }
}

function barsOf({ write, locale }: FoldedBarsData, parts: readonly BarPart[]): Bar[] {
  const amounts = parts.map(({ amount }) => amount);
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const shares = sharesOf(amounts);
  return parts.map(({ key, label, amount }, index) => ({
    key,
    label,
    ...write(amount),
    fraction: whole === 0 ? null : amount / whole,
    share: formatShare(shares[index] ?? 0, amount, locale),
  }));
}
