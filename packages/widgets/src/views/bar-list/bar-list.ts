import { html, nothing, type TemplateResult } from 'lit';
import { kpiFigure } from '../kpi/kpi.js';
import { styleProps } from '../style-props.js';

/** One line of a list of bars. */
export interface Bar {
  readonly key: string | symbol;
  readonly label: string;
  /** The number as it is written; `null` is no value, shown as "–". */
  readonly value: string | null;
  /** The number in full, where `value` is shortened. */
  readonly exact?: string | undefined;
  /** Why there is no value; a sentence. */
  readonly reason?: string | undefined;
  /** Length of the bar, 0–1 of the track. */
  readonly fraction: number | null;
  /** Share of the whole, as it is written. */
  readonly share?: string | undefined;
  /** Colour of the bar; the accent if not given. */
  readonly color?: string | undefined;
}

/**
 * Labels, numbers and bars, a row each. The numbers stand in the row, so the bars themselves are
 * decoration. Parts: `bars`, `bar-row`, `bar`.
 * @param label Name of the list for assistive technology
 */
export function barList(bars: readonly Bar[], label: string): TemplateResult {
  return html`<ul class="bars" part="bars" aria-label=${label}>
    ${bars.map((bar) => html`<li class="bar-row" part="bar-row">${barCells(bar)}</li>`)}
  </ul>`;
}

/** What stands in a row. */
export function barCells(bar: Bar): TemplateResult {
  return html`<span class="bar-label" title=${bar.label}><bdi>${bar.label}</bdi></span>
    ${barEnd(bar)}`;
}

/** What follows the label. */
export function barEnd(bar: Bar): TemplateResult {
  return html`${barNumbers(bar)}${barTrack(bar)}`;
}

/** As large as the list, with the labels that are known already. */
export function barListSkeleton(labels: readonly (string | undefined)[]): TemplateResult {
  return html`<ul class="bars">
    ${labels.map(
      (label) =>
        html`<li class="bar-row">
          <span class="bar-label"
            >${label === undefined ? html`<span class="bone bar-label-bone"></span>` : label}</span
          >
          <span class="bar-value"><span class="bone bar-value-bone"></span></span>
          <span class="bar-track"></span>
        </li>`,
    )}
  </ul>`;
}

function barNumbers({ value, exact, reason = '', share }: Bar): TemplateResult {
  const short = value !== null && exact !== undefined && exact !== value;
  const number = short
    ? html`<span aria-hidden="true" title=${exact}>${value}</span
        ><span class="visually-hidden">${exact}</span>`
    : value;
  return html`<span class="bar-value">${value === null ? kpiFigure(null, reason) : number}</span>
    ${share === undefined ? nothing : html`<span class="bar-share">${share}</span>`}`;
}

function barTrack({ fraction, color }: Bar): TemplateResult {
  const length = fraction === null || fraction <= 0 ? undefined : `${Math.min(fraction, 1) * 100}%`;
  return html`<span class="bar-track" aria-hidden="true"
    >${
      length === undefined
        ? nothing
        : html`<span
            class="bar-fill mark"
            part="bar"
            ${styleProps({ 'inline-size': length, background: color })}
          ></span>`
    }</span
  >`;
}
