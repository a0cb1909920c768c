import { html, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../../shared/format.js';
import { words } from '../../shared/words.js';
import { formatShare } from '../donut/format-share.js';
import { sharesOf } from '../donut/shares.js';
import { styleProps } from '../style-props.js';
import { barCells, type Bar } from './bar-list.js';

/** A part of a whole. */
export interface BarPart {
  readonly key: string;
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
  readonly locale: string;
}

const chevron = svg`<path d="m4.5 6.25 3.5 3.5 3.5-3.5"></path>`;
const restKey = Symbol('the rest');

/**
 * Parts of a whole as bars, with shares that add up to 100. Where there are more than fit, the last
 * row is the sum of the others, so that the rows always add up, and opens them.
 * Parts: those of the list, and `button show-all`.
 */
export class FoldedBars {
  readonly #host: ReactiveControllerHost;
  #open = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render(data: FoldedBarsData): TemplateResult {
    const { parts, rows, label } = data;
    const bars = barsOf(data);
    const folds = parts.length > rows;
    const shown = folds && !this.#open ? bars.slice(0, rows - 1) : bars;
    const lines = shown.map((bar) => ({ key: bar.key as string | symbol, cells: barCells(bar) }));
    if (folds) lines.push({ key: restKey, cells: this.#rest(data, shown.length) });
    return html`<ul
      class="bars reserved"
      part="bars"
      role="list"
      aria-label=${label}
      ${styleProps({ '--rows': String(rows) })}
    >
      ${repeat(
        lines,
        ({ key }) => key,
        ({ cells }) => html`<li class="bar-row" part="bar-row">${cells}</li>`,
      )}
    </ul>`;
  }

  #rest(data: FoldedBarsData, shownCount: number): TemplateResult {
    const { parts, more, locale } = data;
    if (this.#open) {
      const fewer = words().table.showFewer(formatNumber(data.rows - 1, locale));
      return html`<span class="bar-label">${this.#toggle(fewer)}</span>`;
    }
    const hidden = parts.slice(shownCount);
    const amount = data.add(hidden.map((part) => part.amount));
    const folded = { key: '', label: more(hidden.length), amount };
    const [rest] = barsOf({ ...data, parts: [...parts.slice(0, shownCount), folded] }).slice(-1);
    return rest ? barCells(rest, this.#toggle(rest.label)) : html``;
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
      <span>${text}</span>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${chevron}</svg>
    </button>`;
  }
}

function barsOf({ parts, write, locale }: FoldedBarsData): Bar[] {
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
