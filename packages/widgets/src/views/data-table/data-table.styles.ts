import { css } from 'lit';

export const dataTableStyles = css`
  .table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
    table-layout: auto;
  }

  .table :is(th, td) {
    block-size: 36px;
    border-block-end: 1px solid var(--_hairline);
    font-weight: 400;
    padding: 0 var(--_space-2);
    text-align: start;
    vertical-align: middle;
    white-space: nowrap;
  }

  .table :is(th, td):first-child {
    padding-inline-start: 0;
  }

  .table :is(th, td):last-child {
    padding-inline-end: 0;
  }

  .table .end {
    text-align: end;
  }

  .table thead :is(th, td) {
    block-size: 32px;
    color: var(--_muted);
    font-size: var(--_size-label);
  }

  .table .name {
    inline-size: 100%;
    max-inline-size: 0;
  }

  /* A name in another direction than the page's loses its own end. */
  .name > bdi {
    display: block;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
  }

  .table tbody tr:hover > * {
    background: var(--_hover);
  }

  .sort {
    align-items: center;
    appearance: none;
    background: none;
    border: 0;
    border-radius: var(--_radius-cell);
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 2px;
    line-height: 16px;
    margin: 0;
    min-block-size: 24px;
    padding: 0;
    white-space: nowrap;
  }

  .end > .sort {
    flex-direction: row-reverse;
  }

  .sort > .icon {
    block-size: 12px;
    inline-size: 12px;
    opacity: 0;
    stroke-width: 1.75;
    transition:
      opacity var(--_duration) var(--_ease),
      transform var(--_duration) var(--_ease);
  }

  button.sort:hover > .icon {
    opacity: 0.6;
  }

  button.sort:is(.ascending, .descending) > .icon {
    opacity: 1;
  }

  .sort.descending > .icon {
    transform: rotate(180deg);
  }

  .cell-label,
  .table .short {
    display: none;
  }

  .more {
    block-size: 32px;
    padding-block-start: var(--_space-2);
  }

  .more > .button {
    margin-inline-start: -6px;
  }

  .table .line {
    block-size: 10px;
    inline-size: 100%;
    min-inline-size: 32px;
  }

  @container (max-width: 560px) {
    .table.stacking,
    .table.stacking :is(thead, tbody) {
      display: block;
    }

    .table.stacking tr {
      border-block-end: 1px solid var(--_hairline);
      display: flex;
      flex-wrap: wrap;
    }

    .table.stacking :is(th, td) {
      block-size: auto;
      border: 0;
      padding: 0;
    }

    .table.stacking thead tr {
      gap: 0 var(--_space-2);
      padding-block-end: var(--_space-1);
    }

    .table.stacking thead .end > .sort {
      flex-direction: row;
    }

    .sort:not(.ascending, .descending) > .icon,
    .table.stacking .long {
      display: none;
    }

    .table.stacking .short {
      display: inline;
    }

    .table.stacking thead :is(th, td) {
      block-size: 24px;
    }

    .table.stacking tbody tr {
      align-content: center;
      gap: 0 var(--_space-3);
      min-block-size: 52px;
    }

    /* Ends the first line. */
    .table.stacking tbody tr::after {
      content: '';
      flex-basis: 100%;
      order: 1;
    }

    .table.stacking tbody :is(th, td) {
      line-height: 20px;
    }

    .table.stacking .name {
      flex: 1 1 0;
      max-inline-size: none;
      min-inline-size: 0;
    }

    .table.stacking tbody :is(.labelled, .last) {
      font-size: var(--_size-label);
      line-height: 18px;
      order: 2;
    }

    .table.stacking tbody .line {
      margin-block: 5px;
    }

    .table.stacking tbody td:not(.name) > .line {
      inline-size: 64px;
      margin-block: 4px;
    }

    .labelled > .cell-label {
      color: var(--_muted);
      display: inline;
    }

    .table.stacking tbody .last {
      margin-inline-start: auto;
      order: 3;
    }
  }

  @container (max-width: 339.98px) {
    .table.stacking tbody tr {
      min-block-size: 70px;
    }

    .table.stacking tbody .last {
      flex-basis: 100%;
      text-align: start;
    }

    .last > .cell-label {
      color: var(--_muted);
      display: inline;
    }
  }
`;
