import { css } from 'lit';

export const exportContentsStyles = css`
  .menu {
    inline-size: max-content;
    min-inline-size: 168px;
    padding: 4px;
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
