import { messagingStats, stats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type TemplateResult, type PropertyDeclarations } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { formatHour, formatNumber, formatWeekday } from '../shared/format.js';
import { fireSelect, rangeOf, type SelectedRange } from '../shared/select-event.js';
import type { SliceState } from '../shared/slice-task.js';
import { StatsElement, type Frame } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { heatmapWords } from '../views/heatmap-grid/heatmap-grid.words.js';
import { heatLegend, heatLegendSkeleton } from '../views/heatmap-grid/heat-legend.js';
import { heatSteps, type HeatScale } from '../views/heatmap-grid/heat-steps.js';
import { HeatmapGrid } from '../views/heatmap-grid/heatmap-grid.js';
import { heatmapGridStyles } from '../views/heatmap-grid/heatmap-grid.styles.js';
import { summarize, weekOf, type Week, type WeekCell } from '../views/heatmap-grid/week.js';
import { plotStyles } from '../views/plot.styles.js';
import { heatColor } from './heat-color.js';

type CallsOrMessages = typeof stats | typeof messagingStats;
type Answer = AnswerOf<CallsOrMessages>;

/** What a heatmap counts. */
export type HeatmapSource = 'calls' | 'messages';

/** `detail` of `inlay-select` of a heatmap. */
export interface HourSelection {
  /** ISO weekday, 1 = Monday. */
  weekday: number;
  /** Local hour, 0–23. */
  hour: number;
  count: number;
  /** `null` with cells of the host's own. */
  range: SelectedRange | null;
}

const colors: Record<HeatmapSource, string> = {
  calls: 'rgb(239 68 68)',
  messages: 'rgb(59 130 246)',
};

/**
 * Calls or messages by weekday and local hour of the organization, Monday first. Seven rows of 24
 * cells; 24 rows of seven where the element is narrower than 600 px. Five steps of colour, of equal
 * width up to the largest count, or equally filled; zero is an empty cell.
 *
 * With `cells` it draws the host's own counts and fetches nothing.
 *
 * @summary Heatmap of a week
 * @fires {CustomEvent<HourSelection>} inlay-select - A cell was chosen by click or Enter
 * @csspart summary - The sentence above the grid
 * @csspart grid - The grid
 * @csspart cell - A cell
 * @csspart legend - The legend
 * @csspart tooltip - The tooltip
 * @example
 * ```html
 * <dash-heatmap source="calls" color="239,68,68"></dash-heatmap>
 * ```
 */
export class DashHeatmap extends StatsElement<CallsOrMessages> {
  static override properties: PropertyDeclarations = {
    source: {},
    color: {},
    itemLabel: { attribute: 'item-label' },
    scale: {},
    cells: { attribute: false },
    maxCount: { type: Number, attribute: 'max-count' },
  };

  static override styles = [tokens, cardStyles, plotStyles, heatmapGridStyles];

  readonly #grid = new HeatmapGrid(this, (cell) => this.#select(cell));
  #laidOut: { readonly cells: readonly WeekCell[]; readonly week: Week } | undefined;

  /** `calls` or `messages`. */
  source: HeatmapSource = 'calls';
  /** Colour of the steps as `R,G,B`; red for calls and blue for messages without it. */
  color?: string | undefined;
  /** What is counted, plural and lower case. Without: `calls` or `messages`. */
  itemLabel?: string | undefined;
  /** `linear`: steps of equal width. `quantile`: steps that hold equally many cells. */
  scale: HeatScale = 'linear';
  /**
   * Counts of the host's own. While there are any, nothing is fetched. A place that is left out
   * shows as "no data".
   */
  cells?: readonly WeekCell[] | undefined;
  /** What the deepest step stands for; several heatmaps may share it. Without: the largest count. */
  maxCount?: number | undefined;

  protected get slice(): CallsOrMessages {
    return this.#source === 'messages' ? messagingStats : stats;
  }

  protected get metrics(): readonly string[] {
    return this.cells ? [] : ['call_heatmap', 'message_heatmap'];
  }

  protected get defaultHeading(): string {
    return heatmapWords().headings[this.#source];
  }

  protected get things(): string {
    return this.itemLabel || heatmapWords().things[this.#source];
  }

  /** With cells of the host's own there is nothing to ask, and an answer without anything in it. */
  protected override get state(): SliceState<Answer> {
    return this.cells ? { kind: 'ready', answer: {} as Answer, pending: false } : super.state;
  }

  protected override query(): ReturnType<StatsElement<CallsOrMessages>['query']> {
    return this.cells ? undefined : super.query();
  }

  protected override isEmpty(answer: Answer): boolean {
    return summarize(this.#weekOf(answer)).total === 0;
  }

  protected override renderFrame(frame: Frame): TemplateResult {
    return super.renderFrame(this.cells ? { ...frame, status: html`` } : frame);
  }

  protected renderAnswer(answer: Answer): TemplateResult {
    const week = this.#weekOf(answer);
    const counts = week.flat().map((count) => count ?? 0);
    const scale = this.scale === 'quantile' ? 'quantile' : 'linear';
    const steps = heatSteps(counts, scale, this.maxCount);
    const locale = this.language;
    const color = heatColor(this.color) ?? colors[this.#source];
    const summary = this.#summary(week);
    return html`<figure class="plot" part="figure">
      <figcaption class="summary" part="summary" title=${summary}><bdi>${summary}</bdi></figcaption>
      ${this.#grid.render({
        week,
        steps,
        label: heatmapWords().grid(this.things),
        amount: (count) => this.#amount(count),
        color,
        locale,
      })}
      ${heatLegend(steps, scale, color, locale)}
    </figure>`;
  }

  protected override exportTable(answer: Answer, { weekTable }: ExportTables): ExportTable {
    return weekTable(this.#weekOf(answer), {
      filename: `${this.#source}-by-hour`,
      things: this.things,
      locale: this.language,
    });
  }

  protected renderSkeleton(): TemplateResult {
    return html`<div class="plot">
      <div class="summary"><span class="bone"></span></div>
      ${this.#grid.renderSkeleton(this.language)} ${heatLegendSkeleton()}
    </div>`;
  }

  get #source(): HeatmapSource {
    return this.source === 'messages' ? 'messages' : 'calls';
  }

  /** The same object while the cells are the same, so that the grid is not drawn anew. */
  #weekOf(answer: Answer): Week {
    const cells = this.cells ?? cellsOf(answer);
    if (this.#laidOut?.cells !== cells) this.#laidOut = { cells, week: weekOf(cells) };
    return this.#laidOut.week;
  }

  #summary(week: Week): string {
    const { total, peak } = summarize(week);
    if (!peak) return this.#amount(total);
    const locale = this.language;
    return heatmapWords().summary(
      this.#amount(total),
      formatWeekday(peak.day, locale, 'long'),
      formatHour(peak.hour, locale),
      formatNumber(peak.count, locale),
    );
  }

  #amount(count: number): string {
    const { amount, single, things } = heatmapWords();
    const ownWord = this.itemLabel && this.itemLabel !== things[this.#source];
    const isOne = count === 1 && !ownWord;
    const thing = isOne ? single[this.#source] : this.things;
    return amount(formatNumber(count, this.language), thing);
  }

  #select({ day, hour, count }: WeekCell): void {
    const { state } = this;
    if (!('answer' in state)) return;
    const range = this.cells ? null : rangeOf(state.answer.meta);
    const detail: HourSelection = { weekday: day, hour, count, range };
    fireSelect(this, detail);
  }
}

function cellsOf(answer: Answer): readonly WeekCell[] {
  return 'call_heatmap' in answer ? answer.call_heatmap : answer.message_heatmap;
}
