import { css } from 'lit';

/** The surface on which the contents of a popup stand. */
export const popupStyles = css`
  .popup {
    background: var(--_surface);
    border: 1px solid var(--_border-control);
    border-radius: min(8px, var(--_radius));
    box-shadow: var(--_shadow);
    color: inherit;
    inset: auto;
    margin: 0;
    max-block-size: calc(100dvh - 16px);
    max-inline-size: calc(100vw - 16px);
    opacity: 0;
    overflow: auto;
    overscroll-behavior: contain;
    position: fixed;
    transition: opacity var(--_duration) var(--_ease);
  }

  .popup:popover-open {
    opacity: 1;
  }

  @starting-style {
    .popup:popover-open {
      opacity: 0;
    }
  }
`;
