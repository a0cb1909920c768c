import { definitions, slices, type AnswerOf, type RangedQuery } from '@inlay/sdk/contract';
import { describe, expect, test } from 'vitest';
import { generatedAt } from '../packages/widgets/src/testing/fixtures/range.js';
import { sum } from '../packages/widgets/src/testing/fixtures/traffic.js';
import { answered, answerTo, type Question } from './answers.js';

const now = Date.parse(generatedAt);

type Stats = AnswerOf<typeof slices.stats>;
type Messaging = AnswerOf<typeof slices.messagingStats>;
type AiOrigin = AnswerOf<typeof slices.aiMessageOriginStats>;
type Engagement = AnswerOf<typeof slices.engagementStats>;

function ask<Answer>(slice: string, query: Question['query'] = {}, scale = 1): Answer {
  return answerTo({ slice, query, now, scale }) as Answer;
}

/** Each way in which a range is cut into buckets; the clocks change on 25 October. */
const ranges: readonly (readonly [
  name: string,
  query: RangedQuery,
  bucket: string,
  count: number,
])[] = [
  ['the default', {}, 'day', 30],
  ['today', { time_range: 'today' }, 'hour', 24],
  ['yesterday', { time_range: 'yesterday' }, 'hour', 24],
  ['90 days', { time_range: 'last_90_days' }, 'day', 90],
  ['all time', { time_range: 'all_time' }, 'week', 94],
  ['49 hours', { time_range: 'custom', from: '2026-10-25', to: '2026-10-26' }, 'hour', 49],
  ['three years', { time_range: 'custom', from: '2024-01-01', to: '2026-12-31' }, 'month', 36],
];

test('there are answers of every slice', () => {
  const names = Object.values(slices).map(({ name }) => name);
  expect([...answered].sort()).toEqual(names.sort());
});

describe.each(ranges)('%s', (_name, query, bucket, count) => {
  test.each(Object.values(slices))('$name is as the contract says', (slice) => {
    for (const scale of [0, 1, 1.07]) {
      const answer = ask(slice.name, query, scale);
      expect(slice.answer.parse(answer)).toEqual(answer);
    }
  });

  test('activity is in the buckets of the range, and adds up', () => {
    const stats = ask<Stats>('stats', query);
    expect(stats.meta.bucket).toBe(bucket);
    expect(stats.call_activity).toHaveLength(count);
    expect(sum(stats.call_activity.map((row) => row.count))).toBe(stats.total_calls);
    expect(sum(stats.call_heatmap.map((cell) => cell.count))).toBe(stats.total_calls);
    expect(stats.total_calls).toBeGreaterThan(0);
    for (const row of stats.call_activity) {
      expect(row.connected_count).toBeLessThanOrEqual(row.count);
    }

    const messaging = ask<Messaging>('messaging-stats', query);
    expect(messaging.message_activity).toHaveLength(count);
    const counts = messaging.message_activity.flatMap((row) => [
      row.sms_count,
      row.email_count,
      row.other_count,
    ]);
    expect(sum(counts)).toBe(messaging.total_messages);
  });

  test('slices tell the same of the same', () => {
    const { channel_distribution: channels } = ask<Engagement>('engagement-stats', query);
    expect(channels.calls).toBe(ask<Stats>('stats', query).total_calls);
    const { total_messages, outbound_count } = ask<Messaging>('messaging-stats', query);
    expect(channels.sms + channels.email + channels.other).toBe(total_messages);
    expect(ask<AiOrigin>('ai-message-origin-stats', query).total_outbound).toBe(outbound_count);
  });
});

test('says which range it is about', () => {
  expect(ask<Stats>('stats', { time_range: 'last_7_days' }).meta).toEqual({
    time_range: 'last_7_days',
    from: '2026-11-14',
    to: '2026-11-20',
    timezone: 'Europe/Berlin',
    bucket: 'day',
    scope: 'organization',
    generated_at: generatedAt,
  });
});

describe('a comparison', () => {
  const compared = Object.values(slices).filter(({ ranged }) => ranged);

  test.each(compared)('of $name is as the contract says', (slice) => {
    const answer = ask<Stats>(slice.name, { compare: 'previous_period' });
    expect(slice.answer.parse(answer)).toEqual(answer);
    expect(answer.comparison).toMatchObject({
      from: '2026-09-22',
      to: '2026-10-21',
      until: '2026-10-21T12:05:12.480Z',
    });
  });

  test('finds less before, and is left out where nothing asks for it', () => {
    const { comparison, total_calls } = ask<Stats>('stats', { compare: 'previous_year' });
    expect(comparison?.from).toBe('2025-10-22');
    expect(comparison?.total_calls).toBeLessThan(total_calls);
    expect(ask<Stats>('stats')).not.toHaveProperty('comparison');
    const messaging = ask<Messaging>('messaging-stats', { compare: 'previous_period' });
    expect(messaging.delivery_rate).toBe(97.38);
    expect(messaging.comparison?.delivery_rate).toBe(95.26);
  });
});

test('what numbers mean is as the server says it', () => {
  const answer = ask<AnswerOf<typeof definitions>>('definitions');
  expect(definitions.answer.parse(answer)).toEqual(answer);
  expect(answer.definitions.map(({ metric }) => metric)).toContain('total_calls');
});

test('what is recent is in the range', () => {
  const yesterday = { time_range: 'yesterday' } as const;
  const { recent_calls } = ask<Stats>('stats', yesterday);
  const { recent_activities } = ask<Engagement>('engagement-stats', yesterday);
  expect(recent_calls.map((call) => call.started_at.slice(0, 10))).toEqual(
    Array(10).fill('2026-11-19'),
  );
  expect(recent_activities[0]?.created_at).toBe('2026-11-19T13:04:00.000Z');
  expect(ask<Stats>('stats').recent_calls[0]?.started_at).toBe('2026-11-20T13:02:00.000Z');
});

test('a filter leaves less, a refresh finds more, and an empty organization has nothing', () => {
  const total = (query: RangedQuery, scale: number) =>
    ask<Stats>('stats', query, scale).total_calls;
  expect(total({ phone_id: ['phone-main'] }, 1)).toBeLessThan(total({}, 1));
  expect(total({}, 1.07)).toBeGreaterThan(total({}, 1));
  expect(total({}, 0)).toBe(0);
});

test('the unit of what is unanswered is the one asked for', () => {
  const unit = (query: Question['query']) =>
    ask<Messaging>('messaging-stats', query).response_insights.unanswered_by;
  expect(unit({})).toBe('run');
  expect(unit({ unanswered_by: 'message' })).toBe('message');
});

test('a slice without fixtures is refused', () => {
  expect(() => ask('nothing-stats')).toThrow(
    /^There are no fixtures for nothing-stats; there are /,
  );
});
