import {
  defaultTimeRange,
  endpoints,
  filterNames,
  type Meta,
  type PhoneResponse,
  type RangedQuery,
  type Slice,
} from '@inlay/sdk/contract';
import { dayOfDate } from '../packages/server/src/time/local.js';
import { resolveRange, type ResolvedRange } from '../packages/server/src/time/ranges.js';
import { zoneOf } from '../packages/server/src/time/segments.js';
import { engagementOf } from '../packages/widgets/src/testing/fixtures/engagement-stats.js';
import {
  messagingAnswer,
  messagingOf,
  type MessagingAnswer,
} from '../packages/widgets/src/testing/fixtures/messaging-stats.js';
import { lastThirtyDays } from '../packages/widgets/src/testing/fixtures/range.js';
import { statsOf, type StatsAnswer } from '../packages/widgets/src/testing/fixtures/stats.js';
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
 * The answer of the fixtures for the range that is asked for, in its buckets. A filter leaves a
 * quarter. Numbers that several slices tell are the same in each.
 * @throws RangeError for a slice without fixtures
 */
export function answerTo(question: Question): unknown {
  const make = makers[question.slice];
  if (!make) {
    const known = Object.keys(makers).join(', ');
    throw new RangeError(`There are no fixtures for ${question.slice}; there are for ${known}`);
  }
  const { query, now } = question;
  const isFiltered = filterNames.some((name) => query[name] !== undefined);
  const scale = question.scale * (isFiltered ? 0.25 : 1);
  const range = resolveRange(
    { time_range: query.time_range ?? defaultTimeRange, from: query.from, to: query.to },
    { zone, now, firstDay },
  );
  return make({ ...question, scale, range, meta: metaOf(sliceOf(question.slice), range, now) });
}

const makers: Readonly<Record<string, (known: Known) => unknown>> = {
  stats: statsAnswer,
  'messaging-stats': messaging,
  'engagement-stats': engagement,
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
  return { ...answer, call_activity: regroup(answer.call_activity, range, zone) };
}

function messaging({ meta, scale, range, query }: Known): MessagingAnswer {
  const phones = messagingAnswer.response_insights.by_phone;
  const share = (scale * range.days) / 30;
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
      response_rate: units === 0 ? null : Math.round((responded_count / units) * 10_000) / 100,
      avg_response_time_secs: responded_count === 0 ? null : phone.avg_response_time_secs,
    };
  });
}

function engagement(known: Known): unknown {
  const { message_activity } = messaging(known);
  const totalOf = (name: 'sms_count' | 'email_count' | 'other_count') =>
    sum(message_activity.map((bucket) => bucket[name]));
  const channels = {
    calls: statsAnswer(known).total_calls,
    sms: totalOf('sms_count'),
    email: totalOf('email_count'),
    other: totalOf('other_count'),
  };
  const active = Math.round(486 * Math.min(1, known.scale * (known.range.days / 30)));
  return engagementOf(known.meta, channels, { active, total: 2310 });
}
