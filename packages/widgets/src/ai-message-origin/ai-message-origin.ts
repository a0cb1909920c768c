import { aiMessageOriginStats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult, type PropertyDeclarations } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { countFigure, formatNumber, percentFigure, pluralOf } from '../shared/format.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { aiOriginWords } from './ai-message-origin.words.js';
import { aiUsageWords } from '../ai-usage-overview/ai-usage-overview.words.js';
import { barListSkeleton } from '../views/bar-list/bar-list.js';
import { barListStyles } from '../views/bar-list/bar-list.styles.js';
import { FoldedBars } from '../views/bar-list/folded-bars.js';
import { factRow, factRowSkeleton } from '../views/facts/facts.js';
import { factsStyles } from '../views/facts/facts.styles.js';
import { kpiStyles } from '../views/kpi/kpi.styles.js';

type AiOrigin = AnswerOf<typeof aiMessageOriginStats>;

/**
 * Which of the outbound messages of a range an AI feature composed: how many, their share, and how
 * many each feature composed, most first.
 *
 * @summary AI-composed messages
 * @csspart facts - The headline numbers
 * @csspart figure - One of them
 * @csspart bars - The list of features
 * @csspart bar-row - A feature
 * @csspart bar - Its bar
 * @csspart show-all - The button that shows all features
 * @csspart none - The sentence in place of the list
 * @example
 * ```html
 * <ai-message-origin rows="4"></ai-message-origin>
 * ```
 */
export class AiMessageOrigin extends StatsElement<typeof aiMessageOriginStats> {
  static override properties: PropertyDeclarations = {
    rows: { type: Number },
  };

  static override styles: CSSResultGroup = [
    tokens,
    cardStyles,
    kpiStyles,
    factsStyles,
    barListStyles,
  ];

  readonly #bars = new FoldedBars(this);

  /** How many rows of features are shown until the reader asks for all; at least 2. */
  rows = 4;

  protected readonly slice = aiMessageOriginStats;
  protected readonly metrics = ['total_outbound', 'ai_message_count', 'ai_share', 'by_feature'];

  protected get defaultHeading(): string {
    return aiOriginWords().heading;
  }

  protected get things(): string {
    return aiOriginWords().things;
  }

  protected override isEmpty({ total_outbound }: AiOrigin): boolean {
    return total_outbound === 0;
  }

  protected renderAnswer(answer: AiOrigin): TemplateResult {
    const text = aiOriginWords();
    const locale = this.language;
    const { ai_message_count: count, ai_share: share, total_outbound: total } = answer;
    return html`<div class="panel">
      ${factRow([
        {
          label: text.count,
          figure: countFigure(count, locale),
          detail: text.of(formatNumber(total, locale)),
        },
        {
          label: text.share,
          figure: share === null ? null : percentFigure(share, locale),
          detail: text.ofOutbound,
        },
      ])}
      ${this.#list(answer)}
    </div>`;
  }

  protected override exportTable(answer: AiOrigin, { aiMessagesTable }: ExportTables): ExportTable {
    return aiMessagesTable(answer, this.language);
  }

  protected renderSkeleton(): TemplateResult {
    const { count, share } = aiOriginWords();
    return html`<div class="panel">
      ${factRowSkeleton([count, share])} ${barListSkeleton(new Array(this.#rows).fill(undefined))}
    </div>`;
  }

  get #rows(): number {
    return Math.max(2, Math.trunc(this.rows) || 4);
  }

  #list({ by_feature }: AiOrigin): TemplateResult {
    const locale = this.language;
    const { moreFeatures } = aiUsageWords();
    return this.#bars.render({
      parts: by_feature.map(({ feature_key, feature, count }) => ({
        key: feature_key,
        label: feature,
        amount: count,
      })),
      label: aiOriginWords().byFeature,
      rows: this.#rows,
      write: (count) => ({ value: formatNumber(count, locale) }),
      more: (count) => moreFeatures(formatNumber(count, locale), pluralOf(count, locale)),
      add: (counts) => counts.reduce((sum, count) => sum + count, 0),
      none: aiOriginWords().none,
      locale,
    });
  }
}
