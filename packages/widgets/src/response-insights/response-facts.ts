import type { AnswerOf, messagingStats } from '@inlay/sdk/contract';
import { html, type TemplateResult } from 'lit';
import {
  durationFigure,
  formatDuration,
  formatNumber,
  formatPercent,
  percentFigure,
  pluralOf,
} from '../shared/format.js';
import { changeLine } from '../views/change/change-line.js';
import type { ChangeRule } from '../views/change/change.js';
import { kpiFigure, type KpiLines } from '../views/kpi/kpi.js';
import { gradeRate, type RateBounds } from '../views/rate-grade/grade-rate.js';
import { rateGrade } from '../views/rate-grade/rate-grade.js';
import { responseInsightsWords } from './response-insights.words.js';

type Messaging = AnswerOf<typeof messagingStats>;
type FigureName = keyof NonNullable<Messaging['comparison']>['response_insights'];

/** The three headline numbers: sooner, fewer unanswered and a higher rate are good. */
export function responseFacts(
  answer: Messaging,
  unanswered: TemplateResult,
  bounds: RateBounds,
  locale: string,
): KpiLines[] {
  const text = responseInsightsWords();
  const { response_insights: insights } = answer;
  const { avg_response_time_secs: secs, response_rate: rate, unanswered_by: unit } = insights;
  const grade = gradeRate(rate, bounds);
  const change = (figure: FigureName, otherwise: unknown) =>
    changeOfFigure(answer, figure, otherwise, locale);
  return [
    {
      label: text.average,
      figure: kpiFigure(secs === null ? null : durationFigure(secs, locale), text.noAverage[unit]),
      detail: change('avg_response_time_secs', text.averageOf[unit]),
    },
    {
      label: text.unanswered,
      figure: unanswered,
      detail: change(
        'unanswered_count',
        text.units[unit](pluralOf(insights.unanswered_count, locale)),
      ),
    },
    {
      label: text.rate,
      figure: kpiFigure(rate === null ? null : percentFigure(rate, locale), text.noRate),
      detail: grade && html`${rateGrade(grade)} ${change('response_rate', '')}`,
    },
  ];
}

function changeOfFigure(
  { meta, comparison, response_insights }: Messaging,
  figure: FigureName,
  otherwise: unknown,
  locale: string,
): unknown {
  return changeLine(
    comparison && { meta, before: comparison },
    {
      now: response_insights[figure],
      before: comparison?.response_insights[figure],
      rule: ruleOf(figure, locale),
    },
    otherwise,
    locale,
  );
}

function ruleOf(figure: FigureName, locale: string): ChangeRule {
  switch (figure) {
    case 'avg_response_time_secs':
      return { in: 'relative', good: 'down', write: (secs) => formatDuration(secs, locale) };
    case 'unanswered_count':
      return { in: 'relative', good: 'down', write: (count) => formatNumber(count, locale) };
    case 'response_rate':
      return { in: 'points', good: 'up', write: (rate) => formatPercent(rate, locale) };
  }
}

/** A headline number, or its skeleton. */
export const fact = ({ label, figure, detail }: KpiLines): TemplateResult =>
  html`<div class="fact">
    <dt class="label">${label}</dt>
    <dd class="figure">${figure}</dd>
    <dd class="detail">${detail}</dd>
  </div>`;
