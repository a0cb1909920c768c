import { html, type TemplateResult } from 'lit';
import { kpiFigure, type Kpi } from '../kpi/kpi.js';

/** One or two headline numbers at the head of a card. Parts: `facts`, `figure`. */
export function factRow(facts: readonly Kpi[]): TemplateResult {
  return html`<dl class="facts" part="facts">${facts.map(fact)}</dl>`;
}

/** The row while its numbers are on their way. */
export function factRowSkeleton(labels: readonly string[]): TemplateResult {
  const bone = (label: string) =>
    html`<div class="fact">
      <dt class="label">${label}</dt>
      <dd class="figure"><span class="bone figure-bone"></span></dd>
      <dd class="detail"><span class="bone detail-bone"></span></dd>
    </div>`;
  return html`<dl class="facts">${labels.map(bone)}</dl>`;
}

function fact({ label, figure, reason = '', detail }: Kpi): TemplateResult {
  return html`<div class="fact">
    <dt class="label" title=${label}>${label}</dt>
    <dd class="figure" part="figure">${kpiFigure(figure, reason)}</dd>
    <dd class="detail">${detail}</dd>
  </div>`;
}
