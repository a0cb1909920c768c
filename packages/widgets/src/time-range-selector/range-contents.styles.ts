import { css } from 'lit';

export const rangeContentsStyles = css`
  .panel {
    border-radius: min(10px, var(--_radius));
    font-size: var(--_size-body);
    grid-template-columns: 172px 1fr;
    inline-size: min(424px, 100vw - 16px);
    padding: 0;
    transform: translateY(-4px);
    transition:
      opacity var(--_duration) var(--_ease),
      transform var(--_duration) var(--_ease);
  }

  .panel:popover-open {
    display: grid;
    transform: none;
  }

  @starting-style {
    .panel:popover-open {
      transform: translateY(-4px);
    }
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

  .button.apply {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
    margin-block-start: 2px;
    min-block-size: 32px;
  }

  .button.apply:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_on-accent));
  }

  @media (max-width: 460px) {
    .panel {
      grid-template-columns: 1fr;
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
