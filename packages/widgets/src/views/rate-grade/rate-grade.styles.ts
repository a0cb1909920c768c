import { css } from 'lit';

export const rateGradeStyles = css`
  .grade {
    align-items: center;
    display: inline-flex;
    font-size: var(--_size-label);
    gap: 4px;
    white-space: nowrap;
  }

  .grade > .icon {
    block-size: 14px;
    inline-size: 14px;
  }

  .grade.good {
    color: var(--_good);
  }

  .grade.warning {
    color: var(--_warning);
  }

  .grade.poor {
    color: var(--_poor);
  }
`;
