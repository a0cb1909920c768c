import { css, type CSSResultGroup } from 'lit';
import { headButtonStyles } from './head-button.styles.js';

/**
 * An element is a block whose own width its queries ask for. They ask a box inside it, which a host's
 * `* { all: unset }` does not reach.
 */
export const blockStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    position: relative;
  }

  .container {
    block-size: 100%;
    container-type: inline-size;
    contain-intrinsic-inline-size: var(--_least, 320px);
    position: relative;
  }
`;

/**
 * The frame that every element shares and the parts of its states: card, head, heading, status
 * line, skeleton, message, buttons. A body lays its skeleton and its message over each other, so
 * that each state has the size of the numbers.
 */
export const frameStyles = css`
  .card {
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    /* As high as its neighbours in a host's grid. */
    min-block-size: 100%;
    padding: var(--_card-padding);
  }

  :host([bare]) .card {
    background: none;
    border: 0;
    border-radius: 0;
    padding: 0;
  }

  .head {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    justify-content: space-between;
    margin-block-end: var(--_space-3);
  }

  .titles {
    flex: 1 1 200px;
    min-inline-size: 0;
  }

  /* The button of a menu stands beside them however narrow the card is. */
  .titles:has(+ .menu-button) {
    flex-basis: 96px;
  }

  .heading {
    font-size: var(--_size-heading);
    font-weight: var(--_weight-strong);
    line-height: 20px;
    margin: 0;
  }

  /* One line of 24 px in every state, so that nothing moves when its words change. */
  .status {
    align-items: center;
    block-size: 24px;
    display: flex;
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
    gap: var(--_space-1);
    line-height: 24px;
    min-inline-size: 0;
  }

  /* English in a page from right to left keeps its own order. */
  .status > .words,
  .message > p {
    unicode-bidi: plaintext;
  }

  .status > .words {
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .status > .words.stale {
    color: var(--_warning);
  }

  .status-bone {
    block-size: 10px;
    inline-size: 148px;
  }

  .status > .icon {
    color: var(--_warning);
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .body > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  .body > .held {
    opacity: 1;
    transition: opacity var(--_duration) var(--_ease);
  }

  /* Late enough that an answer from the cache does not flicker. */
  .body > .held.pending {
    opacity: 0.55;
    transition-delay: 200ms;
  }

  .body > .ghost {
    visibility: hidden;
  }

  .message {
    align-content: center;
    display: grid;
    gap: var(--_space-2);
    justify-items: center;
    padding: var(--_space-2) var(--_space-4);
    text-align: center;
  }

  .message > p {
    margin: 0;
    max-inline-size: 44ch;
    text-wrap: balance;
  }

  .message > .icon {
    block-size: 18px;
    color: var(--_muted);
    inline-size: 18px;
  }

  .message > .small {
    color: var(--_muted);
    font-size: var(--_size-label);
    overflow-wrap: anywhere;
    user-select: text;
  }

  .icon {
    block-size: 16px;
    display: block;
    fill: none;
    flex: none;
    inline-size: 16px;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }

  .button {
    align-items: center;
    appearance: none;
    background: transparent;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-control);
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    font-size: var(--_size-body);
    font-weight: 500;
    gap: var(--_space-1);
    justify-content: center;
    line-height: 20px;
    margin: 0;
    min-block-size: 28px;
    padding: 3px 10px;
    transition: background-color var(--_duration) var(--_ease);
  }

  .button:hover {
    background: var(--_hover);
  }

  .button:active {
    background: var(--_active);
  }

  /* A button among words. */
  .button.text {
    border-color: transparent;
    flex: none;
    font-size: var(--_size-label);
    min-block-size: 24px;
    padding: 1px 6px;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    margin: -1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  .bone {
    background: var(--_skeleton);
    border-radius: var(--_radius-cell);
    display: block;
  }

  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: breathe 1.6s ease-in-out infinite;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .bone {
      background: none;
      border: 1px solid GrayText;
    }
  }

  @container (max-width: 420px) {
    .card {
      padding: var(--inlay-card-padding, var(--_space-3));
    }
  }
`;

/** The frame, the element around it, and the buttons of its head. */
export const cardStyles: CSSResultGroup = [blockStyles, frameStyles, headButtonStyles];
