import { css } from 'lit';

/** Buttons that are an icon alone, at the end of a head or beside a heading. */
export const headButtonStyles = css`
  .head-button {
    color: var(--_muted);
    inline-size: 28px;
    margin-block: -2px;
    min-block-size: 28px;
    padding: 0;
  }

  .head-button:hover,
  .head-button[aria-expanded='true'] {
    background: var(--_hover);
    color: inherit;
  }

  .head-button.unseen {
    visibility: hidden;
  }

  .menu-button {
    margin-inline-end: -6px;
  }

  .heading-row {
    align-items: center;
    display: flex;
    gap: 2px;
  }

  .heading-row > .heading {
    min-inline-size: 0;
  }

  /* It grows upwards: beneath it stand the buttons of the status line. */
  .heading-row > .head-button {
    inline-size: 24px;
    margin-block: -4px 0;
    min-block-size: 24px;
    padding-block: 4px 0;
  }
`;
