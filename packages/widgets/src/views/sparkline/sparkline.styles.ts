import { css } from 'lit';

/** Drawn where the number leaves room for it; the card has the same size without. */
export const sparklineStyles = css`
  .sparkline {
    block-size: 28px;
    display: none;
    fill: none;
    inline-size: 96px;
    inset-block-start: 2px;
    overflow: visible;
    position: absolute;
    right: 0;
    stroke: var(--_border-strong);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }

  /* The line of the number runs from left to right in every page. */
  .sparkline:dir(rtl) {
    left: 0;
    right: auto;
    transform: scaleX(-1);
  }

  .sparkline > path {
    vector-effect: non-scaling-stroke;
  }

  @container (min-width: 1100px) or ((min-width: 560px) and (max-width: 679.98px)) {
    .sparkline {
      display: block;
    }
  }
`;
