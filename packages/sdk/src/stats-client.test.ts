import { describe, expect, expectTypeOf, test } from 'vitest';
import * as sdk from './index.js';
import { slices, type AnswerOf, type Slices } from './contract/index.js';
import { createStatsClient, type StatsClient } from './stats-client.js';
import { engagement } from './testing/answers.js';
import { json, problem, startServer } from './testing/scripted-server.js';

const clientOf = (baseUrl: string): StatsClient =>
  createStatsClient({ baseUrl, getToken: async () => 'token', retryDelayMs: 0 });

describe('createStatsClient', () => {
  test('has a method for every slice, which asks at its path', async () => {
    await using server = await startServer(problem(404, 'not_found'));
    const client = clientOf(server.baseUrl);
    for (const [name, { path }] of Object.entries(slices)) {
      await expect(client[name as keyof Slices]()).rejects.toMatchObject({ kind: 'invalid' });
      expect(server.arrivals.at(-1)?.target).toBe(path);
    }
    expect(server.arrivals.length).toBe(Object.keys(slices).length);
  });

  test('shares answers between a method and get', async () => {
    await using server = await startServer(json(engagement(4)));
    const client = clientOf(server.baseUrl);
    const answer = await client.engagementStats({ time_range: 'today' });
    expect(await client.get(slices.engagementStats, { time_range: 'today' })).toBe(answer);
    expect(server.arrivals.length).toBe(1);
  });

  test('passes signal and fresh on', async () => {
    await using server = await startServer(json(engagement(4)));
    const client = clientOf(server.baseUrl);
    await client.engagementStats({});
    await client.engagementStats({}, { fresh: true });
    expect(server.arrivals.length).toBe(2);
    const signal = AbortSignal.abort('gone');
    await expect(client.engagementStats({}, { signal })).rejects.toBe('gone');
  });

  test('is typed by the contract', () => {
    const client = clientOf('http://stats.test');
    expectTypeOf(client.messagingStats).returns.resolves.toEqualTypeOf<
      AnswerOf<Slices['messagingStats']>
    >();
    expectTypeOf(client.stats)
      .parameter(0)
      .toEqualTypeOf<Parameters<typeof client.engagementStats>[0]>();
    expectTypeOf<{ time_range: 'tomorrow' }>().not.toExtend<
      NonNullable<Parameters<typeof client.stats>[0]>
    >();
    expectTypeOf(client.get<Slices['stats']>).returns.resolves.toEqualTypeOf<
      AnswerOf<Slices['stats']>
    >();
  });

  test('the package offers contract, clients and errors', () => {
    expect(sdk).toMatchObject({
      createStatsClient,
      createClient: expect.any(Function),
      StatsError: expect.any(Function),
      isStatsError: expect.any(Function),
      slices,
      canViewDashboard: expect.any(Function),
    });
  });
});
