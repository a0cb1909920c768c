import { css } from 'lit';

export const styles = css`
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .stack > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  .stack > .ghost {
    visibility: hidden;
  }

  /* The strip takes what the table leaves, so that few phones leave no hole. */
  .insights {
    display: grid;
    gap: var(--_space-4) var(--_space-6);
    grid-template:
      'facts' auto
      'table' auto
      'strip' 1fr / minmax(0, 1fr);
  }

  .facts {
    align-content: start;
    display: grid;
    gap: var(--_space-3);
    grid-area: facts;
    grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr);
    margin: 0;
  }

  .fact {
    display: grid;
    gap: 2px;
    grid-template-rows: 16px 34px 16px;
  }

  .fact > dd {
    margin: 0;
  }

  .fact:not(:first-child) > .figure {
    font-size: 20px;
  }

  .fact a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_border-strong);
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
  }

  .fact a:hover {
    text-decoration-color: currentColor;
  }

  .fact > .detail:has(.grade) {
    color: inherit;
  }

  .grade + .change {
    margin-inline-start: var(--_space-1);
  }

  /* Against what is said beside it. */
  .grade + .change .against {
    display: none;
  }

  .table-box {
    grid-area: table;
  }

  .strip {
    --_bar: var(--_accent);
    grid-area: strip;
  }

  .rate {
    align-items: center;
    display: inline-flex;
    gap: var(--_space-2);
    vertical-align: middle;
  }

  .rate > .grade {
    min-inline-size: 66px;
  }

  @container (min-width: 1080px) {
    .insights {
      grid-template:
        'facts table' auto
        'strip table' 1fr / minmax(0, 5fr) minmax(0, 6fr);
    }
  }

  @container (max-width: 420px) {
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .fact:first-child {
      grid-column: 1 / -1;
    }
  }
`;
