import { css } from 'lit';

export const hourStripStyles = css`
  .strip {
    display: grid;
    grid-template: auto minmax(88px, 1fr) auto / minmax(0, 1fr) auto;
    margin: 0;
    min-block-size: 0;
  }

  .strip-head {
    block-size: 36px;
    font-size: var(--_size-label);
    line-height: 18px;
    min-inline-size: 0;
  }

  .strip-head > span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .strip-title {
    font-weight: 500;
  }

  .strip-summary {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .strip-switch {
    align-self: start;
    color: var(--_muted);
    margin-inline-end: -6px;
  }

  .bars {
    border-block-end: 1px solid var(--_zero-line);
    display: grid;
    gap: 2px;
    grid-column: 1 / -1;
    grid-template-columns: repeat(24, minmax(0, 1fr));
    margin-block-start: var(--_space-2);
  }

  .slot {
    border-radius: var(--_radius-bar);
    position: relative;
  }

  .slot:hover {
    background: var(--_hover);
  }

  .slot:focus-visible {
    outline-offset: 0;
  }

  .bar {
    border-start-end-radius: var(--_radius-bar);
    border-start-start-radius: var(--_radius-bar);
    inset-block-end: 0;
    inset-inline: min(2px, 10%);
    min-block-size: 2px;
    position: absolute;
  }

  .bar.mark {
    background: var(--_bar);
  }

  .bar.none {
    background: none;
    min-block-size: 0;
  }

  .slot > .bone {
    block-size: 24%;
  }

  .slot:nth-child(3n) > .bone {
    block-size: 38%;
  }

  .slot:nth-child(5n + 3) > .bone {
    block-size: 52%;
  }

  .strip-axis {
    color: var(--_muted);
    display: grid;
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    grid-column: 1 / -1;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    line-height: 16px;
    padding-block-start: var(--_space-1);
  }

  .strip-table {
    contain: size;
    grid-area: 2 / 1 / 4 / -1;
    overflow: auto;
    padding: 0 2px;
  }

  @media (forced-colors: active) {
    .bar:not(.bone) {
      background: CanvasText;
    }

    .bar.none {
      background: none;
    }
  }
`;
