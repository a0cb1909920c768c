import { css } from 'lit';

export const styles = css`
  .channels {
    block-size: 16px;
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    overflow: hidden;
  }

  .sides {
    display: flex;
    gap: var(--_space-3);
    justify-content: space-between;
  }

  .side > .unit {
    font-size: var(--_size-label);
    margin-inline-start: 0;
  }

  /* A bar takes the card's width, which words do not. */
  .detail:has(> .split) {
    justify-self: stretch;
  }

  .split {
    background: var(--_track);
    block-size: 6px;
    border-radius: var(--_radius-bar);
    display: flex;
    gap: 2px;
    margin-block: 5px;
    overflow: hidden;
  }

  .split:has(.split-part) {
    background: none;
  }

  .split-part {
    flex: 0 1 0;
    min-inline-size: 2px;
  }

  .split-part.inbound {
    background: var(--_accent);
  }

  .split-part.outbound {
    background: var(--_border-strong);
  }

  /* The label names both, in this order. */
  @container (max-width: 299px) {
    .sides {
      gap: var(--_space-1);
    }

    .side > .unit {
      display: none;
    }
  }
`;
