import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Figure, FigurePart } from '../../shared/format.js';
import { words } from '../../shared/words.js';

/** One headline number and what it is. */
export interface Kpi {
  readonly label: string;
  /** `null` is no value, shown as "–". */
  readonly figure: Figure | null;
  /** Why there is no value; a sentence. */
  readonly reason?: string | undefined;
  /** A line beneath the number: what it is made of, or how it has changed. */
  readonly detail?: unknown;
}

/** Cards of equal width: all in a row, two by two where the container is narrow. */
export function kpiGrid(kpis: readonly Kpi[]): TemplateResult {
  return html`<dl class="kpis of-${kpis.length}" part="grid">${kpis.map(kpiCard)}</dl>`;
}

/** The grid while its numbers are on their way; labels are known already. */
export function kpiSkeleton(labels: readonly string[]): TemplateResult {
  const card = (label: string) =>
    html`<div class="kpi" part="kpi">
      <dt class="label">${label}</dt>
      <dd class="figure"><span class="bone figure-bone"></span></dd>
      <dd class="detail"><span class="bone detail-bone"></span></dd>
    </div>`;
  return html`<dl class="kpis of-${labels.length}">${labels.map(card)}</dl>`;
}

function kpiCard({ label, figure, reason = '', detail }: Kpi): TemplateResult {
  return html`<div class="kpi" part="kpi">
    <dt class="label" part="label" title=${label}>${label}</dt>
    <dd class="figure" part="figure">${kpiFigure(figure, reason)}</dd>
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
  return html`<span class=${classMap({ value: !unit, unit })}>${text}</span>`;
}

/** The reason is seen on hover and focus, and heard. */
function missing(reason: string): TemplateResult {
  return html`<span
    class="none"
    part="no-value"
    role="img"
    tabindex="0"
    aria-label=${words().states.noValue(reason)}
    >–<span class="tip" part="tip">${reason}</span></span
  >`;
}
