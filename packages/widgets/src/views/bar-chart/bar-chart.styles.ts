import { css } from 'lit';

export const barChartStyles = css`
  .chart {
    --_start: 28px;
    --_end: 4px;
    --_top: 8px;
    --_bottom: 22px;
    block-size: max(160px, var(--inlay-chart-height, 220px));
    position: relative;
  }

  /* Labels are anchored by their left and right ends; their words keep their own direction. */
  .drawing {
    direction: ltr;
    inset: 0;
    opacity: 0;
    pointer-events: none;
    position: absolute;
  }

  .drawing.drawn {
    opacity: 1;
    transition: opacity var(--_duration) var(--_ease);
  }

  .slots,
  .bones-of-bars {
    inset-block: var(--_top) var(--_bottom);
    inset-inline: var(--_start) var(--_end);
    position: absolute;
  }

  .slot-row {
    block-size: 100%;
    display: flex;
  }

  .slot {
    block-size: 100%;
    border-radius: var(--_radius-bar);
    cursor: pointer;
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    justify-content: flex-end;
    min-inline-size: 0;
  }

  .slot:hover {
    background: var(--_hover);
  }

  .slot:focus-visible {
    outline-offset: 0;
    z-index: 1;
  }

  .reach {
    pointer-events: none;
  }

  .chart > .message {
    block-size: 100%;
  }

  .bones-of-bars {
    align-items: flex-end;
    border-block-end: 1px solid var(--_gridline);
    display: flex;
    gap: min(2.4%, 16px);
    padding-inline: min(1.2%, 8px);
  }

  .bones-of-bars > .bone {
    block-size: 42%;
    border-end-end-radius: 0;
    border-end-start-radius: 0;
    flex: 1;
  }

  .bones-of-bars > .bone:nth-child(3n) {
    block-size: 64%;
  }

  .bones-of-bars > .bone:nth-child(4n + 1) {
    block-size: 28%;
  }

  .bones-of-bars > .bone:nth-child(5n + 2) {
    block-size: 78%;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    margin-inline-end: -6px;
  }

  .legend.unseen {
    visibility: hidden;
  }

  .legend-item {
    align-items: center;
    appearance: none;
    background: none;
    block-size: 24px;
    border: 0;
    border-radius: var(--_radius-control);
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    font-size: var(--_size-label);
    gap: 6px;
    line-height: 16px;
    margin: 0;
    padding: 0 6px;
    white-space: nowrap;
  }

  .legend-item:hover {
    background: var(--_hover);
  }

  .legend-item:focus-visible {
    outline-offset: -2px;
  }

  .legend-item[aria-pressed='false'] > :last-child {
    color: var(--_muted);
    text-decoration: line-through;
  }

  .legend-item[aria-pressed='false'] > .swatch {
    opacity: 0.3;
  }

  .swatch {
    block-size: 10px;
    border-radius: var(--_radius-cell);
    flex: none;
    inline-size: 10px;
  }

  .tip {
    display: grid;
    gap: 2px;
    min-inline-size: 132px;
    padding-block: 2px;
  }

  .tip-title {
    font-weight: 500;
    padding-block-end: 2px;
  }

  .tip-row {
    align-items: center;
    display: flex;
    gap: 6px;
  }

  .tip-label {
    flex: 1;
  }

  .tip-count {
    font-weight: 500;
    padding-inline-start: var(--_space-4);
  }

  .tip-row.total {
    border-block-start: 1px solid var(--_hairline);
    margin-block-start: 2px;
    padding-block-start: 4px;
  }

  @container (max-width: 559.98px) {
    /* On a line of its own, so that the heading keeps its width. */
    .head > .legend {
      flex-basis: 100%;
      margin-inline-start: -6px;
      order: 1;
    }
  }

  @container (max-width: 420px) {
    .chart {
      block-size: max(160px, var(--inlay-chart-height, 180px));
    }
  }
`;
