import { css } from 'lit';

export const styles = css`
  /* No line of text, whose height and indent would be the page's. */
  :host {
    display: inline-flex;
    max-inline-size: 100%;
    vertical-align: middle;
  }

  .container {
    display: inline-block;
    max-inline-size: 100%;
    min-inline-size: 0;
  }

  .trigger {
    background: var(--_card);
    font-variant-numeric: tabular-nums;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 32px;
    padding: 5px 8px 5px 10px;
  }

  .trigger:dir(rtl) {
    padding: 5px 10px 5px 8px;
  }

  .trigger[aria-expanded='true'] {
    background: var(--_hover);
  }

  .trigger > .words {
    flex: none;
  }

  .trigger > .dates {
    font-weight: 400;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .trigger > .dates,
  .trigger > .icon {
    color: var(--_muted);
  }
`;
