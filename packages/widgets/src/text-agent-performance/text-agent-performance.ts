import { textAgentStats, type AnswerOf } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { countFigure, formatNumber, formatPercent } from '../shared/format.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { textAgentWords } from './text-agent-performance.words.js';
import { barList, barListSkeleton, type Bar } from '../views/bar-list/bar-list.js';
import { barListStyles } from '../views/bar-list/bar-list.styles.js';
import { factRow, factRowSkeleton } from '../views/facts/facts.js';
import { factsStyles } from '../views/facts/facts.styles.js';
import { kpiStyles } from '../views/kpi/kpi.styles.js';

type TextAgent = AnswerOf<typeof textAgentStats>;

/**
 * What the text agent suggested in a range: how much, how often it replied by itself, how sure it
 * was (0–1), and how often it called for a person.
 *
 * @summary Text agent performance
 * @csspart facts - The headline number
 * @csspart figure - The number itself
 * @csspart bars - The list of rates
 * @csspart bar-row - A rate
 * @csspart bar - Its bar
 * @example
 * ```html
 * <text-agent-performance team-id="support"></text-agent-performance>
 * ```
 */
export class TextAgentPerformance extends StatsElement<typeof textAgentStats> {
  static override styles: CSSResultGroup = [
    tokens,
    cardStyles,
    kpiStyles,
    factsStyles,
    barListStyles,
  ];

  protected readonly slice = textAgentStats;
  protected readonly metrics = [
    'total_suggestions',
    'auto_reply_count',
    'auto_reply_rate',
    'avg_confidence',
    'escalation_count',
    'escalation_rate',
  ];

  protected get defaultHeading(): string {
    return textAgentWords().heading;
  }

  protected get things(): string {
    return textAgentWords().things;
  }

  protected override isEmpty({ total_suggestions }: TextAgent): boolean {
    return total_suggestions === 0;
  }

  protected renderAnswer(answer: TextAgent): TemplateResult {
    const text = textAgentWords();
    const locale = this.language;
    return html`<div class="panel">
      ${factRow([
        {
          label: text.suggestions,
          figure: countFigure(answer.total_suggestions, locale),
          detail: text.autoSent(formatNumber(answer.auto_reply_count, locale)),
        },
      ])}
      ${barList(barsOf(answer, locale), text.rates)}
    </div>`;
  }

  protected override exportTable(answer: TextAgent, { textAgentTable }: ExportTables): ExportTable {
    return textAgentTable(answer);
  }

  protected renderSkeleton(): TemplateResult {
    const { suggestions, autoReplyRate, confidence, escalationRate } = textAgentWords();
    return html`<div class="panel">
      ${factRowSkeleton([suggestions])}
      ${barListSkeleton([autoReplyRate, confidence, escalationRate])}
    </div>`;
  }
}

function barsOf(answer: TextAgent, locale: string): Bar[] {
  const text = textAgentWords();
  const { avg_confidence: confidence } = answer;
  const rate = (key: string, label: string, value: number | null): Bar => ({
    key,
    label,
    value: value === null ? null : formatPercent(value, locale),
    exact: value === null ? undefined : formatPercent(value, locale, 2),
    reason: text.noRate,
    fraction: value === null ? null : value / 100,
  });
  return [
    rate('auto-reply', text.autoReplyRate, answer.auto_reply_rate),
    {
      key: 'confidence',
      label: text.confidence,
      value: confidence === null ? null : formatNumber(confidence, locale, 2),
      exact: confidence === null ? undefined : formatNumber(confidence, locale, 4),
      reason: text.noRate,
      fraction: confidence,
    },
    rate('escalation', text.escalationRate, answer.escalation_rate),
  ];
}
