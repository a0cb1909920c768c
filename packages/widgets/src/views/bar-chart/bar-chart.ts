import type { BucketUnit } from '@inlay/sdk/contract';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ElementRef, ref } from '../element-ref.js';
import { formatCompact, formatNumber } from '../../shared/format.js';
import { activityWords } from '../../shared/activity.words.js';
import { Memo } from '../../shared/memo.js';
import { tableWords } from '../data-table/data-table.words.js';
import { moveInGrid } from '../grid-keys.js';
import { styleProps } from '../style-props.js';
import { Tooltip } from '../tooltip/tooltip.js';
import { axisLabels } from './axis-labels.js';
import {
  barOptions,
  tintOf,
  type BarDrawing,
  type BarSeries,
  type Margins,
} from './bar-options.js';
import type { Bucket } from './buckets.js';
import { ChartMount, type Painter } from './chart-mount.js';
import { textMeasure } from './text-width.js';
import { linesOf, valueScale, type ValueScale } from './value-scale.js';

/** What the chart draws; the same object while nothing of it has changed. */
export interface BarChartData {
  readonly buckets: readonly Bucket[];
  readonly unit: BucketUnit;
  /** In the order of the stack, from the axis outwards. */
  readonly series: readonly BarSeries[];
  /** Name of the chart for assistive technology. */
  readonly label: string;
  /** The range in dates. */
  readonly dates: string;
  /** Total and peak in one sentence, seen beneath the dates. */
  readonly summary: string;
  /** Head of the total in the tooltip. */
  readonly totalLabel: string;
  /** All of a bucket in words: `42 calls, 30 connected`. */
  readonly amount: (bucket: number) => string;
  readonly locale: string;
}

/** What a reader may do with the chart. */
export interface BarChartActions {
  /** A bucket was chosen by click, Enter or Space. */
  select(bucket: Bucket, index: number): void;
  /** The chart could not be drawn, and the reader wants the table. */
  viewTable(): void;
}

const labelSize = 12;

/**
 * Stacked bars per bucket of time. ECharts draws them, once they are seen; what a reader points at,
 * focuses and hears is drawn by Lit over them and does without ECharts. One Tab stop; arrows, Home
 * and End move from bucket to bucket; Escape hides the tooltip. Parts: `figure`, `summary`, `plot`,
 * `drawing`, `buckets`, `bucket`, `tooltip`, `legend`, `legend-item`.
 */
