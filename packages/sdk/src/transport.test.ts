import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StatsError } from './client.js';
import { engagementStats } from './contract/engagement-stats.js';
import { engagement } from './testing/answers.js';
import { clientFor } from './testing/client.js';
import {
  after,
  blackHole,
  html,
  json,
  problem,
  redirect,
  reset,
  stall,
  startServer,
  truncate,
  type Step,
} from './testing/scripted-server.js';

interface Outcome {
  kind: string;
  status?: number;
  retryAfterSecs?: number;
  arrivals: number;
}

/** What a client makes of a server that follows this script. */
async function outcomeOf(script: Step[], options = {}): Promise<Outcome> {
  await using server = await startServer(...script);
  try {
    await clientFor(server, options).get(engagementStats);
    return { kind: 'answer', arrivals: server.arrivals.length };
  } catch (error) {
    if (!(error instanceof StatsError)) throw error;
    const { kind, status, retryAfterSecs } = error;
    return {
      kind,
      ...(status !== undefined && { status }),
      ...(retryAfterSecs !== undefined && { retryAfterSecs }),
      arrivals: server.arrivals.length,
    };
  }
}

const ok = json(engagement(1));
const inLessThan = { deadlineMs: 300 };

describe('connections that fail', () => {
  test.each<[string, Step[], object, Outcome]>([
    ['one reset', [reset, ok], {}, { kind: 'answer', arrivals: 2 }],
    ['two resets', [reset, reset, ok], {}, { kind: 'answer', arrivals: 3 }],
    ['resets for ever', [reset], {}, { kind: 'unavailable', arrivals: 3 }],
    ['a body that breaks off once', [truncate, ok], {}, { kind: 'answer', arrivals: 2 }],
    ['a body that always breaks off', [truncate], {}, { kind: 'unavailable', arrivals: 3 }],
    ['a server that never answers', [blackHole], inLessThan, { kind: 'timeout', arrivals: 1 }],
    ['a body that stalls', [stall], inLessThan, { kind: 'timeout', arrivals: 1 }],
    ['a reset, then silence', [reset, blackHole], inLessThan, { kind: 'timeout', arrivals: 2 }],
  ])('%s', async (_, script, options, outcome) => {
    expect(await outcomeOf(script, options)).toEqual(outcome);
  });

  test('a slow answer is an answer', async () => {
    const ready: PromiseWithResolvers<void> = Promise.withResolvers();
    await using server = await startServer(after(ready.promise, ok));
    const answer = clientFor(server).get(engagementStats);
    await server.arrived(1);
    ready.resolve();
    expect(await answer).toEqual(engagement(1));
  });

  test('a server that is not there', async () => {
    const server = await startServer(ok);
    await server[Symbol.asyncDispose]();
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      kind: 'unavailable',
      status: undefined,
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('the deadline closes the connection', async () => {
    await using server = await startServer(blackHole);
    await expect(clientFor(server, inLessThan).get(engagementStats)).rejects.toMatchObject({
      kind: 'timeout',
      detail: 'GET /api/dashboard/engagement-stats did not finish within 300 ms',
    });
    await server.abandoned(1);
  });

  test('the deadline holds when fetch ignores its signal', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const client = clientFor({ baseUrl: 'http://127.0.0.1' }, { fetch, deadlineMs: 50 });
    await expect(client.get(engagementStats)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a redirect is not followed', async () => {
    await using elsewhere = await startServer(ok);
    await using server = await startServer(redirect(`${elsewhere.baseUrl}/steal`));
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(elsewhere.arrivals).toEqual([]);
  });
});

describe('statuses', () => {
  test.each([
    [400, 'invalid', 1],
    [403, 'denied', 1],
    [404, 'invalid', 1],
    [405, 'invalid', 1],
    [408, 'unavailable', 3],
    [409, 'invalid', 1],
    [413, 'invalid', 1],
    [415, 'invalid', 1],
    [425, 'unavailable', 3],
    [429, 'rate_limited', 3],
    [500, 'unavailable', 1],
    [502, 'unavailable', 3],
    [503, 'unavailable', 3],
    [504, 'unavailable', 3],
    [507, 'unavailable', 1],
  ])('%i is %s after %i attempts', async (status, kind, arrivals) => {
    expect(await outcomeOf([problem(status, 'some_code')])).toEqual({ kind, status, arrivals });
  });

  test.each([408, 425, 429, 502, 503, 504])('%i may pass', async (status) => {
    expect(await outcomeOf([problem(status, 'some_code'), ok])).toEqual({
      kind: 'answer',
      arrivals: 2,
    });
  });

  test.each([
    [404, 'invalid', 1],
    [502, 'unavailable', 3],
  ])('an HTML page with %i is %s', async (status, kind, arrivals) => {
    expect(await outcomeOf([html(status)])).toEqual({ kind, status, arrivals });
  });

  test('an error carries what the problem says', async () => {
    const more = {
      detail: 'member_id=zz is not …',
      parameter: 'member_id',
      request_id: 'req-7',
    };
    await using server = await startServer(problem(400, 'invalid_query', {}, more));
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      name: 'StatsError',
      kind: 'invalid',
      status: 400,
      code: 'invalid_query',
      parameter: 'member_id',
      requestId: 'req-7',
      detail: 'member_id=zz is not …',
      message: 'member_id=zz is not …',
    });
  });

  test('a detail is cut after 1,000 characters', async () => {
    const more = { detail: 'x'.repeat(5_000) };
    await using server = await startServer(problem(400, 'invalid_query', {}, more));
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      detail: 'x'.repeat(1_000),
    });
  });

  test('without a problem in the body, the request id comes from the header', async () => {
    await using server = await startServer(json({ error: 'no' }, { 'x-request-id': 'r1' }, 500));
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      kind: 'unavailable',
      code: undefined,
      requestId: 'r1',
      detail: 'The server answered with status 500',
    });
  });
});

