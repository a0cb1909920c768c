import { css } from 'lit';

/** A figure and its one-sentence summary, which takes the same room whatever it says. */
export const plotStyles = css`
  .plot {
    margin: 0;
  }

  .summary {
    block-size: 18px;
    color: var(--_muted);
    display: block;
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    line-height: 18px;
    margin-block: calc(-1 * var(--_space-2)) var(--_space-3);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .summary > .bone {
    block-size: 10px;
    inline-size: min(100%, 240px);
    margin-block-start: 4px;
  }

  @container (max-width: 359.98px) {
    .summary {
      block-size: 36px;
      white-space: normal;
    }
  }
`;
