import { svg, html } from 'lit';

const icon = (shape: unknown) =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;

/** Drawings of 16 × 16 with a stroke of the text's colour. Decoration: words say the same. */
export const icons = {
  lock: icon(svg`<rect x="3" y="7" width="10" height="7" rx="1.5"></rect>
    <path d="M5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7"></path>`),
  warning: icon(svg`<path d="M8 2.2 14.3 13.3H1.7Z"></path>
    <path d="M8 6.5v3M8 11.4v.1"></path>`),
  calendar: icon(svg`<rect x="2" y="3" width="12" height="11" rx="1.5"></rect>
    <path d="M2 6.5h12M5.25 1.5v3M10.75 1.5v3"></path>`),
  chevron: icon(svg`<path d="m4.5 6.25 3.5 3.5 3.5-3.5"></path>`),
  check: icon(svg`<path d="m3 8.5 3.25 3.25L13 5"></path>`),
  pause: icon(svg`<path d="M5.5 4v8M10.5 4v8"></path>`),
  more: icon(svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.25"></path>`),
  table: icon(svg`<rect x="2" y="3" width="12" height="10" rx="1.5"></rect>
    <path d="M2 6.5h12M2 9.75h12M6.5 6.5V13"></path>`),
  chart: icon(svg`<path d="M3.5 13V9M8 13V3M12.5 13V6"></path>`),
  download: icon(svg`<path d="M8 2v8M4.75 7 8 10.25 11.25 7M2.5 13.5h11"></path>`),
  image: icon(svg`<rect x="2" y="3" width="12" height="10" rx="1.5"></rect>
    <path d="m2.5 12 3.75-3.75 2.5 2.5L10.5 9l3.25 3.25"></path><path d="M10.5 6h.01"></path>`),
  play: icon(svg`<path d="M5 3.5v9l7-4.5Z"></path>`),
};
