import { css, unsafeCSS, type CSSResult } from 'lit';

/**
 * The one visual language: type, spacing, radii, colours and motion, set once on every element. Colours
 * of channels are in `channel-tokens.ts`.
 *
 * Names with `--inlay-` belong to the host, which may set them on any ancestor. Names with `--_`
 * are ours and are what stylesheets of elements and views use.
 *
 * - Neutrals are the host's text colour by alpha, so a dark host needs no second palette. They
 *   resolve against the `color` of the element that uses them: set a neutral as the `color` of a
 *   leaf only, or what stands inside it pales twice.
 * - Good, warning and poor are for text too and hold 4.5:1.
 * - Sizes are pixels: a host's root font size is none of ours.
 *
 * What stands in an element inherits nothing of the page but what is named here: a box in the shadow
 * root begins anew, where a host's `* { letter-spacing: … !important }` does not reach. Font family,
 * text colour and direction are the host's, and how it prints, scrolls, hides and takes pointers.
 */
export const tokens: CSSResult = tokensOn(':host', '.container');

/** The same for a box in a shadow root whose host's light children are not ours to style. */
export function tokensOn(selector: ':host' | `.${string}`, boxes: `.${string}`): CSSResult {
  const [scope, box] = [unsafeCSS(selector), unsafeCSS(boxes)];
  return css`
    ${scope} {
      --_size-label: 12px;
      --_size-body: 13px;
      --_size-heading: 14px;
      --_size-figure: 26px;
      --_weight-strong: 600;

      --_space-1: 4px;
      --_space-2: 8px;
      --_space-3: 12px;
      --_space-4: 16px;
      --_space-6: 24px;
      --_card-padding: var(--inlay-card-padding, var(--_space-4));

      --_radius: var(--inlay-radius, 10px);
      --_radius-control: min(6px, var(--_radius));
      --_radius-cell: min(3px, var(--_radius));
      --_radius-bar: min(2px, var(--_radius));

      --_text: var(--inlay-text, currentColor);
      --_muted: var(--inlay-text-muted, color-mix(in srgb, currentColor 76%, transparent));
      --_border: var(--inlay-card-border, color-mix(in srgb, currentColor 12%, transparent));
      --_border-control: color-mix(in srgb, currentColor 18%, transparent);
      --_border-strong: color-mix(in srgb, currentColor 55%, transparent);
      --_hairline: color-mix(in srgb, currentColor 8%, transparent);
      --_gridline: color-mix(in srgb, currentColor 6%, transparent);
      --_zero-line: color-mix(in srgb, currentColor 20%, transparent);
      --_hover: color-mix(in srgb, currentColor 5%, transparent);
      --_active: color-mix(in srgb, currentColor 9%, transparent);
      --_track: color-mix(in srgb, currentColor 8%, transparent);
      --_skeleton: color-mix(in srgb, currentColor 8%, transparent);
      --_card: var(--inlay-card-background, transparent);
      --_surface: var(--inlay-surface, Canvas);
      --_shadow:
        0 0 0 1px rgb(0 0 0 / 0.04), 0 4px 12px rgb(0 0 0 / 0.08), 0 16px 32px rgb(0 0 0 / 0.1);

      --_accent: var(--inlay-accent, light-dark(#2563eb, #6aa5fb));
      --_on-accent: var(--inlay-on-accent, light-dark(#ffffff, #0b1220));
      --_focus: var(--inlay-focus, var(--_accent));

      --_good: var(
        --inlay-good,
        color-mix(in oklab, light-dark(#047857, #34d399) 88%, currentColor)
      );
      --_warning: var(
        --inlay-warning,
        color-mix(in oklab, light-dark(#b45309, #fbbf24) 88%, currentColor)
      );
      --_poor: var(
        --inlay-poor,
        color-mix(in oklab, light-dark(#c81e1e, #f87171) 88%, currentColor)
      );

      --_duration: 150ms;
      --_ease: cubic-bezier(0.2, 0, 0, 1);

      box-sizing: border-box;
      color: var(--inlay-text, inherit);
      font-family: var(--inlay-font-family, inherit);
    }

    ${box} {
      all: initial;
      -webkit-font-smoothing: inherit;
      -webkit-print-color-adjust: inherit;
      -webkit-tap-highlight-color: inherit;
      -webkit-user-select: inherit;
      accent-color: inherit;
      color: inherit;
      color-scheme: inherit;
      display: block;
      font-family: inherit;
      font-size: 13px;
      line-height: 1.4;
      list-style: none;
      overflow-wrap: break-word;
      pointer-events: inherit;
      scrollbar-color: inherit;
      text-size-adjust: 100%;
      visibility: inherit;
    }

    :host([hidden]) {
      display: none !important;
    }

    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }

    /* Popovers and tooltips: white under dark text, near-black under light text. */
    @supports (color: oklch(from currentColor l c h)) {
      ${scope} {
        --_surface: var(
          --inlay-surface,
          oklch(from currentColor clamp(0.22, (0.62 - l) * 1000, 1) 0 h / 1)
        );
      }
    }

    @media (prefers-reduced-motion: reduce) {
      ${scope} {
        --_duration: 0s;
      }
    }

    @media (forced-colors: active) {
      ${scope} {
        --_muted: CanvasText;
        --_border: CanvasText;
        --_border-control: ButtonBorder;
        --_border-strong: CanvasText;
        --_hairline: GrayText;
        --_gridline: GrayText;
        --_zero-line: CanvasText;
        --_track: GrayText;
        --_skeleton: GrayText;
        --_card: Canvas;
        --_surface: Canvas;
        --_accent: Highlight;
        --_on-accent: HighlightText;
        --_focus: Highlight;
        --_good: CanvasText;
        --_warning: CanvasText;
        --_poor: CanvasText;
      }

      /* A shape that carries data keeps its fill. */
      .mark {
        forced-color-adjust: none;
      }
    }
  `;
}
