import { html, nothing, type TemplateResult } from 'lit';
import type { Figure, FigurePart } from '../../shared/format.js';
import { statesWords } from '../../shared/states.words.js';

/** One headline number and what it is. */
export interface Kpi {
  readonly label: string;
  /** `null` is no value, shown as "–". */
  readonly figure: Figure | null;
  /** Why there is no value; a sentence. */
  readonly reason?: string | undefined;
  /** A line beneath the number: what it is made of, or how it has changed. */
  readonly detail?: unknown;
  /** Decoration at the end of the number's line, such as a sparkline. */
  readonly trend?: unknown;
}

/** What stands in a card, line by line. */
export interface KpiLines {
  readonly label: string;
  readonly figure: unknown;
  readonly detail: unknown;
}

/**
 * Cards in a grid of `columns`, two by two where the container is narrow. Where there are fewer
 * cards than columns, the last one takes the rest of the row.
 */
export function kpiGrid(cards: readonly KpiLines[], columns = cards.length): TemplateResult {
  return html`<dl class="kpis of-${columns}" part="grid">
    ${cards.map((card, index) => kpiCard(card, isWide(index, cards.length, columns)))}
  </dl>`;
}

/** The grid while its numbers are on their way; labels are known already. */
export function kpiSkeleton(labels: readonly string[], columns = labels.length): TemplateResult {
  const figure = html`<span class="bone figure-bone"></span>`;
  const detail = html`<span class="bone detail-bone"></span>`;
  return html`<dl class="kpis of-${columns}">
    ${labels.map((label, index) =>
      kpiCard({ label, figure, detail }, isWide(index, labels.length, columns)),
    )}
  </dl>`;
}

/** The lines of a card whose number is a single one. */
export function kpiLines({ label, figure, reason = '', detail, trend }: Kpi): KpiLines {
  return { label, figure: html`${kpiFigure(figure, reason)}${trend ?? nothing}`, detail };
}

function isWide(index: number, count: number, columns: number): boolean {
  return columns > count && index === count - 1;
}

function kpiCard({ label, figure, detail }: KpiLines, wide: boolean): TemplateResult {
  return html`<div class="kpi ${wide ? 'wide' : ''}" part="kpi">
    <dt class="label" part="label" title=${label}>${label}</dt>
    <dd class="figure" part="figure">${figure}</dd>
    <dd class="detail" part="detail">${detail}</dd>
  </div>`;
}

/** A number as it stands in a card, or the dash with its reason. */
export function kpiFigure(figure: Figure | null, reason: string): TemplateResult {
  return figure ? drawn(figure) : missing(reason);
}

function drawn({ parts, exact, spoken }: Figure): TemplateResult {
  const seen = parts.map((part) => part.text).join(' ');
  return html`<span aria-hidden="true" title=${seen === exact ? nothing : exact}
      >${parts.map(drawnPart)}</span
    ><span class="visually-hidden">${spoken}</span>`;
}

function drawnPart({ text, unit }: FigurePart): TemplateResult {
  return html`<span class=${unit ? 'unit' : 'value'}>${text}</span>`;
}

/** The reason is seen on hover and focus, and heard. */
function missing(reason: string): TemplateResult {
  return html`<span
    class="none"
    part="no-value"
    role="img"
    tabindex="0"
    aria-label=${statesWords().noValue(reason)}
    >–<span class="tip" part="tip">${reason}</span></span
  >`;
}
