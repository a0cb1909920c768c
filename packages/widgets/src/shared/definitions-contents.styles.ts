import { css } from 'lit';

export const definitionsContentsStyles = css`
  .definitions {
    font-size: var(--_size-label);
    inline-size: 360px;
    line-height: 18px;
    max-block-size: min(440px, 100dvh - 16px);
    padding: var(--_space-3) var(--_space-4);
  }

  .definitions:focus-visible {
    outline-offset: -2px;
  }

  .definitions :is(p, dl, dd) {
    margin: 0;
  }

  .definitions :is(p, dt, dd) {
    unicode-bidi: plaintext;
  }

  .definitions-title,
  .definition > dt {
    font-weight: var(--_weight-strong);
  }

  .definitions-title {
    font-size: var(--_size-body);
    line-height: 20px;
  }

  .definition {
    margin-block-start: var(--_space-3);
  }

  .definition > .term {
    color: var(--_muted);
  }

  .definitions-state {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .definitions-state:not(:empty) {
    margin-block-start: var(--_space-2);
  }
`;
