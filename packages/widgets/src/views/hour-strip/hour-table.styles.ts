import { css } from 'lit';

export const hourTableStyles = css`
  .strip-table > table {
    border-collapse: collapse;
    font-size: var(--_size-body);
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
  }

  .strip-table :is(th, td) {
    block-size: 28px;
    border-block-end: 1px solid var(--_hairline);
    font-weight: 400;
    padding: 0;
    text-align: start;
  }

  .strip-table thead th {
    color: var(--_muted);
    font-size: var(--_size-label);
  }

  .strip-table .end {
    text-align: end;
  }
`;
