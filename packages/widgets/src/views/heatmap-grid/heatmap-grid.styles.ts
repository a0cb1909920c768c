import { css } from 'lit';

/**
 * Steps are lightnesses of the heat's own hue, each about one and a half times the contrast of the
 * one before: 1.5 … 10 against the card, palest nearest to it in light and dark alike. Text in a
 * step holds 4.5:1.
 */
export const heatmapGridStyles = css`
  .heat,
  .legend {
    --_on-pale: #111113;
    --_on-deep: #ffffff;
    --_s1: light-dark(
      oklch(from var(--_heat) 0.87 calc(c * 0.46) h),
      oklch(from var(--_heat) 0.38 calc(c * 0.5) h)
    );
    --_s2: light-dark(
      oklch(from var(--_heat) 0.765 calc(c * 0.84) h),
      oklch(from var(--_heat) 0.48 calc(c * 0.76) h)
    );
    --_s3: light-dark(
      oklch(from var(--_heat) 0.645 calc(c * 1.02) h),
      oklch(from var(--_heat) 0.61 calc(c * 0.95) h)
    );
    --_s4: light-dark(
      oklch(from var(--_heat) 0.52 c h),
      oklch(from var(--_heat) 0.74 calc(c * 0.85) h)
    );
    --_s5: light-dark(
      oklch(from var(--_heat) 0.39 calc(c * 0.8) h),
      oklch(from var(--_heat) 0.88 calc(c * 0.5) h)
    );
  }

  .heat {
    display: grid;
    gap: 2px;
    grid-template-columns: max-content repeat(24, minmax(0, 1fr));
  }

  .heat.turned {
    grid-template-columns: max-content repeat(7, minmax(0, 1fr));
  }

  .row {
    display: grid;
    gap: 2px;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }

  .column-head,
  .row-head {
    color: var(--_muted);
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .column-head {
    block-size: 18px;
    display: flex;
    justify-content: center;
    line-height: 16px;
  }

  .row-head {
    align-content: center;
    line-height: 16px;
    padding-inline-end: 6px;
  }

  .turned .row-head {
    text-align: end;
  }

  .cell {
    align-items: center;
    aspect-ratio: 1;
    border-radius: var(--_radius-cell);
    cursor: pointer;
    display: flex;
    font-size: 11px;
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
    justify-content: center;
    line-height: 1;
    max-block-size: 30px;
    min-block-size: 22px;
    min-inline-size: 0;
    overflow: hidden;
  }

  .turned .cell {
    aspect-ratio: auto;
    block-size: 22px;
  }

  .cell.none,
  .swatch.none {
    box-shadow: inset 0 0 0 1px var(--_hairline);
  }

  .cell.unknown {
    background: radial-gradient(circle, var(--_border-strong) 1px, transparent 1.5px);
  }

  .s1 {
    background: var(--_s1);
    color: light-dark(var(--_on-pale), var(--_on-deep));
  }

  .s2 {
    background: var(--_s2);
    color: light-dark(var(--_on-pale), var(--_on-deep));
  }

  .s3 {
    background: var(--_s3);
    color: var(--_on-pale);
  }

  .s4 {
    background: var(--_s4);
    color: light-dark(var(--_on-deep), var(--_on-pale));
  }

  .s5 {
    background: var(--_s5);
    color: light-dark(var(--_on-deep), var(--_on-pale));
  }

  .cell:hover {
    outline: 2px solid var(--_border-strong);
    outline-offset: 0;
  }

  .cell:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .legend {
    align-items: center;
    block-size: 16px;
    color: var(--_muted);
    display: flex;
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    gap: var(--_space-4);
    justify-content: space-between;
    line-height: 16px;
    margin-block-start: var(--_space-3);
    white-space: nowrap;
  }

  .legend > .scale {
    margin: 0;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .legend > .line {
    block-size: 10px;
    inline-size: min(100%, 320px);
    margin-inline-start: auto;
  }

  .swatches {
    display: flex;
    gap: var(--_space-3);
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .swatches > li {
    align-items: center;
    display: flex;
    gap: 5px;
  }

  .swatch {
    block-size: 12px;
    border-radius: var(--_radius-cell);
    flex: none;
    inline-size: 12px;
  }

  .up-to {
    display: none;
  }

  /* Too narrow for spans side by side: a strip with the count at which each step ends. */
  @container (max-width: 599.98px) {
    .legend {
      align-items: stretch;
      block-size: 48px;
      flex-direction: column;
      gap: 6px;
      justify-content: flex-start;
    }

    .legend > .line {
      margin-inline-start: 0;
    }

    .swatches {
      display: grid;
      gap: 2px;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    .swatches > li {
      align-items: stretch;
      flex-direction: column;
      gap: 2px;
      position: relative;
    }

    .swatch {
      block-size: 8px;
      inline-size: auto;
    }

    .span {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }

    .up-to {
      display: block;
      text-align: end;
    }
  }

  @media (prefers-contrast: more) {
    .mark {
      box-shadow: inset 0 0 0 1px currentColor;
    }
  }

  @media (forced-colors: active) {
    .heat,
    .legend {
      --_on-pale: CanvasText;
      --_on-deep: CanvasText;
      --_s1: color-mix(in srgb, CanvasText 15%, Canvas);
      --_s2: color-mix(in srgb, CanvasText 30%, Canvas);
      --_s3: color-mix(in srgb, CanvasText 60%, Canvas);
      --_s4: color-mix(in srgb, CanvasText 80%, Canvas);
      --_s5: CanvasText;
    }

    .s3,
    .s4,
    .s5 {
      color: Canvas;
    }

    .cell.none,
    .swatch.none {
      border: 1px solid GrayText;
    }
  }
`;
