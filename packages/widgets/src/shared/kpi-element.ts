import type { Slice } from '@inlay/sdk/contract';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { changeStyles } from '../views/change/change.styles.js';
import { kpiStyles } from '../views/kpi/kpi.styles.js';
import { sparklineStyles } from '../views/sparkline/sparkline.styles.js';
import { cardStyles } from './card.styles.js';
import { StatsElement, type Frame } from './stats-element.js';
import { tokens } from './tokens.js';

/**
 * A slice as a row of small cards, each with a frame of its own. The line with range and time, and
 * what else stands in a head, comes below the cards, so that rows of several elements have one
 * rhythm.
 *
 * @csspart grid - The grid of cards
 * @csspart kpi - One card
 * @csspart label - A card's label
 * @csspart figure - A card's number
 * @csspart detail - The line beneath the number
 * @csspart no-value - The dash in place of a number
 * @csspart change - How a number has changed; also `change-good`, `change-bad`, `change-neutral`
 * @csspart sparkline - The line of a number over time
 */
export abstract class KpiElement<S extends Slice> extends StatsElement<S> {
  static override styles: CSSResultGroup = [
    tokens,
    cardStyles,
    kpiStyles,
    changeStyles,
    sparklineStyles,
    css`
      .foot {
        align-items: center;
        display: flex;
        gap: var(--_space-2);
        justify-content: space-between;
        margin-block-start: var(--_space-1);
      }

      .foot > .status {
        flex: 1 1 auto;
      }

      /* There is no padding of a card to stand in. */
      .foot > .menu-button {
        margin-inline-end: 0;
      }

      .body > .message {
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
      }

      :host([bare]) .body > .message {
        border: 0;
      }
    `,
  ];

  protected readonly defaultHeading = '';

  /** What names the cards where there is no heading. */
  protected abstract readonly defaultLabel: string;

  protected override get label(): string {
    return this.heading || this.defaultLabel;
  }

  protected override renderFrame({ heading, status, actions, body }: Frame): TemplateResult {
    return html`<div class="frame" part="frame" role="group" aria-label=${this.label}>
      ${heading === nothing ? nothing : html`<div class="head" part="head">${heading}</div>`}
      ${body}
      <div class="foot">${status}${actions}</div>
    </div>`;
  }
}
