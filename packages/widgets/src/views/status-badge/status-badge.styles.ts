import { css } from 'lit';

export const statusBadgeStyles = css`
  .badge {
    --_tone: var(--_muted);
    align-items: center;
    display: inline-flex;
    font-size: var(--_size-label);
    gap: 5px;
    line-height: 18px;
    vertical-align: top;
    white-space: nowrap;
  }

  .badge > .icon {
    block-size: 14px;
    color: var(--_tone);
    inline-size: 14px;
  }

  .badge.good {
    --_tone: var(--_good);
  }

  .badge.warning {
    --_tone: var(--_warning);
  }

  .badge.poor {
    --_tone: var(--_poor);
    color: var(--_poor);
  }

  .badge.live {
    --_tone: var(--_accent);
    font-weight: 500;
  }
`;
