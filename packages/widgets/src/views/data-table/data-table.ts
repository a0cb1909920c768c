import { html, nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { tableWords } from './data-table.words.js';
import { sortRows, type SortDirection, type SortValue } from './sort-rows.js';

/** A column of a table. The first one carries the row's name and is its header. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** A shorter label for where a row takes two lines. */
  readonly short?: string;
  /** What stands in the cell. */
  readonly cell: (row: Row) => unknown;
  /** The first column's text in full, where its cell is more than text. */
  readonly title?: (row: Row) => string;
  /** What the column sorts by; without it, it does not sort. */
  readonly sortBy?: (row: Row) => SortValue;
  /** The direction of the first click on its header; ascending if not given. */
  readonly sortsFirst?: SortDirection;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /**
   * Where a row takes two lines: `lead` is beside the name, `last` at the end of the second line
   * without a label; without it, the cell follows its label. A variant may have places of its own,
   * which are classes of its cells.
   */
  readonly place?: string;
}

/** What the table draws. */
export interface TableData<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Name of the table for assistive technology. */
  readonly label: string;
  /** Rows shown until the reader asks for all. */
  readonly limit: number;
  readonly locale: string;
  /** Draws each row; by Lit's `repeat` where what a row holds has a state of its own. */
  readonly each?: (rows: readonly Row[], draw: (row: Row) => unknown) => unknown;
  /** What opens beneath a row, over its whole width; nothing for most. */
  readonly below?: (row: Row) => unknown;
  /** Class of a table whose rows lay themselves out otherwise where it is narrow. */
  readonly variant?: string;
}

/** The layout of `dataTableStyles`: two lines a row, cells after their labels. */
const stacking = 'stacking';

interface Sorting {
  readonly key: string;
  readonly direction: SortDirection;
}

const drawEach = <Row>(rows: readonly Row[], draw: (row: Row) => unknown): unknown =>
  rows.map(draw);

const arrow = svg`<path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7"></path>`;

/**
 * A table with sortable headers that shows its first rows and, on request, all. Where its element
 * is narrow a row takes two lines: the name and what leads, and then the other cells after the label
 * of their column. Roles are written out, since that layout takes the native ones away.
 * Parts: `table`, `row`, `sort`, `button show-all`.
 */
export class DataTable<Row> {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #sorting: Sorting | undefined;
  #all = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  render(data: TableData<Row>): TemplateResult {
    const { columns, rows, label, limit, below, each = drawEach, variant = stacking } = data;
    const shown = this.#sorted(data).slice(0, this.#all ? rows.length : limit);
    return html`<div class="table-box">
      <table class="table ${variant}" part="table" role="table" aria-label=${label}>
        <thead>
          <tr role="row">
            ${columns.map((column) => this.#header(column))}
          </tr>
        </thead>
        <tbody>
          ${each(shown, (row) => [tableRow(columns, row), rowBelow(below?.(row))])}
        </tbody>
      </table>
      <div class="more">${rows.length > limit ? this.#more(data) : nothing}</div>
    </div>`;
  }

  #header(column: Column<Row>): TemplateResult {
    const { key, align = 'start', place = '', sortBy } = column;
    const direction = this.#sorting?.key === key ? this.#sorting.direction : undefined;
    const content = sortBy
      ? html`<button
          class="sort ${direction ?? ''}"
          part="sort"
          type="button"
          @click=${() => this.#sortBy(column)}
        >
          ${labels(column)}<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${arrow}</svg>
        </button>`
      : labels(column);
    return html`<th
      scope="col"
      role="columnheader"
      class="${align} ${place}"
      aria-sort=${direction ?? nothing}
    >
      ${content}
    </th>`;
  }

  #more({ rows, limit, locale }: TableData<Row>): TemplateResult {
    const { showAll, showFewer } = tableWords();
    const text = this.#all
      ? showFewer(formatNumber(limit, locale))
      : showAll(formatNumber(rows.length, locale));
    return html`<button
      class="button text"
      part="button show-all"
      type="button"
      aria-expanded=${this.#all ? 'true' : 'false'}
      @click=${() => this.#toggle()}
    >
      ${text}
    </button>`;
  }

  #sorted({ columns, rows, locale }: TableData<Row>): readonly Row[] {
    const sorting = this.#sorting;
    const sortBy = columns.find(({ key }) => key === sorting?.key)?.sortBy;
    return sorting && sortBy ? sortRows(rows, sortBy, sorting.direction, locale) : rows;
  }

  #sortBy({ key, sortsFirst = 'ascending' }: Column<Row>): void {
    const other = sortsFirst === 'ascending' ? 'descending' : 'ascending';
    const again = this.#sorting?.key === key && this.#sorting.direction === sortsFirst;
    this.#sorting = { key, direction: again ? other : sortsFirst };
    this.#host.requestUpdate();
  }

  #toggle(): void {
    this.#all = !this.#all;
    this.#host.requestUpdate();
  }
}

function tableRow<Row>(columns: readonly Column<Row>[], row: Row): TemplateResult {
  const [name, ...rest] = columns;
  if (!name) return html``;
  const content = name.cell(row);
  return html`<tr role="row" part="row">
    <th scope="row" role="rowheader" class="name" title=${name.title?.(row) ?? String(content)}>
      <bdi>${content}</bdi>
    </th>
    ${rest.map(
      ({ label, short = label, align = 'start', place = 'labelled', cell }) =>
        html`<td role="cell" class="${align} ${place}">
          <span class="cell-label" aria-hidden="true">${short}</span> ${cell(row)}
        </td>`,
    )}
  </tr>`;
}

function rowBelow(content: unknown): unknown {
  if (content === undefined || content === nothing) return nothing;
  return html`<tr class="below" role="row">
    <td role="cell">${content}</td>
  </tr>`;
}

/** One of the two is seen. */
function labels({ label, short = label }: Pick<Column<never>, 'label' | 'short'>): TemplateResult {
  return html`<span class="long">${label}</span><span class="short">${short}</span>`;
}

/** As large as a table of so many rows that has more. */
export function tableSkeleton<Row>(
  columns: readonly Column<Row>[],
  rowCount: number,
  variant: string = stacking,
): TemplateResult {
  const bones = columns.map(
    ({ align = 'start', place = 'labelled' }, index) =>
      html`<td class=${index === 0 ? 'name' : `${align} ${place}`}>
        <span class="bone line"></span>
      </td>`,
  );
  return html`<div class="table-box">
    <table class="table ${variant}" role="presentation">
      <thead>
        <tr>
          ${columns.map(
            (column) =>
              html`<td class="${column.align ?? 'start'} ${column.place ?? ''}">
                ${column.sortBy ? sortRoom(column) : labels(column)}
              </td>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: rowCount },
          () =>
            html`<tr>
              ${bones}
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="more"></div>
  </div>`;
}

/** The room of a button that sorts. */
function sortRoom<Row>(column: Column<Row>): TemplateResult {
  return html`<span class="sort"
    >${labels(column)}<svg class="icon" viewBox="0 0 16 16"></svg
  ></span>`;
}
