import { css } from 'lit';

export const changeStyles = css`
  .moved {
    font-weight: 500;
  }

  .moved.good {
    color: var(--_good);
  }

  .moved.bad {
    color: var(--_poor);
  }

  .moved > .arrow {
    block-size: 9px;
    display: inline-block;
    fill: currentColor;
    inline-size: 9px;
    margin-inline-end: 4px;
  }

  .against.short {
    display: none;
  }

  @container (max-width: 859.98px) and (min-width: 680px), (max-width: 459.98px) {
    .against.long {
      display: none;
    }

    .against.short {
      display: inline;
    }
  }
`;
