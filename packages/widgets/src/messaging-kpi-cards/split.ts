import { html, nothing, type TemplateResult } from 'lit';
import { countFigure } from '../shared/format.js';
import { messagingKpiCardsWords } from './messaging-kpi-cards.words.js';
import { kpiFigure } from '../views/kpi/kpi.js';
import { styleProps } from '../views/style-props.js';

/** Both counts in one line, each followed by its word. */
export function splitFigures(inbound: number, outbound: number, locale: string): TemplateResult {
  const text = messagingKpiCardsWords();
  const side = (name: 'inbound' | 'outbound', count: number) =>
    html`<span class="side"
      >${kpiFigure(countFigure(count, locale), '')} <span class="unit">${text[name]}</span></span
    >`;
  return html`<span class="sides">${side('inbound', inbound)} ${side('outbound', outbound)}</span>`;
}

/** A fine bar of two parts; an empty track when there is neither. */
export function splitBar(inbound: number, outbound: number): TemplateResult {
  const part = (name: string, count: number) =>
    count === 0
      ? nothing
      : html`<span
          class="split-part mark ${name}"
          ${styleProps({ 'flex-grow': String(count) })}
        ></span>`;
  return html`<span class="split" part="split" aria-hidden="true"
    >${part('inbound', inbound)}${part('outbound', outbound)}</span
  >`;
}
