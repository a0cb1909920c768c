import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatCompact, formatNumber } from '../../shared/format.js';
import { styleProps } from '../style-props.js';
import { arcAt, arcsOf, ringGradient, type Arc } from './arcs.js';
import { formatShare } from './format-share.js';
import { sharesOf } from './shares.js';

/** Inner over outer radius, as the stylesheet's mask cuts the ring. */
const hole = 0.76;
/** About 2 px at the middle of the ring, in degrees. */
const gap = 1.8;
/** The least arc of a segment: two gaps and a visible rest, in degrees. */
const least = 5;

/** One segment of a whole. */
export interface DonutSegment {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** CSS colour. */
  readonly color: string;
}

/** What the donut draws. */
export interface DonutData {
  readonly segments: readonly DonutSegment[];
  /** Name of the legend. */
  readonly label: string;
  /** Under the total in the middle. */
  readonly totalLabel: string;
  readonly locale: string;
}

/**
 * A ring of segments with their sum in the middle, and a legend with counts and shares. Pointing at
 * a segment or a row, or focusing a row, brings it out and puts its count into the middle.
 * Parts: `ring`, `middle`, `legend`, `legend-row`.
 */
export class Donut {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #select: (segment: DonutSegment) => void;
  #segments: readonly DonutSegment[] = [];
  #arcs: readonly Arc[] = [];
  #lit: string | undefined;

  /** @param select - Called when the reader chooses a segment in the ring or the legend. */
  constructor(host: ReactiveControllerHost & HTMLElement, select: (segment: DonutSegment) => void) {
    this.#host = host;
    this.#select = select;
  }

  render({ segments, label, totalLabel, locale }: DonutData): TemplateResult {
    this.#segments = segments;
    const counts = segments.map(({ count }) => count);
    this.#arcs = arcsOf(counts, least);
    const shares = sharesOf(counts);
    return html`<div class="donut">
      ${this.#ring(totalLabel, locale)}
      <ul class="rows" part="legend" aria-label=${label} @pointerleave=${this.#unlight}>
        ${segments.map(
          (segment, index) => html`<li>${this.#row(segment, shares[index] ?? null, locale)}</li>`,
        )}
      </ul>
    </div>`;
  }

  #ring(totalLabel: string, locale: string): TemplateResult {
    const lit = this.#segments.find(({ key, count }) => key === this.#lit && count > 0);
    const total = this.#segments.reduce((sum, { count }) => sum + count, 0);
    const shown = lit?.count ?? total;
    const colorOf = (index: number) => {
      const { key, color } = this.#segments[index] ?? {};
      return lit && key !== lit.key ? `color-mix(in srgb, ${color} 25%, transparent)` : `${color}`;
    };
    return html`<div class="ring-box" aria-hidden="true">
      <div
        class="ring mark"
        part="ring"
        aria-hidden="true"
        ${styleProps({ 'background-image': ringGradient(this.#arcs, colorOf, gap) })}
        @pointermove=${this.#onRingMove}
        @pointerleave=${this.#unlight}
        @click=${this.#onRingClick}
      ></div>
      <div class="middle" part="middle">
        <span class="sum" title=${formatNumber(shown, locale)}
          >${formatCompact(shown, locale)}</span
        >
        <span class="of">${lit?.label ?? totalLabel}</span>
      </div>
    </div>`;
  }

  #row(segment: DonutSegment, share: number | null, locale: string): TemplateResult {
    const { key, label, count, color } = segment;
    const content = html`<span
        class="swatch mark"
        aria-hidden="true"
        ${styleProps({ 'background-color': count > 0 ? color : undefined })}
      ></span>
      <span class="name" title=${label}>${label}</span>
      <span class="count">${formatNumber(count, locale)}</span>
      <span class="share">${share === null ? '–' : formatShare(share, count, locale)}</span>`;
    if (count === 0) return html`<div class="legend-row zero" part="legend-row">${content}</div>`;
    return html`<button
      class="legend-row ${this.#lit === key ? 'lit' : ''}"
      part="legend-row"
      type="button"
      @pointerenter=${() => this.#light(key)}
      @focus=${() => this.#light(key)}
      @blur=${this.#unlight}
      @click=${() => this.#select(segment)}
    >
      ${content}
    </button>`;
  }

  #light(key: string | undefined): void {
    if (key === this.#lit) return;
    this.#lit = key;
    this.#host.requestUpdate();
  }

  readonly #unlight = (): void => this.#light(undefined);

  readonly #onRingMove = (event: PointerEvent): void => this.#light(this.#pointedAt(event)?.key);

  readonly #onRingClick = (event: MouseEvent): void => {
    const segment = this.#pointedAt(event);
    if (segment) this.#select(segment);
  };

  #pointedAt({ currentTarget, clientX, clientY }: MouseEvent): DonutSegment | undefined {
    const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
    const x = (2 * (clientX - left)) / width - 1;
    const y = (2 * (clientY - top)) / height - 1;
    const index = arcAt(x, y, hole, this.#arcs);
    return index === undefined ? undefined : this.#segments[index];
  }
}

/** As large as the donut with that many segments. */
export function donutSkeleton(segmentCount: number): TemplateResult {
  return html`<div class="donut">
    <div class="ring-box"><div class="ring bone"></div></div>
    <ul class="rows">
      ${Array.from(
        { length: segmentCount },
        () =>
          html`<li>
            <div class="legend-row"><span class="bone line"></span></div>
          </li>`,
      )}
    </ul>
  </div>`;
}
