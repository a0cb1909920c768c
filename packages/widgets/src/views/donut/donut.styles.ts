import { css } from 'lit';

export const donutStyles = css`
  .donut {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3) var(--_space-6);
    justify-content: center;
  }

  .ring-box {
    block-size: 144px;
    display: grid;
    flex: none;
    inline-size: 144px;
  }

  .ring-box > * {
    grid-area: 1 / 1;
  }

  /* The hole is 0.76 of the radius, as the view's hit test has it. */
  .ring {
    border-radius: 50%;
    mask: radial-gradient(closest-side, transparent calc(76% - 0.5px), #000 calc(76% + 0.5px));
  }

  .ring:not(.bone) {
    cursor: pointer;
  }

  .middle {
    align-content: center;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }

  .sum {
    font-size: 24px;
    font-variant-numeric: tabular-nums;
    font-weight: var(--_weight-strong);
    letter-spacing: -0.01em;
    line-height: 1.15;
    pointer-events: auto;
  }

  .of {
    color: var(--_muted);
    font-size: var(--_size-label);
    line-height: 16px;
    max-inline-size: 96px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .rows {
    flex: 1 1 200px;
    list-style: none;
    margin: 0;
    max-inline-size: 360px;
    min-inline-size: 0;
    padding: 0;
  }

  .rows > li + li {
    border-block-start: 1px solid var(--_hairline);
  }

  .legend-row {
    align-items: center;
    appearance: none;
    background: none;
    block-size: 32px;
    border: 0;
    border-radius: var(--_radius-control);
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    font-size: var(--_size-body);
    font-variant-numeric: tabular-nums;
    gap: var(--_space-2);
    inline-size: 100%;
    line-height: 20px;
    margin: 0;
    padding: 0 var(--_space-1);
    text-align: start;
    transition: background-color var(--_duration) var(--_ease);
  }

  .legend-row:not(.zero):hover,
  .legend-row.lit {
    background: var(--_hover);
  }

  .legend-row:focus-visible {
    outline-offset: -2px;
  }

  .legend-row.zero {
    cursor: default;
  }

  .legend-row.zero > .name,
  .legend-row.zero > .count {
    color: var(--_muted);
  }

  .legend-row > .swatch {
    block-size: 10px;
    border-radius: var(--_radius-cell);
    flex: none;
    inline-size: 10px;
  }

  .legend-row.zero > .swatch {
    box-shadow: inset 0 0 0 1px var(--_border-strong);
  }

  .legend-row > .name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .legend-row > .count {
    font-weight: 500;
  }

  .legend-row > .share {
    color: var(--_muted);
    min-inline-size: 52px;
    text-align: end;
  }

  .legend-row > .line {
    block-size: 10px;
    inline-size: 100%;
  }
`;