export class BarChart implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: BarChartActions;
  readonly #tooltip: Tooltip;
  readonly #mount: ChartMount;
  readonly #box = new ElementRef();
  readonly #slots = new ElementRef();
  readonly #hidden = new Set<string>();
  readonly #drawings = new Memo<BarDrawing>();
  readonly #motion = matchMedia('(prefers-reduced-motion: no-preference)');
  #active = 0;
  #data: BarChartData | undefined;
  #drawing: BarDrawing | undefined;
  /** What the tooltip tells of. */
  #tipped: { readonly data: BarChartData; readonly index: number } | undefined;

  /** @param fetch - Fetches what draws; ECharts without it. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    actions: BarChartActions,
    fetch?: () => Promise<Painter>,
  ) {
    this.#host = host;
    this.#actions = actions;
    this.#tooltip = new Tooltip(host);
    this.#mount = new ChartMount(host, fetch);
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#drawing) return;
    const box = this.#box.value?.isConnected ? this.#box.value : undefined;
    this.#mount.draw(box, this.#drawing, barOptions);
    if (this.#tooltip.visible && this.#tipped?.data !== this.#data) this.#refreshTooltip();
  }

  render(data: BarChartData): TemplateResult {
    this.#data = data;
    this.#active = Math.min(this.#active, data.buckets.length - 1);
    const drawing = this.#drawingOf(data);
    this.#drawing = drawing;
    const { label, dates, summary } = data;
    return html`<figure class="plot" part="figure">
      <figcaption class="summary" part="summary" title=${summary}>
        <span class="visually-hidden">${activityWords().about(label, dates)}</span>
        <bdi>${summary}</bdi>
      </figcaption>
      <div class="chart" part="plot" ${styleProps(marginProps(drawing.margins))}>
        ${this.#mount.isDrawn || this.#mount.hasFailed ? nothing : bones()}
        <div
          class="drawing ${this.#mount.isDrawn ? 'drawn' : ''}"
          part="drawing"
          aria-hidden="true"
          ${ref(this.#box)}
        ></div>
        ${this.#mount.hasFailed ? this.#failure() : this.#overlay(data, drawing)}
      </div>
      ${this.#tooltip.render()}
    </figure>`;
  }

  /** Buttons that hide and show series; unseen while there are no numbers, for their room. */
  renderLegend(series: readonly BarSeries[], unseen: boolean): TemplateResult {
    const shown = this.#shown(series);
    return html`<div
      class="legend ${unseen ? 'unseen' : ''}"
      part="legend"
      role="group"
      aria-label=${activityWords().legend}
      ?inert=${unseen}
    >
      ${series.map(
        (one) =>
          html`<button
            class="legend-item"
            part="legend-item"
            type="button"
            aria-pressed=${shown.includes(one) ? 'true' : 'false'}
            @click=${() => this.#toggle(one, series)}
          >
            ${swatch(one)}<span>${one.label}</span>
          </button>`,
      )}
    </div>`;
  }

  /** As large as the chart. */
  renderSkeleton(): TemplateResult {
    return html`<div class="plot">
      <div class="summary"><span class="bone"></span></div>
      <div class="chart">${bones()}</div>
    </div>`;
  }

  /** The drawing as it is on screen, with heading and legend, as PNG. */
  async image(heading: string): Promise<Blob> {
    await this.#mount.ready();
    const svg = this.#box.value?.querySelector('svg');
    const data = this.#data;
    if (!svg || !data) throw new Error('There is no drawing yet');
    const { dates, summary, series } = data;
    const caption = [dates, summary].filter(Boolean).join(' · ');
    const { paintChart } = await import('./paint-chart.js');
    return paintChart(svg, { heading, caption, legend: this.#shown(series), host: this.#host });
  }

  #drawingOf(data: BarChartData): BarDrawing {
    const { fontFamily, direction } = getComputedStyle(this.#host);
    const { width, height } = this.#mount.size;
    const motion = this.#motion.matches;
    const from = [data, this.#hiddenKeys, fontFamily, direction, width, height, motion];
    return this.#drawings.of(from, () => {
      const { buckets, unit, series, locale } = data;
      const shown = this.#shown(series);
      const scale = valueScale(Math.max(...buckets.map((_, index) => sumAt(shown, index))));
      const measure = textMeasure(fontFamily, labelSize);
      const margins = marginsOf(scale, measure, locale);
      const length = Math.max(0, width - margins.start - margins.end);
      const labels = axisLabels({
        dates: buckets.map(({ date }) => date),
        unit,
        locale,
        length,
        before: margins.start,
        after: margins.end,
        measure,
      });
      return {
        labels,
        series: shown,
        scale,
        margins,
        band: length / buckets.length,
        height: Math.max(0, height - margins.top - margins.bottom),
        rightToLeft: direction === 'rtl',
        motion,
        locale,
      };
    });
  }

  #overlay(data: BarChartData, { series, scale }: BarDrawing): TemplateResult {
    return html`<div
      class="slots"
      part="buckets"
      role="grid"
      aria-label=${data.label}
      ${ref(this.#slots)}
      @keydown=${this.#onKeydown}
      @click=${this.#onClick}
      @pointerover=${this.#onPoint}
      @pointerleave=${this.#onLeave}
      @focusin=${this.#onFocus}
      @focusout=${() => this.#tooltip.hide()}
    >
      <div class="slot-row" role="row">
        ${guard([data, this.#hiddenKeys, this.#active], () =>
          data.buckets.map((bucket, index) =>
            this.#slot(bucket, index, data, sumAt(series, index) / scale.max),
          ),
        )}
      </div>
    </div>`;
  }

  #slot(bucket: Bucket, index: number, { amount }: BarChartData, share: number): TemplateResult {
    return html`<div
      class="slot"
      part="bucket"
      role="gridcell"
      aria-label=${activityWords().point(bucket.name, amount(index))}
      tabindex=${index === this.#active ? 0 : -1}
      data-index=${index}
    >
      <div class="reach" ${styleProps({ 'block-size': `${share * 100}%` })}></div>
    </div>`;
  }

  #failure(): TemplateResult {
    return html`<div class="message" part="message failed">
      <p>${activityWords().failed}</p>
      <button class="button" part="button" type="button" @click=${() => this.#actions.viewTable()}>
        ${tableWords().viewTable}
      </button>
    </div>`;
  }

  get #hiddenKeys(): string {
    return [...this.#hidden].join(' ');
  }

  /** Those that are not hidden; all when that would be none. */
  #shown(series: readonly BarSeries[]): readonly BarSeries[] {
    const shown = series.filter(({ key }) => !this.#hidden.has(key));
    return shown.length > 0 ? shown : series;
  }

  /** Hiding the last one that is shown shows all. */
  #toggle(one: BarSeries, series: readonly BarSeries[]): void {
    const shown = this.#shown(series);
    if (this.#hidden.has(one.key)) this.#hidden.delete(one.key);
    else if (shown.length === 1) this.#hidden.clear();
    else this.#hidden.add(one.key);
    this.#host.requestUpdate();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const slots = this.#slots.value;
    if (!slots || !this.#data || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.#choose(this.#active);
    }
    if (event.key === 'Escape' && this.#tooltip.visible) {
      event.stopPropagation();
      return this.#tooltip.hide();
    }
    const next = moveInGrid({ row: 0, column: this.#active }, event, {
      rows: 1,
      columns: this.#data.buckets.length,
      rightToLeft: getComputedStyle(slots).direction === 'rtl',
    });
    if (!next) return;
    event.preventDefault();
    slots.querySelector<HTMLElement>(`[data-index="${next.column}"]`)?.focus();
  };

  readonly #onClick = (event: Event): void => {
    const slot = slotOf(event);
    if (slot) this.#choose(indexOf(slot));
  };

  readonly #onPoint = (event: Event): void => {
    const slot = slotOf(event);
    if (slot) this.#showTooltip(slot);
  };

  readonly #onLeave = (): void => {
    const focused = this.#slots.value?.querySelector<HTMLElement>('.slot:focus-visible');
    if (focused) this.#showTooltip(focused);
    else this.#tooltip.hide();
  };

  readonly #onFocus = (event: Event): void => {
    const slot = slotOf(event);
    if (!slot) return;
    this.#active = indexOf(slot);
    this.#showTooltip(slot);
  };

  #choose(index: number): void {
    const bucket = this.#data?.buckets[index];
    if (bucket) this.#actions.select(bucket, index);
  }

  #showTooltip(slot: HTMLElement): void {
    const reach = slot.firstElementChild;
    if (!reach || !this.#data) return;
    this.#tipped = { data: this.#data, index: indexOf(slot) };
    this.#tooltip.show(reach, tip(this.#data, this.#tipped.index));
  }

  /** The numbers have changed beneath it. */
  #refreshTooltip(): void {
    const slots = this.#slots.value?.querySelectorAll<HTMLElement>('.slot');
    const slot = slots?.[this.#tipped?.index ?? -1];
    if (slot) this.#showTooltip(slot);
    else this.#tooltip.hide();
  }
}

