import {
  defaultTimeRange,
  definitions,
  endpoints,
  filterNames,
  messagingStats,
  type Meta,
  type PhoneResponse,
  type RangedQuery,
  type Slice,
} from '@inlay/sdk/contract';
import { metricDefinitions } from '@inlay/sdk/contract/metric-definitions';
import { comparisonRange, type ComparisonRange } from '../packages/server/src/time/comparison.js';
import { dayOfDate, localDay } from '../packages/server/src/time/local.js';
import { resolveRange, type ResolvedRange } from '../packages/server/src/time/ranges.js';
import { zoneOf } from '../packages/server/src/time/segments.js';
import {
  aiOriginAnswer,
  aiOriginOf,
} from '../packages/widgets/src/testing/fixtures/ai-message-origin-stats.js';
import {
  aiUsageAnswer,
  aiUsageOf,
} from '../packages/widgets/src/testing/fixtures/ai-usage-stats.js';
import { comparedMessaging } from '../packages/widgets/src/testing/fixtures/compared.js';
import { engagementOf } from '../packages/widgets/src/testing/fixtures/engagement-stats.js';
import {
  messagingAnswer,
  messagingOf,
  type MessagingAnswer,
} from '../packages/widgets/src/testing/fixtures/messaging-stats.js';
import {
  emptyPlans,
  planAnswer,
  type PlanAnswer,
} from '../packages/widgets/src/testing/fixtures/plan-stats.js';
import { lastThirtyDays } from '../packages/widgets/src/testing/fixtures/range.js';
import { statsOf, type StatsAnswer } from '../packages/widgets/src/testing/fixtures/stats.js';
import {
  emptyTextAgent,
  textAgentAnswer,
  type TextAgentAnswer,
} from '../packages/widgets/src/testing/fixtures/text-agent-stats.js';
import { sum } from '../packages/widgets/src/testing/fixtures/traffic.js';
import { regroup } from './regroup.js';

const { timezone } = lastThirtyDays;
const zone = zoneOf(timezone);
/** When the organization of the stories began. */
const firstDay = dayOfDate('2025-02-03');

/** What is asked of the organization of the stories. */
export interface Question {
  /** The slice's `name`. */
  readonly slice: string;
  readonly query: RangedQuery & { readonly unanswered_by?: 'run' | 'message' };
  /** The current instant, epoch ms. */
  readonly now: number;
  /** How much there is: 1 is usual, 0 is nothing. */
  readonly scale: number;
}

interface Known extends Question {
  readonly meta: Meta;
  readonly range: ResolvedRange;
}

/**
 * The answer of the fixtures for the range that is asked for, in its buckets, and with what was
 * before where a comparison is asked for. A filter leaves a quarter. Numbers that several slices tell
 * are the same in each. What numbers mean is as the server says it.
 * @throws RangeError for a slice without fixtures
 */
export function answerTo(question: Question): unknown {
  if (question.slice === definitions.name) return { definitions: metricDefinitions };
  const { query, now } = question;
  const range = resolveRange(
    { time_range: query.time_range ?? defaultTimeRange, from: query.from, to: query.to },
    { zone, now, firstDay },
  );
  const answer = answerFor(question, range);
  if (query.compare === undefined || range.timeRange === 'all_time') return answer;
  return sliceOf(question.slice).answer.parse({
    ...answer,
    comparison: comparisonFor(question, comparisonRange(range, query.compare, { zone, now })),
  });
}

function answerFor(question: Question, range: ResolvedRange): object {
  const { slice, query, now } = question;
  const make = makerOf(slice);
  const isFiltered = filterNames.some((name) => query[name] !== undefined);
  const scale = question.scale * (isFiltered ? 0.25 : 1);
  const meta = metaOf(sliceOf(slice), range, now);
  return make({ ...question, scale, range, meta });
}

/** Somewhat less of everything than in the range itself, and a worse delivery. */
function comparisonFor(question: Question, { from, to, endMs }: ComparisonRange): object {
  const range = resolveRange(
    { time_range: 'custom', from, to },
    { zone, now: question.now, firstDay },
  );
  const answer = answerFor({ ...question, scale: question.scale * 0.92 }, range);
  const rate =
    question.slice === messagingStats.name && question.scale > 0
      ? { delivery_rate: comparedMessaging.comparison?.delivery_rate }
      : {};
  return { ...answer, ...rate, from, to, until: new Date(endMs).toISOString() };
}

function makerOf(slice: string): (known: Known) => object {
  const make = makers[slice];
  if (make) return make;
  const known = Object.keys(makers).join(', ');
  throw new RangeError(`There are no fixtures for ${slice}; there are for ${known}`);
}

const makers: Readonly<Record<string, (known: Known) => object>> = {
  stats: statsAnswer,
  'messaging-stats': messaging,
  'engagement-stats': engagement,
  'text-agent-stats': textAgent,
  'plan-stats': plans,
  'ai-usage-stats': aiUsage,
  'ai-message-origin-stats': aiOrigin,
};

/** The slices, by name, for which there are fixtures. */
export const answered: readonly string[] = Object.keys(makers);

