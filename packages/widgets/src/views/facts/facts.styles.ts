import { css } from 'lit';

/** Headline numbers, and what stands below them; beside them where there is room. */
export const factsStyles = css`
  .panel {
    display: grid;
    gap: var(--_space-4) var(--_space-6);
    grid-template-columns: minmax(0, 1fr);
  }

  .facts {
    align-content: start;
    display: grid;
    gap: var(--_space-3);
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    margin: 0;
  }

  .fact {
    display: grid;
    gap: 2px;
    grid-template-rows: 16px 34px 16px;
    min-inline-size: 0;
  }

  .fact > dd {
    margin: 0;
  }

  @container (min-width: 560px) {
    .panel:not(:has(.fact + .fact)) {
      grid-template-columns: minmax(160px, 2fr) minmax(0, 5fr);
    }

    /* The panel is low where it is wide: what is said in its place stands in a row. */
    .body > .message {
      align-content: center;
      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-2) var(--_space-4);
      justify-content: center;
    }
  }

  @container (min-width: 680px) {
    .panel:has(.fact + .fact) {
      grid-template-columns: minmax(280px, 3fr) minmax(0, 5fr);
    }
  }
`;
