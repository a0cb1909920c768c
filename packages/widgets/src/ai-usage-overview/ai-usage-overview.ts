import { aiUsageStats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult, type PropertyDeclarations } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { countFigure, formatNumber, formatUsd, pluralOf, usdFigure } from '../shared/format.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { aiUsageWords } from './ai-usage-overview.words.js';
import { barListSkeleton, type Bar } from '../views/bar-list/bar-list.js';
import { barListStyles } from '../views/bar-list/bar-list.styles.js';
import { FoldedBars } from '../views/bar-list/folded-bars.js';
import { factRow, factRowSkeleton } from '../views/facts/facts.js';
import { factsStyles } from '../views/facts/facts.styles.js';
import { kpiStyles } from '../views/kpi/kpi.styles.js';

type AiUsage = AnswerOf<typeof aiUsageStats>;

/**
 * What AI features used in a range: cost in US dollars, tokens, and the cost of each feature,
 * dearest first.
 *
 * @summary AI usage
 * @csspart facts - The headline numbers
 * @csspart figure - One of them
 * @csspart bars - The list of features
 * @csspart bar-row - A feature
 * @csspart bar - Its bar
 * @csspart show-all - The button that shows all features
 * @csspart none - The sentence in place of the list
 * @example
 * ```html
 * <ai-usage-overview time-range="last_90_days"></ai-usage-overview>
 * ```
 */
export class AiUsageOverview extends StatsElement<typeof aiUsageStats> {
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

  protected readonly slice = aiUsageStats;
  protected readonly metrics = ['total_cost', 'total_tokens', 'cost_by_feature'];

  protected get defaultHeading(): string {
    return aiUsageWords().heading;
  }

  protected get things(): string {
    return aiUsageWords().things;
  }

  protected override isEmpty({ total_cost, total_tokens }: AiUsage): boolean {
    return total_cost === 0 && total_tokens === 0;
  }

  protected renderAnswer(answer: AiUsage): TemplateResult {
    const text = aiUsageWords();
    const { total_cost: cost, total_tokens: tokens } = answer;
    const locale = this.language;
    const perMillion = tokens === 0 ? '–' : usdText((cost * 1e6) / tokens, locale).value;
    return html`<div class="panel">
      ${factRow([
        { label: text.cost, figure: usdFigure(cost, locale), detail: text.currency },
        {
          label: text.tokens,
          figure: countFigure(tokens, locale),
          detail: text.perToken(perMillion ?? '–'),
        },
      ])}
      ${this.#bars.render({
        parts: answer.cost_by_feature.map(({ feature_key, feature, cost }) => ({
          key: feature_key,
          label: feature,
          amount: cost,
        })),
        label: text.byFeature,
        rows: this.#rows,
        write: (amount) => usdText(amount, locale),
        more: (count) => text.moreFeatures(formatNumber(count, locale), pluralOf(count, locale)),
        add: addCosts,
        none: text.none,
        locale,
      })}
    </div>`;
  }

  protected override exportTable(answer: AiUsage, { aiUsageTable }: ExportTables): ExportTable {
    return aiUsageTable(answer, this.language);
  }

  protected renderSkeleton(): TemplateResult {
    const { cost, tokens } = aiUsageWords();
    return html`<div class="panel">
      ${factRowSkeleton([cost, tokens])} ${barListSkeleton(new Array(this.#rows).fill(undefined))}
    </div>`;
  }

  get #rows(): number {
    return Math.max(2, Math.trunc(this.rows) || 4);
  }
}

function usdText(amount: number, locale: string): Pick<Bar, 'value' | 'exact'> {
  const { parts, exact } = usdFigure(amount, locale);
  const [part] = parts;
  return { value: part?.text ?? formatUsd(amount, locale), exact };
}

/** Costs are whole millionths of a dollar. */
function addCosts(costs: readonly number[]): number {
  return costs.reduce((sum, cost) => sum + Math.round(cost * 1e6), 0) / 1e6;
}
