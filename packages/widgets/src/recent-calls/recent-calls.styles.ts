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

  .calls + .more {
    display: none;
  }

  .calls tbody tr:last-child :is(th, td) {
    border-block-end: 0;
  }

  .calls .name {
    font-weight: 500;
  }

  .way {
    align-items: center;
    display: inline-flex;
    gap: 5px;
    line-height: 18px;
    min-block-size: 18px;
    vertical-align: top;
  }

  .way > .icon {
    block-size: 14px;
    color: var(--_muted);
    inline-size: 14px;
  }

  .outcome {
    color: var(--_muted);
    display: inline-block;
    font-size: var(--_size-label);
    line-height: 18px;
    max-inline-size: 160px;
    overflow: hidden;
    padding-inline-start: 4px;
    text-overflow: ellipsis;
    vertical-align: top;
    white-space: pre;
  }

  .own-name {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .link {
    border-radius: var(--_radius-cell);
    color: inherit;
    text-decoration: underline;
    text-decoration-color: transparent;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }

  .name .link {
    text-decoration-color: var(--_border-control);
  }

  .calls .link:hover {
    text-decoration-color: currentColor;
  }

  .button.square {
    inline-size: 28px;
    min-block-size: 28px;
    padding: 0;
  }

  .button.play {
    border-color: var(--_border-control);
    border-radius: 50%;
  }

  .button.play > .icon {
    block-size: 12px;
    fill: currentColor;
    inline-size: 12px;
  }

  .button.play[aria-expanded='true'] {
    background: var(--_hover);
  }

  /* The player belongs to the row above it. */
  .calls tbody tr:has(+ .below) > * {
    border-block-end-color: transparent;
  }

  .calls tbody .below:hover > * {
    background: none;
  }

  .calls .below > td {
    padding-inline: 0;
  }

  .calls .line {
    inline-size: 64px;
  }

  .calls .end > .line {
    margin-inline-start: auto;
  }

  .calls .recording > .line {
    block-size: 28px;
    border-radius: 50%;
    inline-size: 28px;
    min-inline-size: 0;
  }

  .calls .cell-label {
    display: none;
  }

  .calls .name > .line {
    inline-size: min(100%, 160px);
  }

  /* Columns of one width in skeleton and table, so that no header moves. */
  @container (min-width: 720px) {
    .calls {
      table-layout: fixed;
    }

    .calls :is(th, td):not(.recording, .below > td) {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .calls .direction {
      inline-size: 74px;
    }

    .calls .state {
      inline-size: 108px;
    }

    .calls .member {
      inline-size: 108px;
    }

    .calls .last {
      inline-size: 102px;
    }

    .calls .lead {
      inline-size: 94px;
    }

    .calls .recording {
      inline-size: 76px;
    }
  }

  @container (min-width: 900px) {
    .calls .direction {
      inline-size: 108px;
    }

    .calls .state {
      inline-size: 124px;
    }

    .calls .member {
      inline-size: 144px;
    }

    .calls .last {
      inline-size: 116px;
    }

    .calls .lead {
      inline-size: 112px;
    }
  }

  @container (min-width: 1080px) {
    .calls .state {
      inline-size: 224px;
    }

    .calls .phone {
      inline-size: 136px;
    }
  }

  @container (max-width: 1079.98px) {
    .calls .phone,
    .outcome {
      display: none;
    }
  }

  @container (max-width: 899.98px) {
    .calls .way-word {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }
  }

  /* Two lines: contact, when, play; and direction, status, member, duration. */
  @container (max-width: 719.98px) {
    .calls,
    .calls tbody {
      display: block;
    }

    .calls thead {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }

    .calls tbody tr {
      align-content: center;
      align-items: center;
      block-size: 58px;
      border-block-end: 1px solid var(--_hairline);
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_space-2);
    }

    .calls tbody tr:last-child,
    .calls tbody tr:has(+ .below) {
      border-block-end-color: transparent;
    }

    .calls tbody tr::after {
      content: '';
      flex-basis: 100%;
      order: 1;
    }

    .calls tbody :is(th, td) {
      block-size: auto;
      border: 0;
      line-height: 20px;
      padding: 0;
    }

    .calls tbody .name {
      flex: 1 1 0;
      max-inline-size: none;
      min-inline-size: 0;
    }

    .calls tbody .recording {
      block-size: 28px;
      inline-size: 28px;
    }

    .calls tbody .recording:not(:has(.play)) {
      inline-size: 0;
      margin-inline-start: calc(-1 * var(--_space-2));
    }

    .calls .recording > .bone {
      display: none;
    }

    .calls tbody :is(.direction, .state, .member, .last) {
      font-size: var(--_size-label);
      line-height: 18px;
      order: 2;
    }

    .calls tbody .lead {
      color: var(--_muted);
      font-size: var(--_size-label);
    }

    .calls tbody .member {
      flex: 1 1 0;
      min-inline-size: 0;
    }

    .calls .own-name {
      color: var(--_muted);
      max-inline-size: none;
    }

    .calls tbody .last {
      min-inline-size: 0;
      order: 3;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .calls tbody tr.below {
      block-size: auto;
      padding-block-end: var(--_space-1);
    }

    .calls tbody .below > td {
      flex: 1 1 100%;
    }

    .calls tbody td:not(.name) > .line {
      inline-size: 36px;
    }
  }

  @container (max-width: 259.98px) {
    .calls tbody tr:not(.below) {
      block-size: 76px;
    }
  }
`;
