import { svg, html, type TemplateResult } from 'lit';

/** A drawing of 16 × 16 with a stroke of the text's colour. */
export const icon = (shape: unknown): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;

/** Drawings of 16 × 16 with a stroke of the text's colour. Decoration: words say the same. */
export const icons = {
  lock: icon(svg`<rect x="3" y="7" width="10" height="7" rx="1.5"></rect>
    <path d="M5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7"></path>`),
  warning: icon(svg`<path d="M8 2.2 14.3 13.3H1.7Z"></path>
    <path d="M8 6.5v3M8 11.4v.1"></path>`),
  pause: icon(svg`<path d="M5.5 4v8M10.5 4v8"></path>`),
  play: icon(svg`<path d="M5 3.5v9l7-4.5Z"></path>`),
};