/** Every series with its count as the bar shows them, outermost first, and their sum. */
function tip({ buckets, series, totalLabel, locale }: BarChartData, index: number): TemplateResult {
  const row = (mark: unknown, label: string, count: number, kind = '') =>
    html`<span class="tip-row ${kind}"
      >${mark}<span class="tip-label">${label}</span
      ><span class="tip-count">${formatNumber(count, locale)}</span></span
    >`;
  return html`<span class="tip">
    <span class="tip-title">${buckets[index]?.name}</span>
    ${series.toReversed().map((one) => row(swatch(one), one.label, one.values[index] ?? 0))}
    ${row(nothing, totalLabel, sumAt(series, index), 'total')}
  </span>`;
}

function swatch({ color, hollow }: BarSeries): TemplateResult {
  const props = hollow
    ? { 'background-color': tintOf(color), 'box-shadow': `inset 0 0 0 1px ${color}` }
    : { 'background-color': color };
  return html`<span class="swatch mark" aria-hidden="true" ${styleProps(props)}></span>`;
}

/** Bars of no numbers. */
function bones(): TemplateResult {
  return html`<div class="bones-of-bars" aria-hidden="true">
    ${Array.from({ length: 12 }, () => html`<span class="bone"></span>`)}
  </div>`;
}

function sumAt(series: readonly BarSeries[], bucket: number): number {
  return series.reduce((sum, { values }) => sum + (values[bucket] ?? 0), 0);
}

/** Room for the values at the start, for half a label at the top, and for the axis beneath. */
function marginsOf(scale: ValueScale, measure: (text: string) => number, locale: string): Margins {
  const widths = linesOf(scale).map((line) => measure(formatCompact(line, locale)));
  return { start: Math.ceil(Math.max(...widths)) + 10, end: 4, top: 8, bottom: 22 };
}

function marginProps({ start, end, top, bottom }: Margins): Record<string, string> {
  return {
    '--_start': `${start}px`,
    '--_end': `${end}px`,
    '--_top': `${top}px`,
    '--_bottom': `${bottom}px`,
  };
}

function slotOf({ target }: Event): HTMLElement | undefined {
  const slot = target instanceof Element ? target.closest<HTMLElement>('.slot') : null;
  return slot ?? undefined;
}

function indexOf({ dataset }: HTMLElement): number {
  return Number(dataset['index']);
}