describe('Retry-After', () => {
  const hour = 3_600;
  const day = 86_400;
  test.each<[string, number | undefined, number]>([
    ['3600', hour, 1],
    ['6', 6, 1],
    ['99999999999999999999', day, 1],
    ['Fri, 31 Dec 2199 23:59:59 GMT', day, 1],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0, 3],
    ['0', 0, 3],
    ['-5', undefined, 3],
    ['soon', undefined, 3],
    ['1e9', undefined, 3],
  ])('%s: says %s and is sent %i times', async (value, retryAfterSecs, arrivals) => {
    for (const [status, kind] of [
      [429, 'rate_limited'],
      [503, 'unavailable'],
    ] as const) {
      const outcome = await outcomeOf([problem(status, 'x', { 'retry-after': value })]);
      expect(outcome).toEqual({
        kind,
        status,
        arrivals,
        ...(retryAfterSecs !== undefined && { retryAfterSecs }),
      });
    }
  });

  test('a wait that fits is waited for', async () => {
    const busy = problem(429, 'rate_limited', { 'retry-after': '1' });
    expect(await outcomeOf([busy, ok])).toEqual({ kind: 'answer', arrivals: 2 });
  });

  test('a wait that outlasts the deadline ends with it', async () => {
    const busy = problem(503, 'unavailable', { 'retry-after': '4' });
    expect(await outcomeOf([busy, ok], inLessThan)).toEqual({ kind: 'timeout', arrivals: 1 });
  });
});

describe('time', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** A client whose requests are all answered by `answer`, and how many were sent so far. */
  function countedClient(answer: () => Promise<Response>, options = {}) {
    const fetch = vi.fn(answer);
    const client = clientFor({ baseUrl: 'http://stats.test' }, { fetch, ...options });
    const settled = client.get(engagementStats).catch((error) => error);
    const sentAfter = async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return fetch.mock.calls.length;
    };
    return { settled, sentAfter };
  }

  test('before a retry is drawn below a ceiling that doubles', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { settled, sentAfter } = countedClient(
      () => Promise.reject(new TypeError('fetch failed')),
      {
        retryDelayMs: 1_000,
      },
    );
    expect(await sentAfter(0)).toBe(1);
    expect(await sentAfter(499)).toBe(1);
    expect(await sentAfter(1)).toBe(2);
    expect(await sentAfter(999)).toBe(2);
    expect(await sentAfter(1)).toBe(3);
    expect(await settled).toMatchObject({ kind: 'unavailable' });
  });

  test('that other headers ask for is not heeded', async () => {
    const busy = { status: 429, headers: { 'x-ratelimit-reset': '9999999999' } };
    const { settled, sentAfter } = countedClient(async () => new Response('', busy));
    expect(await sentAfter(300 + 600)).toBe(3);
    expect(await settled).toMatchObject({ kind: 'rate_limited' });
  });

  test('of one silent attempt is all there is: no attempt has a limit of its own', async () => {
    const { settled, sentAfter } = countedClient(() => new Promise(() => undefined));
    let isSettled = false;
    void settled.then(() => (isSettled = true));
    expect(await sentAfter(14_999)).toBe(1);
    expect(isSettled).toBe(false);
    expect(await sentAfter(1)).toBe(1);
    expect(await settled).toMatchObject({ kind: 'timeout' });
  });
});
