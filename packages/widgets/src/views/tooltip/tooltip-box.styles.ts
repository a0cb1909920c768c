import { css } from 'lit';

export const tooltipBoxStyles = css`
  .tooltip {
    background: var(--_surface);
    border: 0;
    border-radius: var(--_radius-control);
    box-shadow: var(--_shadow);
    color: inherit;
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    inline-size: max-content;
    inset: auto;
    line-height: 16px;
    margin: 0;
    max-inline-size: min(280px, 100vw - 12px);
    overflow: visible;
    padding: 4px 8px;
    pointer-events: none;
    position: fixed;
  }

  @media (forced-colors: active) {
    .tooltip {
      border: 1px solid CanvasText;
    }
  }
`;