function sliceOf(name: string): Slice {
  const slice = Object.values<Slice>(endpoints).find((endpoint) => endpoint.name === name);
  if (!slice) throw new RangeError(`${name} is no slice`);
  return slice;
}

function metaOf({ ranged, bucketed }: Slice, range: ResolvedRange, now: number): Meta {
  return {
    time_range: ranged ? range.timeRange : null,
    from: ranged ? range.from : null,
    to: ranged ? range.to : null,
    timezone,
    bucket: bucketed ? range.bucket : null,
    scope: 'organization',
    generated_at: new Date(now).toISOString(),
  };
}

function statsAnswer({ meta, scale, range }: Known): StatsAnswer {
  const answer = statsOf(meta, 0.55 * scale);
  return {
    ...answer,
    call_activity: regroup(answer.call_activity, range, zone),
    recent_calls: answer.recent_calls.map((call) => ({
      ...call,
      started_at: within(range, call.started_at),
    })),
  };
}

function messaging({ meta, scale, range, query }: Known): MessagingAnswer {
  const phones = messagingAnswer.response_insights.by_phone;
  const share = shareOf({ scale, range });
  const answer = messagingOf(meta, 0.9 * scale, share === 0 ? [] : phonesOf(phones, share));
  return {
    ...answer,
    message_activity: regroup(answer.message_activity, range, zone),
    response_insights: {
      ...answer.response_insights,
      unanswered_by: query.unanswered_by ?? 'run',
    },
  };
}

/** The phones of the fixtures, with a share of what they had. */
function phonesOf(phones: readonly PhoneResponse[], share: number): PhoneResponse[] {
  return phones.map((phone) => {
    const responded_count = Math.round(phone.responded_count * share);
    const unanswered_count = Math.round(phone.unanswered_count * share);
    const units = responded_count + unanswered_count;
    return {
      ...phone,
      responded_count,
      unanswered_count,
      response_rate: rateOf(responded_count, units),
      avg_response_time_secs: responded_count === 0 ? null : phone.avg_response_time_secs,
    };
  });
}

function engagement(known: Known): object {
  const { message_activity } = messaging(known);
  const totalOf = (name: 'sms_count' | 'email_count' | 'other_count') =>
    sum(message_activity.map((bucket) => bucket[name]));
  const channels = {
    calls: statsAnswer(known).total_calls,
    sms: totalOf('sms_count'),
    email: totalOf('email_count'),
    other: totalOf('other_count'),
  };
  const active = Math.round(486 * Math.min(1, shareOf(known)));
  const answer = engagementOf(known.meta, channels, { active, total: 2310 });
  return {
    ...answer,
    recent_activities: answer.recent_activities.map((activity) => ({
      ...activity,
      created_at: within(known.range, activity.created_at),
    })),
  };
}

/** The same time on the last day of a range that ends before the fixtures' day. */
function within(range: ResolvedRange, instant: string): string {
  const days = Math.max(0, localDay(zone, Date.parse(instant)) - range.toDay);
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}

function textAgent({ meta, ...known }: Known): TextAgentAnswer {
  const part = (count: number) => Math.round(count * shareOf(known));
  const total_suggestions = part(textAgentAnswer.total_suggestions);
  if (total_suggestions === 0) return { ...emptyTextAgent, meta };
  const auto_reply_count = part(textAgentAnswer.auto_reply_count);
  const escalation_count = part(textAgentAnswer.escalation_count);
  return {
    ...textAgentAnswer,
    meta,
    total_suggestions,
    auto_reply_count,
    auto_reply_rate: rateOf(auto_reply_count, total_suggestions),
    escalation_count,
    escalation_rate: rateOf(escalation_count, total_suggestions),
  };
}

/** As they stand now, whatever the range. */
function plans({ meta, scale }: Known): PlanAnswer {
  if (scale === 0) return { ...emptyPlans, meta };
  const contacts_in_active_plans = Math.round(planAnswer.contacts_in_active_plans * scale);
  return { ...planAnswer, meta, contacts_in_active_plans };
}

function aiUsage({ meta, ...known }: Known): object {
  const share = shareOf(known);
  const features = aiUsageAnswer.cost_by_feature
    .map(({ feature_key, feature, cost }) => [feature_key, feature, Math.round(cost * share * 1e6)])
    .filter((row): row is [string, string, number] => row[2] !== 0);
  return { ...aiUsageOf(Math.round(aiUsageAnswer.total_tokens * share), features), meta };
}

/** Of the outbound messages that `messaging-stats` counts. */
function aiOrigin(known: Known): object {
  const { outbound_count } = messaging(known);
  const share = outbound_count / aiOriginAnswer.total_outbound;
  const features = aiOriginAnswer.by_feature
    .map(({ feature_key, feature, count }) => [feature_key, feature, Math.floor(count * share)])
    .filter((row): row is [string, string, number] => row[2] !== 0);
  return { ...aiOriginOf(outbound_count, features), meta: known.meta };
}

/** How much of the fixtures' thirty days is in a range. */
function shareOf({ scale, range }: Pick<Known, 'scale' | 'range'>): number {
  return (scale * range.days) / 30;
}

function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}
