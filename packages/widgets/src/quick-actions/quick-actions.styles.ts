import { css } from 'lit';

export const styles = css`
  .container {
    --_least: 460px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    justify-content: var(--inlay-actions-justify, flex-start);
  }

  .action {
    background: var(--_card);
    gap: 6px;
    min-block-size: 32px;
    padding: 5px 10px;
    text-decoration: none;
  }

  .action > .icon {
    color: var(--_muted);
  }

  .action:hover {
    background: var(--_hover);
  }

  /* Side by side as small tiles, however long the words are. */
  @container (max-width: 419.98px) {
    .actions {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    .action {
      flex-direction: column;
      font-size: var(--_size-label);
      gap: var(--_space-1);
      justify-content: flex-start;
      line-height: 16px;
      padding: var(--_space-2) var(--_space-1);
      text-align: center;
      text-wrap: balance;
    }
  }

  @container (max-width: 219.98px) {
    .actions {
      grid-auto-flow: row;
    }

    .action {
      flex-direction: row;
    }
  }
`;
