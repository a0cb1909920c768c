import type { AnswerOf, BucketUnit, Filters, messagingStats, stats } from '@inlay/sdk/contract';
import type { TemplateResult } from 'lit';
import { BarChart, type BarChartData } from '../views/bar-chart/bar-chart.js';
import type { BarSeries } from '../views/bar-chart/bar-options.js';
import { barChartStyles } from '../views/bar-chart/bar-chart.styles.js';
import { bucketsOf, type Bucket } from '../views/bar-chart/buckets.js';
import { plotStyles } from '../views/plot.styles.js';
import { cardStyles } from './card.styles.js';
import { channelTokens } from './channel-tokens.js';
import type { ExportTable, ExportTables } from './export-table.js';
import { formatNumber } from './format.js';
import { Memo } from './memo.js';
import { filtersOf, fireSelect, rangeOf, type SelectedRange } from './select-event.js';
import { StatsElement } from './stats-element.js';
import { datesOf } from './status-line.js';
import { tokens } from './tokens.js';
import { activityWords } from './activity.words.js';

type Bucketed = typeof stats | typeof messagingStats;

/** `detail` of `inlay-select` of a chart of activity. */
export interface BucketSelection {
  /** Start of the bucket's whole period, as the answer has it: `2026-03-02`, or an hour's instant. */
  date: string;
  unit: BucketUnit;
  /** First and last local date of the bucket that the range holds; asked for, they give its count. */
  from: string;
  to: string;
  /** Local hour 0–23 of a bucket that is an hour, else `null`. */
  hour: number | null;
  /** All that the bucket counts, whatever series are hidden. */
  count: number;
  range: SelectedRange;
  filters: Filters;
}

/** Counts per bucket. */
export interface Activity {
  /** The `date` of every bucket. */
  readonly dates: readonly string[];
  /** Parts of the counts, from the axis outwards. */
  readonly series: readonly BarSeries[];
}

/**
 * What happened per bucket of time, as stacked bars: hours, days, weeks, months or years, as the
 * range is long. The axis is written in the reader's language, in dates of the organization. The
 * numbers are there as a table too, and as CSV; the drawing as PNG.
 *
 * Draws with ECharts, which is fetched when the first chart of the page is seen.
 *
 * @fires {CustomEvent<BucketSelection>} inlay-select - A bar was chosen by click or Enter
 * @csspart figure - Summary and drawing
 * @csspart summary - The sentence above the drawing
 * @csspart plot - The room of the drawing
 * @csspart drawing - What ECharts draws
 * @csspart buckets - The buckets, to be pointed at and moved in
 * @csspart bucket - A bucket
 * @csspart legend - The legend
 * @csspart legend-item - The button of a series
 * @csspart tooltip - The tooltip
 * @cssprop [--inlay-chart-height=220px] - Height of the drawing, at least 160px
 */
export abstract class ActivityElement<S extends Bucketed> extends StatsElement<S> {
  static override styles = [tokens, channelTokens, cardStyles, plotStyles, barChartStyles];

  readonly #chart = new BarChart(this, {
    select: (bucket, index) => this.#select(bucket, index),
    viewTable: () => this.toggleTable(),
  });
  readonly #drawn = new Memo<BarChartData>();

  /** Name of its files. */
  protected abstract readonly filename: string;
  /** Head of the totals. */
  protected abstract readonly totalLabel: string;
  /** The counts of an answer; without one, the series that there always are. */
  protected abstract activityOf(answer: AnswerOf<S> | undefined): Activity;
  /** A count with what is counted: `42 calls`. */
  protected abstract amount(count: number): string;
  /** A bucket's count and its parts in words: `42 calls, 30 connected`. */
  protected abstract describe(count: number, parts: ReadonlyMap<string, number>): string;

  protected override isEmpty(answer: AnswerOf<S>): boolean {
    return totalsOf(this.activityOf(answer)).every((count) => count === 0);
  }

  protected override renderActions(answer: AnswerOf<S> | undefined): TemplateResult {
    const unseen = answer === undefined || this.isEmpty(answer);
    return this.#chart.renderLegend(this.activityOf(answer).series, unseen);
  }

  protected renderAnswer(answer: AnswerOf<S>): TemplateResult {
    const from = [answer, this.language, this.label, activityWords()];
    return this.#chart.render(this.#drawn.of(from, () => this.#dataOf(answer)));
  }

  protected renderSkeleton(): TemplateResult {
    return this.#chart.renderSkeleton();
  }

  protected override exportTable(
    answer: AnswerOf<S>,
    { activityTable }: ExportTables,
  ): ExportTable {
    const { filename, totalLabel, language: locale } = this;
    const activity = this.activityOf(answer);
    return activityTable(activity, totalsOf(activity), {
      filename,
      totalLabel,
      unit: unitOf(answer),
      locale,
    });
  }

  protected override exportImage(): Promise<Blob> {
    return this.#chart.image(this.label);
  }

  #dataOf(answer: AnswerOf<S>): BarChartData {
    const activity = this.activityOf(answer);
    const { meta } = answer;
    const totals = totalsOf(activity);
    const locale = this.language;
    const buckets = bucketsOf(activity.dates, {
      unit: unitOf(answer),
      from: meta.from ?? '',
      to: meta.to ?? '',
      locale,
      currentYear: Number(meta.generated_at.slice(0, 4)),
    });
    return {
      buckets,
      unit: unitOf(answer),
      series: activity.series,
      label: this.label,
      dates: datesOf(meta, locale),
      summary: this.#summaryOf(buckets, totals),
      totalLabel: this.totalLabel,
      amount: (bucket) => this.describe(totals[bucket] ?? 0, partsOf(activity, bucket)),
      locale,
    };
  }

  #summaryOf(buckets: readonly Bucket[], totals: readonly number[]): string {
    const largest = Math.max(...totals);
    const peak = buckets[totals.indexOf(largest)]?.name ?? '';
    const total = totals.reduce((sum, count) => sum + count, 0);
    const count = formatNumber(largest, this.language);
    return activityWords().summary(this.amount(total), peak, count);
  }

  #select({ date, from, to }: Bucket, index: number): void {
    const { state } = this;
    if (!('answer' in state)) return;
    const { answer } = state;
    const unit = unitOf(answer);
    const detail: BucketSelection = {
      date,
      unit,
      from,
      to,
      hour: unit === 'hour' ? Number(date.slice(11, 13)) : null,
      count: totalsOf(this.activityOf(answer))[index] ?? 0,
      range: rangeOf(answer.meta),
      filters: filtersOf(this.query()),
    };
    fireSelect(this, detail);
  }
}

function unitOf({ meta }: Pick<AnswerOf<Bucketed>, 'meta'>): BucketUnit {
  return meta.bucket ?? 'day';
}

function totalsOf({ dates, series }: Activity): number[] {
  return dates.map((_, bucket) =>
    series.reduce((sum, { values }) => sum + (values[bucket] ?? 0), 0),
  );
}

function partsOf({ series }: Activity, bucket: number): ReadonlyMap<string, number> {
  return new Map(series.map(({ key, values }) => [key, values[bucket] ?? 0]));
}
