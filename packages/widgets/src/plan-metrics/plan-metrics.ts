import { planStats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { countFigure, formatNumber, formatPercent, pluralOf } from '../shared/format.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { planMetricsWords } from './plan-metrics.words.js';
import { barList, barListSkeleton, type Bar } from '../views/bar-list/bar-list.js';
import { barListStyles } from '../views/bar-list/bar-list.styles.js';
import { factRow, factRowSkeleton } from '../views/facts/facts.js';
import { factsStyles } from '../views/facts/facts.styles.js';
import { kpiStyles } from '../views/kpi/kpi.styles.js';

type Plans = AnswerOf<typeof planStats>;

/**
 * Plans as they stand now, whatever the time range: active plans, contacts in them, and how many of
 * the plans that have ended were completed.
 *
 * @summary Plan metrics
 * @csspart facts - The headline numbers
 * @csspart figure - One of them
 * @csspart bars - The list with the completion rate
 * @csspart bar-row - The completion rate
 * @csspart bar - Its bar
 * @example
 * ```html
 * <plan-metrics></plan-metrics>
 * ```
 */
export class PlanMetrics extends StatsElement<typeof planStats> {
  static override styles: CSSResultGroup = [
    tokens,
    cardStyles,
    kpiStyles,
    factsStyles,
    barListStyles,
  ];

  protected readonly slice = planStats;
  protected readonly metrics = [
    'total_plans',
    'active_plans',
    'contacts_in_active_plans',
    'completion_rate',
  ];

  protected get defaultHeading(): string {
    return planMetricsWords().heading;
  }

  protected get things(): string {
    return planMetricsWords().things;
  }

  protected override isEmpty({ total_plans }: Plans): boolean {
    return total_plans === 0;
  }

  protected renderAnswer(answer: Plans): TemplateResult {
    const text = planMetricsWords();
    const locale = this.language;
    const total = formatNumber(answer.total_plans, locale);
    return html`<div class="panel">
      ${factRow([
        {
          label: text.active,
          figure: countFigure(answer.active_plans, locale),
          detail: text.of(total, pluralOf(answer.total_plans, locale)),
        },
        {
          label: text.contacts,
          figure: countFigure(answer.contacts_in_active_plans, locale),
          detail: text.inActive,
        },
      ])}
      ${barList([completionBar(answer.completion_rate, locale)], text.rates)}
    </div>`;
  }

  protected override exportTable(answer: Plans, { plansTable }: ExportTables): ExportTable {
    return plansTable(answer);
  }

  protected renderSkeleton(): TemplateResult {
    const { active, contacts, completionRate } = planMetricsWords();
    return html`<div class="panel">
      ${factRowSkeleton([active, contacts])} ${barListSkeleton([completionRate])}
    </div>`;
  }
}

function completionBar(rate: number | null, locale: string): Bar {
  const text = planMetricsWords();
  return {
    key: 'completion',
    label: text.completionRate,
    value: rate === null ? null : formatPercent(rate, locale),
    exact: rate === null ? undefined : formatPercent(rate, locale, 2),
    reason: text.noCompletion,
    fraction: rate === null ? null : rate / 100,
  };
}
