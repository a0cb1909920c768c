import type { CSSResult } from 'lit';

/** Adds the styles of what comes later to an element's own. */
export function addStyles(root: ShadowRoot | null, styles: readonly CSSResult[]): void {
  for (const { styleSheet } of styles) {
    if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) {
      root.adoptedStyleSheets.push(styleSheet);
    }
  }
}
