import { css } from 'lit';

/** A row is 28 px in a narrow element (label above bar) and 24 px in a wide one. */
export const barListStyles = css`
  .bars {
    align-content: start;
    display: grid;
    gap: 10px var(--_space-2);
    grid-template-columns: minmax(0, 1fr) auto auto;
    list-style: '';
    margin: 0;
    padding: 0;
  }

  /* Room for as many rows as the skeleton has. */
  .bars.reserved {
    min-block-size: calc(var(--rows) * 28px + (var(--rows) - 1) * 10px);
  }

  .bars.none-at-all {
    color: var(--_muted);
    grid-template-columns: minmax(0, 1fr);
  }

  .bar-row {
    align-items: center;
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    grid-template-rows: 18px 6px;
    line-height: 18px;
    position: relative;
    row-gap: 4px;
  }

  .bar-label {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* The target and the ring of the button stand out of the line. */
  .bar-label:has(> .bars-toggle) {
    overflow: visible;
  }

  .bar-value,
  .bar-share {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }

  .bar-value {
    font-weight: 500;
  }

  .bar-value:not(:has(+ .bar-share)) {
    grid-column: 2 / -1;
  }

  .bar-share {
    color: var(--_muted);
    min-inline-size: 44px;
  }

  .bar-value .tip {
    inset-inline: auto 0;
  }

  .bar-track {
    background: var(--_track);
    block-size: 6px;
    border-radius: var(--_radius-bar);
    display: block;
    grid-column: 1 / -1;
    grid-row: 2;
    overflow: hidden;
  }

  .bar-fill {
    background: var(--_accent);
    block-size: 100%;
    border-end-end-radius: var(--_radius-bar);
    border-start-end-radius: var(--_radius-bar);
    display: block;
    min-inline-size: 2px;
    transition: inline-size var(--_duration) var(--_ease);
  }

  .bar-label-bone {
    block-size: 10px;
    inline-size: 55%;
    margin-block: 4px;
  }

  .bar-value-bone {
    block-size: 10px;
    inline-size: 40px;
    margin-block: 4px;
  }

  .bars-toggle {
    align-items: center;
    appearance: none;
    background: none;
    border: 0;
    border-radius: var(--_radius-cell);
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 2px;
    line-height: 18px;
    margin: 0;
    max-inline-size: 100%;
    padding: 0;
    position: relative;
  }

  /* A target of 24 px in a line of 18. */
  .bars-toggle::after {
    content: '';
    inset: -3px 0;
    position: absolute;
  }

  .bars-toggle > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    text-decoration: underline;
    text-decoration-color: var(--_border-strong);
    text-underline-offset: 3px;
  }

  .bars-toggle:hover > span {
    text-decoration-color: currentColor;
  }

  .bars-toggle[aria-expanded='true'] > .icon {
    transform: rotate(180deg);
  }

  @container (min-width: 560px) {
    .bars:not(.none-at-all) {
      grid-template-columns: minmax(128px, 30%) minmax(0, 1fr) auto auto;
      row-gap: var(--_space-1);
    }

    .bars.reserved {
      min-block-size: calc(var(--rows) * 24px + (var(--rows) - 1) * 4px);
    }

    .bar-row {
      grid-template-rows: 24px;
    }

    .bar-track {
      block-size: 8px;
      grid-column: 2;
      grid-row: 1;
    }

    .bar-value,
    .bar-value:not(:has(+ .bar-share)) {
      grid-column: 3;
      min-inline-size: 48px;
    }

    .bar-value:not(:has(+ .bar-share)) {
      grid-column: 3 / -1;
    }
  }

  @media (forced-colors: active) {
    .bar-track {
      background: Canvas;
      border-block-end: 1px solid GrayText;
    }
  }
`;
