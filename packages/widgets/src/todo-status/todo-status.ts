import { stats, type AnswerOf, type TodoStatus as Status } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import { channelTokens } from '../shared/channel-tokens.js';
import { countFigure, formatNumber } from '../shared/format.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { todoStatusWords } from './todo-status.words.js';
import { barList, barListSkeleton, type Bar } from '../views/bar-list/bar-list.js';
import { barListStyles } from '../views/bar-list/bar-list.styles.js';
import { formatShare } from '../views/donut/format-share.js';
import { sharesOf } from '../views/donut/shares.js';
import { factRow, factRowSkeleton } from '../views/facts/facts.js';
import { factsStyles } from '../views/facts/facts.styles.js';
import { kpiStyles } from '../views/kpi/kpi.styles.js';

type Stats = AnswerOf<typeof stats>;

const colors: Record<Status, string> = {
  pending: 'var(--_calls)',
  in_progress: 'var(--_accent)',
  completed: 'var(--_good)',
  canceled: 'var(--_border-strong)',
};

const statuses = Object.keys(colors) as Status[];

/**
 * To-dos created in a range by status: all four, in their order, each with count and share of the
 * total. Shares have one decimal and add up to 100.
 *
 * @summary To-dos by status
 * @csspart facts - The headline number
 * @csspart figure - The number itself
 * @csspart bars - The list of statuses
 * @csspart bar-row - A status
 * @csspart bar - Its bar
 * @example
 * ```html
 * <todo-status member-id="m-7"></todo-status>
 * ```
 */
export class TodoStatus extends StatsElement<typeof stats> {
  static override styles: CSSResultGroup = [
    tokens,
    channelTokens,
    cardStyles,
    kpiStyles,
    factsStyles,
    barListStyles,
  ];

  protected readonly slice = stats;
  protected readonly metrics = ['total_todos', 'todo_status_counts'];

  protected get defaultHeading(): string {
    return todoStatusWords().heading;
  }

  protected get things(): string {
    return todoStatusWords().things;
  }

  protected override isEmpty({ total_todos }: Stats): boolean {
    return total_todos === 0;
  }

  protected renderAnswer({ todo_status_counts, total_todos }: Stats): TemplateResult {
    const text = todoStatusWords();
    const locale = this.language;
    const open = todo_status_counts
      .filter(({ status }) => status === 'pending' || status === 'in_progress')
      .reduce((sum, { count }) => sum + count, 0);
    return html`<div class="panel">
      ${factRow([
        {
          label: text.total,
          figure: countFigure(total_todos, locale),
          detail: text.open(formatNumber(open, locale)),
        },
      ])}
      ${barList(barsOf(todo_status_counts, locale), text.byStatus)}
    </div>`;
  }

  protected override exportTable(
    { todo_status_counts }: Stats,
    { sharesTable }: ExportTables,
  ): ExportTable {
    const text = todoStatusWords();
    const { status: label, count, share } = text;
    const counts = countsOf(todo_status_counts);
    const parts = statuses.map((status, index) => ({
      label: text.statuses[status],
      count: counts[index] ?? 0,
    }));
    return sharesTable('todos', { label, count, share }, parts, this.language);
  }

  protected renderSkeleton(): TemplateResult {
    const text = todoStatusWords();
    return html`<div class="panel">
      ${factRowSkeleton([text.total])}
      ${barListSkeleton(statuses.map((status) => text.statuses[status]))}
    </div>`;
  }
}

function countsOf(rows: Stats['todo_status_counts']): number[] {
  return statuses.map((status) => rows.find((row) => row.status === status)?.count ?? 0);
}

function barsOf(rows: Stats['todo_status_counts'], locale: string): Bar[] {
  const counts = countsOf(rows);
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const shares = sharesOf(counts);
  return statuses.map((status, index) => {
    const count = counts[index] ?? 0;
    return {
      key: status,
      label: todoStatusWords().statuses[status],
      value: formatNumber(count, locale),
      fraction: whole === 0 ? null : count / whole,
      share: formatShare(shares[index] ?? 0, count, locale),
      color: colors[status],
    };
  });
}
