import type { AnswerOf, CallRow, MessageRow, RangedQuery, Slices } from '@inlay/sdk/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Principal } from '../access/principal.js';
import { randomWorld } from '../testing/random-world.js';
import { reader } from '../testing/reader.js';
import { withWorld, type ServedWorld } from '../testing/served-world.js';

const WORLDS = process.env['INLAY_TEST_FULL'] === '1' ? 300 : 25;

const readers = [
  reader('m1', [], { role: 'org_owner' }),
  reader('m1', ['Dashboard:Instance:ViewTeam']),
  reader('m2', ['Dashboard:Instance:ViewOwn'], { orgId: 'umbra' }),
];

const queries: RangedQuery[] = [
  { time_range: 'today' },
  { time_range: 'last_7_days', phone_id: ['p1', 'p2'] },
  { time_range: 'custom', from: '2026-03-29', to: '2026-03-29' },
  { time_range: 'custom', from: '2026-10-24', to: '2026-10-25' },
  { time_range: 'last_90_days' },
  { time_range: 'all_time' },
];

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Every row of a list, page by page. */
async function listAll(served: ServedWorld, principal: Principal, query: object) {
  const rows: (CallRow | MessageRow)[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { body } = await served.ask('records', principal, { ...query, limit: 7, cursor });
    rows.push(...body.rows);
    if (body.next_cursor === null) return { total: body.total, rows };
    cursor = body.next_cursor;
  }
}

/** How many rows a list says that it has, which its pages have. */
async function totalOf(served: ServedWorld, principal: Principal, query: object) {
  const { body } = await served.ask('records', principal, { ...query, limit: 100 });
  if (body.next_cursor === null) expect(body.rows).toHaveLength(body.total);
  else expect(body.total).toBeGreaterThan(100);
  return body.total;
}

async function callsAddUp(served: ServedWorld, principal: Principal, query: RangedQuery) {
  const { body } = await served.ask('stats', principal, query);
  expect(sum(body.call_activity.map((bucket) => bucket.count))).toBe(body.total_calls);
  expect(sum(body.call_activity.map((bucket) => bucket.duration_secs))).toBe(
    body.total_duration_secs,
  );
  expect(sum(body.call_heatmap.map((cell) => cell.count))).toBe(body.total_calls);
  expect(sum(body.todo_status_counts.map((row) => row.count))).toBe(body.total_todos);
  const asked = { of: 'calls', ...query };
  const { total, rows } = await listAll(served, principal, asked);
  expect([total, rows.length]).toEqual([body.total_calls, body.total_calls]);
  expect(rows.slice(0, 10)).toEqual(body.recent_calls);
  for (const { date, count } of body.call_activity.filter((bucket) => bucket.count > 0)) {
    expect(await totalOf(served, principal, { ...asked, bucket: date })).toBe(count);
  }
  for (const { day, hour, count } of body.call_heatmap.filter((cell) => cell.count > 0)) {
    expect(await totalOf(served, principal, { ...asked, weekday: day, hour })).toBe(count);
  }
  for (const narrowed of [{ weekday: 3 }, { hour: 9 }, { direction: 'inbound' }]) {
    await totalOf(served, principal, { ...asked, ...narrowed });
  }
  return body.total_calls;
}

type Messaging = AnswerOf<Slices['messagingStats']>;

async function messagesAddUp(served: ServedWorld, principal: Principal, query: RangedQuery) {
  const { body } = await served.ask('messagingStats', principal, query);
  const channels = (['sms', 'email', 'other'] as const).map((channel) =>
    sum(body.message_activity.map((bucket) => bucket[`${channel}_count`])),
  );
  expect(sum(channels)).toBe(body.total_messages);
  expect(body.inbound_count + body.outbound_count).toBe(body.total_messages);
  expect(sum(body.message_heatmap.map((cell) => cell.count))).toBe(body.total_messages);
  const asked = { of: 'messages', ...query };
  const { total, rows } = await listAll(served, principal, asked);
  expect([total, rows.length]).toEqual([body.total_messages, body.total_messages]);
  expect(await totalOf(served, principal, { ...asked, direction: 'inbound' })).toBe(
    body.inbound_count,
  );
  expect(await totalOf(served, principal, { ...asked, channel: 'email' })).toBe(channels[1]);
  for (const narrowed of [
    { direction: 'outbound' },
    { channel: 'sms', direction: 'outbound' },
    { hour: 12, channel: 'sms' },
    { weekday: 1, hour: 12 },
  ]) {
    await totalOf(served, principal, { ...asked, ...narrowed });
  }
  await responsesAddUp(served, principal, query, body);
  return { total: body.total_messages, channels };
}

async function responsesAddUp(
  served: ServedWorld,
  principal: Principal,
  query: RangedQuery,
  { response_insights: insights }: Messaging,
) {
  const { by_phone, unanswered_count } = insights;
  expect(sum(by_phone.map((row) => row.unanswered_count))).toBe(unanswered_count);
  expect(sum(insights.unresponded_by_hour.map((row) => row.count))).toBe(unanswered_count);
  const asked = { of: 'unanswered', ...query };
  const { total, rows } = await listAll(served, principal, asked);
  expect([total, rows.length]).toEqual([unanswered_count, unanswered_count]);
  for (const { hour, count } of insights.unresponded_by_hour.filter((row) => row.count > 0)) {
    expect(await totalOf(served, principal, { ...asked, hour })).toBe(count);
  }
}

test(
  `every number adds up, and its rows are there, in ${WORLDS} random worlds`,
  { timeout: 3_600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomWorld, async ({ world, now }) => {
        await withWorld(world, now, async (served) => {
          for (const principal of readers) {
            for (const query of queries) {
              const calls = await callsAddUp(served, principal, query);
              const { total, channels } = await messagesAddUp(served, principal, query);
              const { body } = await served.ask('engagementStats', principal, query);
              const { calls: callShare, sms, email, other } = body.channel_distribution;
              expect([callShare, sms, email, other]).toEqual([calls, ...channels]);
              const origin = await served.ask('aiMessageOriginStats', principal, query);
              expect(sum(origin.body.by_feature.map((row) => row.count))).toBe(
                origin.body.ai_message_count,
              );
              expect(origin.body.total_outbound).toBeLessThanOrEqual(total);
              const usage = await served.ask('aiUsageStats', principal, query);
              const micros = usage.body.cost_by_feature.map((row) => Math.round(row.cost * 1e6));
              expect(sum(micros)).toBe(Math.round(usage.body.total_cost * 1e6));
            }
          }
        });
      }),
      { numRuns: WORLDS },
    );
  },
);
