import { css } from 'lit';

export const changeStyles = css`
  .moved {
    align-items: center;
    display: inline-flex;
    font-weight: 500;
    gap: 4px;
    vertical-align: top;
  }

  .moved.good {
    color: var(--_good);
  }

  .moved.bad {
    color: var(--_poor);
  }

  .moved > .arrow {
    block-size: 9px;
    fill: currentColor;
    inline-size: 9px;
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
