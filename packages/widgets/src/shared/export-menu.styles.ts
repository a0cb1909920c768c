import { css } from 'lit';

export const exportMenuStyles = css`
  .actions {
    align-items: center;
    display: flex;
    flex: none;
    gap: var(--_space-2);
    max-inline-size: 100%;
  }

  .menu-button {
    color: var(--_muted);
    inline-size: 28px;
    margin-block: -2px;
    margin-inline-end: -6px;
    min-block-size: 28px;
    padding: 0;
  }

  .menu-button:hover,
  .menu-button[aria-expanded='true'] {
    background: var(--_hover);
    color: inherit;
  }

  .menu-button.unseen {
    visibility: hidden;
  }

  .menu {
    background: var(--_surface);
    border: 1px solid var(--_border-control);
    border-radius: min(8px, var(--_radius));
    box-shadow: var(--_shadow);
    color: inherit;
    inline-size: max-content;
    inset: auto;
    margin: 0;
    min-inline-size: 168px;
    opacity: 0;
    padding: 4px;
    position: fixed;
    transition: opacity var(--_duration) var(--_ease);
  }

  .menu:popover-open {
    opacity: 1;
  }

  @starting-style {
    .menu:popover-open {
      opacity: 0;
    }
  }

  /* Laid out for a moment before it opens, so that its size is known. */
  .menu.measured {
    display: block;
    visibility: hidden;
  }

  .menu-item {
    align-items: center;
    appearance: none;
    background: none;
    border: 0;
    border-radius: min(5px, var(--_radius));
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    font-size: var(--_size-body);
    gap: var(--_space-2);
    inline-size: 100%;
    line-height: 20px;
    margin: 0;
    min-block-size: 32px;
    padding: 6px 10px 6px 8px;
    text-align: start;
  }

  .menu-item > .icon {
    color: var(--_muted);
  }

  .menu-item:hover,
  .menu-item:focus-visible {
    background: var(--_hover);
  }

  .menu-item:focus-visible {
    outline-offset: -2px;
  }

  /* As large as what it stands for, and scrolled where that is too small. */
  .table-view {
    background: var(--_card);
    contain: size;
    min-block-size: 160px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  @container (min-width: 480.02px) {
    .table-view .table :is(th, td) {
      block-size: 32px;
    }
  }

  .table-view .table thead :is(th, td) {
    background: var(--_surface);
    inset-block-start: 0;
    position: sticky;
    z-index: 1;
  }

  .table-view .more {
    display: none;
  }
`;
