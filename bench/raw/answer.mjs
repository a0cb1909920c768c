import { localDay } from '../../packages/server/dist/time/local.js';
import { resolveRange } from '../../packages/server/dist/time/ranges.js';
import { zoneOf } from '../../packages/server/dist/time/segments.js';
import { NOW } from '../world/calendar.mjs';
import { aiMessageOriginStats, aiUsageStats, planStats, textAgentStats } from './ai.mjs';
import { stats } from './calls.mjs';
import { engagementStats } from './engagement.mjs';
import { messagingStats } from './messages.mjs';
import { firstInstant } from './statements.mjs';
import { waysToCount } from './waiting.mjs';

const ZONE = 'Europe/Berlin';

const statistics = {
  stats,
  messagingStats,
  textAgentStats,
  planStats,
  aiUsageStats,
  aiMessageOriginStats,
  engagementStats,
};

/** In how many ways a dialect can answer a question. */
export const waysToAnswer = ({ name }, dialect) =>
  name === 'messagingStats' ? waysToCount(dialect) : 1;

/**
 * The whole answer to a question by statements over the events alone.
 * @param {(sql: string) => Promise<object[]>} ask
 * @param {import('../questions.mjs').Question} question
 * @param {import('../../packages/server/dist/access/scope.js').Scope} scope
 * @param {import('./conditions.mjs').Dialect} dialect
 * @param {number} way from 0 up to `waysToAnswer`
 */
export async function answerRaw(ask, question, scope, dialect, way) {
  const range = await rangeOf(ask, question, { scope, dialect });
  const figures = await statistics[question.name](ask, { scope, dialect, range }, way);
  return { meta: metaOf(question.slice, range, scope), ...figures };
}

async function rangeOf(ask, { query, slice }, request) {
  const zone = zoneOf(ZONE);
  const asked = slice.ranged ? query : { time_range: 'today' };
  const firstDay =
    asked.time_range === 'all_time'
      ? localDay(zone, (await ask(firstInstant(request)))[0].first_at)
      : undefined;
  return { ...resolveRange(asked, { zone, now: NOW, firstDay }), zone: ZONE };
}

const metaOf = ({ ranged, bucketed }, range, scope) => ({
  time_range: ranged ? range.timeRange : null,
  from: ranged ? range.from : null,
  to: ranged ? range.to : null,
  timezone: ZONE,
  bucket: bucketed ? range.bucket : null,
  scope: scope.kind,
  generated_at: new Date(NOW).toISOString(),
});
