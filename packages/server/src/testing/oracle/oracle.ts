import {
  slices,
  type AnswerOf,
  type ComparisonKind,
  type Slice,
  type SliceName,
  type Slices,
} from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import type { Principal } from '../../access/principal.js';
import type { World } from '../world.js';
import {
  oracleAiMessageOriginStats,
  oracleAiUsageStats,
  oraclePlanStats,
  oracleTextAgentStats,
} from './ai.js';
import { oracleEngagementStats } from './engagement-stats.js';
import { wallClock } from './local-clock.js';
import { oracleMessagingStats } from './messaging-stats.js';
import type { OracleQuestion } from './question.js';
import { comparedRange, oracleRange } from './range.js';
import { oracleStats } from './stats.js';
import { passes, viewOf, type View } from './view.js';

type Query<Name extends SliceName> = z.output<Slices[Name]['query']>;

const answers: {
  [Name in SliceName]: (
    question: OracleQuestion,
    query: Query<Name>,
  ) => Omit<AnswerOf<Slices[Name]>, 'meta'>;
} = {
  stats: oracleStats,
  messagingStats: (question, query) => oracleMessagingStats(question, query.unanswered_by ?? 'run'),
  textAgentStats: oracleTextAgentStats,
  planStats: oraclePlanStats,
  aiUsageStats: oracleAiUsageStats,
  aiMessageOriginStats: oracleAiMessageOriginStats,
  engagementStats: oracleEngagementStats,
};

/** What a query is about; `undefined` when the principal may see nothing. */
export function asked(
  { ranged, bucketed }: Slice,
  world: World,
  principal: Principal,
  query: object,
  now: number,
): { readonly meta: object; readonly question: OracleQuestion } | undefined {
  const view = viewOf(world, principal);
  const { orgId } = principal;
  const organization = world.organizations.find((row) => row.id === orgId);
  if (!view || !organization) return undefined;
  const { timezone } = organization;
  const range = oracleRange(query, timezone, now, firstDate(world, view, timezone));
  const meta = {
    ...(ranged
      ? { time_range: range.timeRange, from: range.from, to: range.to }
      : { time_range: null, from: null, to: null }),
    timezone,
    bucket: bucketed ? range.bucket : null,
    scope: view.isOrganization ? 'organization' : 'scoped',
    generated_at: new Date(now).toISOString(),
  };
  return { meta, question: { world, orgId, view, range, passes: passes(world, query) } };
}

/**
 * What a slice must answer, by filtering and grouping plain arrays; `undefined` when the principal
 * may see nothing. Shares no code with the server: dates come from `Intl`.
 */
export function oracle<Name extends SliceName>(
  slice: Name,
  world: World,
  principal: Principal,
  query: Query<Name>,
  now: number,
): AnswerOf<Slices[Name]> | undefined {
  const found = asked(slices[slice], world, principal, query, now);
  if (!found) return undefined;
  const { meta, question } = found;
  const compare = 'compare' in query ? query.compare : undefined;
  const answer = {
    meta,
    ...answers[slice](question, query),
    ...(compare && { comparison: comparisonOf(slice, question, query, compare, now) }),
  };
  return slices[slice].answer.parse(answer) as AnswerOf<Slices[Name]>;
}

/** The same statistic over the range before. */
function comparisonOf<Name extends SliceName>(
  slice: Name,
  question: OracleQuestion,
  query: Query<Name>,
  kind: ComparisonKind,
  now: number,
): object {
  const range = comparedRange(question.range, kind, now);
  const { from, to, until } = range;
  const figures = answers[slice]({ ...question, range }, query);
  return { ...figures, from, to, until: new Date(until).toISOString() };
}

function firstDate(world: World, view: View, timezone: string): string | undefined {
  const instants = [
    ...world.calls.filter(view.byPhone).map((row) => row.started_at),
    ...world.messages.filter(view.byPhone).map((row) => row.created_at),
    ...world.text_agent_suggestions.filter(view.byPhone).map((row) => row.created_at),
    ...world.todos.filter(view.byMember).map((row) => row.created_at),
    ...world.ai_usage.filter(view.byMember).map((row) => row.created_at),
  ].map((instant) => Date.parse(instant));
  return instants.length === 0 ? undefined : wallClock(timezone, Math.min(...instants)).date;
}
