import {
  messagingStats,
  type AnswerOf,
  type Meta,
  type PhoneResponse,
  type QueryOf,
  type UnansweredBy,
} from '@inlay/sdk/contract';
import { html, type TemplateResult, type PropertyDeclarations } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables, FurtherTable } from '../shared/export-table.js';
import { countFigure, formatNumber, pluralOf } from '../shared/format.js';
import { announceNavigation, expandUrl } from '../shared/links.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { responseInsightsWords } from './response-insights.words.js';
import { changeStyles } from '../views/change/change.styles.js';
import { DataTable, tableSkeleton } from '../views/data-table/data-table.js';
import { dataTableStyles } from '../views/data-table/data-table.styles.js';
import { HourStrip, hourStripSkeleton } from '../views/hour-strip/hour-strip.js';
import { hourStripStyles } from '../views/hour-strip/hour-strip.styles.js';
import { figureStyles } from '../views/kpi/figure.styles.js';
import { kpiFigure } from '../views/kpi/kpi.js';
import type { RateBounds } from '../views/rate-grade/grade-rate.js';
import { rateGradeStyles } from '../views/rate-grade/rate-grade.styles.js';
import { phoneColumns } from './phone-columns.js';
import { fact, responseFacts } from './response-facts.js';
import { styles } from './response-insights.styles.js';

type Messaging = AnswerOf<typeof messagingStats>;
type Insights = Messaging['response_insights'];

/** `detail` of `inlay-navigate` of response insights. */
export interface UnansweredNavigation {
  href: string;
  target: 'unanswered';
  count: number;
}

/**
 * How incoming messages were answered: average first response time, what is unanswered, the
 * response rate with its grade, unanswered by local hour, and a table per phone. What counts as one
 * (a waiting run, or every message) is said by the definitions.
 *
 * @summary Response times
 * @fires {CustomEvent<UnansweredNavigation>} inlay-navigate - The unanswered count was followed.
 *   Cancelable: prevented, the browser does not follow the link
 * @csspart facts - The three headline numbers
 * @csspart unanswered-link - The unanswered count as a link
 * @csspart grade - A grade; also `grade-good`, `grade-warning`, `grade-poor`
 * @csspart change - How a number has changed; also `change-good`, `change-bad`, `change-neutral`
 * @csspart hours - The strip of hours
 * @csspart hour - An hour of the strip
 * @csspart bar - The bar of an hour
 * @csspart hours-table - The button that shows the hours as a table
 * @csspart table - The table of phones; the hours as a table
 * @csspart row - A row of the table of phones
 * @csspart sort - The button in a column's header
 * @csspart show-all - The button that shows all phones
 * @example
 * ```html
 * <response-insights unanswered-href="/inbox?unanswered" good-from="85"></response-insights>
 * ```
 */
export class ResponseInsights extends StatsElement<typeof messagingStats> {
  static override properties: PropertyDeclarations = {
    unansweredBy: { attribute: 'unanswered-by' },
    unansweredHref: { attribute: 'unanswered-href' },
    goodFrom: { type: Number, attribute: 'good-from' },
    warningFrom: { type: Number, attribute: 'warning-from' },
    rows: { type: Number },
  };

  static override styles = [
    tokens,
    cardStyles,
    figureStyles,
    changeStyles,
    dataTableStyles,
    hourStripStyles,
    rateGradeStyles,
    styles,
  ];

  readonly #table = new DataTable<PhoneResponse>(this);
  readonly #hours = new HourStrip(this);

  /**
   * What one unanswered thing is: `run`, a contact's messages in a row without a reply, or
   * `message`, each message by itself.
   */
  unansweredBy: UnansweredBy = 'run';
  /**
   * Where the unanswered count leads: a URL template that may name `{from}`, `{to}` and
   * `{time_range}` of the numbers shown. Only http, https, mailto, tel and relative URLs.
   */
  unansweredHref?: string | undefined;
  /** The response rate, in percent, from which on it is good. */
  goodFrom = 80;
  /** The response rate, in percent, from which on it is a warning; below, it is poor. */
  warningFrom = 60;
  /** How many phones are shown until the reader asks for all. */
  rows = 8;

  protected readonly slice = messagingStats;

