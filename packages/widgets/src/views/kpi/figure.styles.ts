import { css } from 'lit';

/**
 * A headline number between what it is and what it is made of. Every line has a fixed height, so that
 * a skeleton has the size of its numbers.
 */
export const figureStyles = css`
  .label,
  .detail {
    color: var(--_muted);
    font-size: var(--_size-label);
    line-height: 16px;
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    white-space: nowrap;
  }

  .detail {
    font-variant-numeric: tabular-nums;
  }

  .figure {
    font-size: var(--_size-figure);
    font-variant-numeric: tabular-nums;
    font-weight: var(--_weight-strong);
    letter-spacing: -0.01em;
    line-height: 34px;
    position: relative;
    white-space: nowrap;
  }

  /* Numbers and symbols of units stand from left to right in every script. */
  .figure > [aria-hidden] {
    direction: ltr;
    unicode-bidi: isolate;
  }

  .unit {
    color: var(--_muted);
    font-size: 0.54em;
    font-weight: 500;
    letter-spacing: 0;
    margin-inline-start: 0.24em;
  }

  .unit + .value {
    margin-inline-start: 0.28em;
  }

  .none {
    border-radius: var(--_radius-cell);
    cursor: help;
    display: inline-block;
    min-inline-size: 24px;
  }

  .none > .tip {
    background: var(--_surface);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-control);
    box-shadow: var(--_shadow);
    font-size: var(--_size-label);
    font-weight: 400;
    inline-size: max-content;
    inset-block-end: calc(100% + 4px);
    inset-inline-start: 0;
    letter-spacing: 0;
    line-height: 16px;
    max-inline-size: 100%;
    opacity: 0;
    padding: 6px 8px;
    pointer-events: none;
    position: absolute;
    transition: opacity var(--_duration) var(--_ease);
    visibility: hidden;
    white-space: normal;
    z-index: 1;
  }

  .none:hover > .tip,
  .none:focus-visible > .tip {
    opacity: 1;
    visibility: visible;
  }

  .figure-bone {
    block-size: 22px;
    inline-size: 45%;
    margin-block: 6px;
  }

  .detail-bone {
    block-size: 10px;
    inline-size: 88px;
    margin-block: 3px;
  }

  @container (max-width: 420px) {
    .figure {
      font-size: 22px;
    }
  }
`;
