import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: middle;
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

  .panel {
    background: var(--_surface);
    border: 1px solid var(--_border-control);
    border-radius: min(10px, var(--_radius));
    box-shadow: var(--_shadow);
    color: inherit;
    font-size: var(--_size-body);
    inline-size: min(424px, 100vw - 16px);
    inset: auto;
    margin: 0;
    max-block-size: calc(100dvh - 16px);
    opacity: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0;
    position: fixed;
    transform: translateY(-4px);
    transition:
      opacity var(--_duration) var(--_ease),
      transform var(--_duration) var(--_ease);
  }

  .panel:popover-open {
    display: grid;
    grid-template-columns: 172px 1fr;
    opacity: 1;
    transform: none;
  }

  @starting-style {
    .panel:popover-open {
      opacity: 0;
      transform: translateY(-4px);
    }
  }

  /* Laid out for a moment before it opens, so that its size is known. */
  .panel.measured {
    display: grid;
    grid-template-columns: 172px 1fr;
    visibility: hidden;
  }

  .presets {
    align-content: start;
    border-inline-end: 1px solid var(--_hairline);
    display: grid;
    gap: 1px;
    margin: 0;
    padding: 6px;
  }

  .option {
    align-items: center;
    border-radius: var(--_radius-control);
    cursor: pointer;
    display: flex;
    gap: var(--_space-2);
    justify-content: space-between;
    line-height: 20px;
    padding: 6px 8px 6px 10px;
  }

  .option:hover {
    background: var(--_hover);
  }

  .option:focus-visible {
    background: var(--_hover);
    outline-offset: -2px;
  }

  .option[aria-selected='true'] {
    font-weight: 500;
  }

  .option > .icon {
    color: var(--_accent);
    visibility: hidden;
  }

  .option[aria-selected='true'] > .icon {
    visibility: visible;
  }

  .custom {
    align-content: start;
    display: grid;
    gap: 10px;
    margin: 0;
    min-inline-size: 0;
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
  }

  .title {
    font-weight: 500;
    line-height: 20px;
    margin: 0;
  }

  .field {
    display: grid;
    font-size: var(--_size-label);
    gap: 2px;
    line-height: 16px;
  }

  .field > span {
    color: var(--_muted);
  }

  .field > input {
    background: transparent;
    block-size: 32px;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-control);
    color: inherit;
    font: inherit;
    font-size: var(--_size-body);
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
    margin: 0;
    min-inline-size: 0;
    padding: 0 8px;
  }

  .field > input[aria-invalid='true'] {
    border-color: var(--_poor);
  }

  .problem {
    color: var(--_poor);
    font-size: var(--_size-label);
    line-height: 16px;
    margin: 0;
    unicode-bidi: plaintext;
  }

  .problem:empty {
    display: none;
  }

  .apply {
    margin-block-start: 2px;
    min-block-size: 32px;
  }

  @media (max-width: 460px) {
    .panel:popover-open,
    .panel.measured {
      grid-template-columns: 1fr;
    }

    .panel {
      inline-size: min(280px, 100vw - 16px);
    }

    .presets {
      border-block-end: 1px solid var(--_hairline);
      border-inline-end: 0;
    }
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 1px solid Highlight;
    }
  }
`;