  protected readonly metrics = [
    'response_insights.avg_response_time_secs',
    'response_insights.unanswered_count',
    'response_insights.response_rate',
    'response_insights.unresponded_by_hour',
    'response_insights.by_phone',
  ];
  protected override get when(): string | null {
    return this.#unit === 'message' ? 'unanswered_by=message' : null;
  }

  protected get defaultHeading(): string {
    return responseInsightsWords().heading;
  }

  protected get things(): string {
    return responseInsightsWords().things[this.#unit];
  }

  /** `run` is the server's own default and stays out, so that other elements share the request. */
  protected override query(): QueryOf<typeof messagingStats> | undefined {
    const query = super.query();
    return query && this.#unit === 'message' ? { ...query, unanswered_by: 'message' } : query;
  }

  protected override isEmpty({ response_insights }: Messaging): boolean {
    return response_insights.by_phone.length === 0;
  }

  protected renderAnswer(answer: Messaging): TemplateResult {
    const { response_insights } = answer;
    return html`<div class="stack">
      <div class="ghost" aria-hidden="true" inert>${this.renderSkeleton()}</div>
      <div class="insights">
        ${this.#facts(answer)} ${this.#phones(response_insights)} ${this.#strip(response_insights)}
      </div>
    </div>`;
  }

  protected override exportTable(
    { response_insights }: Messaging,
    { phoneTable }: ExportTables,
  ): ExportTable {
    return phoneTable(response_insights.by_phone, this.language);
  }

  protected override furtherTables(
    { response_insights }: Messaging,
    { hourTable }: ExportTables,
  ): FurtherTable[] {
    return [hourTable(response_insights, this.language)];
  }

  protected renderSkeleton(): TemplateResult {
    const text = responseInsightsWords();
    const figure = html`<span class="bone figure-bone"></span>`;
    const detail = html`<span class="bone detail-bone"></span>`;
    const labels = [text.average, text.unanswered, text.rate];
    return html`<div class="insights">
      <dl class="facts">${labels.map((label) => fact({ label, figure, detail }))}</dl>
      ${tableSkeleton(phoneColumns(this.#bounds, this.language), this.#limit)}
      ${hourStripSkeleton(text.byHour, this.language)}
    </div>`;
  }

  get #unit(): UnansweredBy {
    return this.unansweredBy === 'message' ? 'message' : 'run';
  }

  get #bounds(): RateBounds {
    const { goodFrom, warningFrom } = this;
    return { goodFrom, warningFrom };
  }

  get #limit(): number {
    return Math.max(1, Math.trunc(this.rows) || 8);
  }

  #facts(answer: Messaging): TemplateResult {
    const unanswered = this.#unanswered(answer.response_insights, answer.meta);
    const facts = responseFacts(answer, unanswered, this.#bounds, this.language);
    return html`<dl class="facts" part="facts">${facts.map(fact)}</dl>`;
  }

  #unanswered({ unanswered_count: count, unanswered_by }: Insights, meta: Meta): TemplateResult {
    const figure = kpiFigure(countFigure(count, this.language), '');
    const { from, to, time_range } = meta;
    const href = expandUrl(this.unansweredHref, { from, to, time_range });
    if (!href) return figure;
    const detail: UnansweredNavigation = { href, target: 'unanswered', count };
    return html`<a
      part="unanswered-link"
      href=${href}
      aria-label=${this.#amount(count, unanswered_by)}
      @click=${(event: MouseEvent) => announceNavigation(this, event, { ...detail })}
      >${figure}</a
    >`;
  }

  #phones({ by_phone }: Insights): TemplateResult {
    return this.#table.render({
      columns: phoneColumns(this.#bounds, this.language),
      rows: by_phone,
      label: responseInsightsWords().byPhone,
      limit: this.#limit,
      locale: this.language,
    });
  }

  #strip({ unresponded_by_hour, unanswered_by }: Insights): TemplateResult {
    const { byHour, unanswered } = responseInsightsWords();
    const counts = new Array<number>(24).fill(0);
    for (const { hour, count } of unresponded_by_hour) counts[hour] = count;
    return this.#hours.render({
      counts,
      title: byHour,
      unit: unanswered,
      amount: (count) => this.#amount(count, unanswered_by),
      locale: this.language,
    });
  }

  #amount(count: number, unit: UnansweredBy): string {
    const text = responseInsightsWords();
    const things = text.units[unit](pluralOf(count, this.language));
    return text.unit(formatNumber(count, this.language), things);
  }
}
