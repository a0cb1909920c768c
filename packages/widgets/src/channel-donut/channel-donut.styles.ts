import { css } from 'lit';

export const styles = css`
  .contacts {
    border-block-start: 1px solid var(--_hairline);
    color: var(--_muted);
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    margin: var(--_space-3) 0 0;
    padding-block-start: var(--_space-2);
  }
`;
