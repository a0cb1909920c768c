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

  .feed {
    list-style: '';
    margin: 0 calc(-1 * var(--_space-2)) calc(-1 * var(--_space-1));
    padding: 0;
  }

  .activity {
    align-items: center;
    appearance: none;
    background: none;
    block-size: 44px;
    border: 0;
    border-radius: var(--_radius-control);
    color: inherit;
    display: flex;
    font: inherit;
    gap: var(--_space-3);
    inline-size: 100%;
    margin: 0;
    padding: 0 var(--_space-2);
    text-align: start;
    text-decoration: none;
    transition: background-color var(--_duration) var(--_ease);
  }

  :is(a, button).activity {
    cursor: pointer;
  }

  :is(a, button).activity:hover {
    background: var(--_hover);
  }

  .activity:focus-visible {
    outline-offset: -2px;
  }

  .what {
    display: grid;
    flex: 1 1 0;
    line-height: 18px;
    min-inline-size: 0;
  }

  .name,
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 500;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .line,
  .ago {
    color: var(--_muted);
    font-size: var(--_size-label);
    line-height: 16px;
  }

  .ago {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  .disc {
    block-size: 28px;
    border-radius: 50%;
    flex: none;
    inline-size: 28px;
  }

  .name-bone {
    block-size: 10px;
    inline-size: min(100%, 140px);
    margin-block: 4px;
  }

  .line-bone {
    block-size: 8px;
    inline-size: min(80%, 96px);
    margin-block: 4px;
  }

  .ago-bone {
    block-size: 8px;
    flex: none;
    inline-size: 48px;
  }
`;
