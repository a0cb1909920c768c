import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StatsError, createClient, isStatsError, type SliceClient } from './client.js';
import { engagementStats } from './contract/engagement-stats.js';
import { stats } from './contract/stats.js';
import { engagement } from './testing/answers.js';
import { clientFor } from './testing/client.js';
import {
  after,
  blackHole,
  html,
  json,
  problem,
  startServer,
  tagged,
  type ScriptedServer,
  type Step,
} from './testing/scripted-server.js';
import { jwt } from './testing/tokens.js';

const ok = json(engagement(1));
const targetsOf = (server: ScriptedServer) => server.arrivals.map(({ target }) => target);
const tagsOf = (server: ScriptedServer) =>
  server.arrivals.map(({ headers }) => headers['if-none-match']);
const tokensOf = (server: ScriptedServer) =>
  server.arrivals.map(({ headers }) => headers.authorization?.replace('Bearer ', ''));

/** A promise that is settled from outside. */
const gate = (): PromiseWithResolvers<void> => Promise.withResolvers();

describe('a request', () => {
  test('is a GET of path and query with the token in a header alone', async () => {
    await using server = await startServer(ok);
    const token = jwt();
    await clientFor(server).get(engagementStats, { time_range: 'today', member_id: ['m2', 'm1'] });
    const [{ headers, ...line } = { headers: {} }, ...more] = server.arrivals;
    expect(more).toEqual([]);
    expect(line).toEqual({
      method: 'GET',
      target: '/api/dashboard/engagement-stats?member_id=m1&member_id=m2&time_range=today',
    });
    expect(headers).toMatchObject({ authorization: `Bearer ${token}`, accept: 'application/json' });
    const { authorization: _, ...others } = headers;
    expect(JSON.stringify([line, others])).not.toContain(token);
    expect(others).not.toHaveProperty('cookie');
    expect(others).not.toHaveProperty('referer');
  });

  test('follows no redirect, carries no cookie, leaves no trace in the HTTP cache', async () => {
    const requests: Request[] = [];
    const fetch = async (request: RequestInfo | URL) => {
      requests.push(request as Request);
      return Response.json(engagement(1));
    };
    await clientFor({ baseUrl: 'http://stats.test' }, { fetch }).get(engagementStats);
    expect(requests).toMatchObject([
      {
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      },
    ]);
  });

  test('calls a given fetch as a plain function, as a window demands it', async () => {
    const seen: unknown[] = [];
    async function fetch(this: unknown) {
      seen.push(this);
      return Response.json(engagement(1));
    }
    await clientFor({ baseUrl: 'http://stats.test' }, { fetch }).get(engagementStats);
    expect(seen).toEqual([undefined]);
  });

  test('stays below the path of baseUrl', async () => {
    await using server = await startServer(ok);
    const client = clientFor({ baseUrl: `${server.baseUrl}/inlay/` });
    await client.get(engagementStats);
    expect(targetsOf(server)).toEqual(['/inlay/api/dashboard/engagement-stats']);
  });

  test('that the contract refuses is not sent', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server);
    await expect(
      client.get(engagementStats, { time_range: 'custom', from: '2026-02-30', to: '2026-03-01' }),
    ).rejects.toMatchObject({ kind: 'invalid', parameter: 'from', status: undefined });
    expect(server.arrivals).toEqual([]);
  });
});

describe('identical requests', () => {
  test('under way are one, with one answer object', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server, { freshMs: 0 });
    const answers = await Promise.all([
      client.get(engagementStats, { time_range: 'today', member_id: ['a', 'b'] }),
      client.get(engagementStats, { member_id: ['b', 'a', 'b'], time_range: 'today' }),
      client.get(engagementStats, { member_id: ['a', 'b'], time_range: 'today' }, { fresh: true }),
      client.get(engagementStats, { time_range: 'today', member_id: ['a', 'b'], from: undefined }),
    ]);
    expect(server.arrivals.length).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });

  test('differ by slice and by query', async () => {
    const problemOnly = problem(404, 'not_found');
    await using server = await startServer(problemOnly);
    const client = clientFor(server);
    await Promise.allSettled([
      client.get(engagementStats),
      client.get(engagementStats, { time_range: 'today' }),
      client.get(stats),
    ]);
    expect(targetsOf(server).sort()).toEqual([
      '/api/dashboard/engagement-stats',
      '/api/dashboard/engagement-stats?time_range=today',
      '/api/dashboard/stats',
    ]);
  });

  test('fail together and are asked again afterwards', async () => {
    await using server = await startServer(problem(403, 'forbidden'), ok);
    const client = clientFor(server);
    const [first, second] = await Promise.allSettled([
      client.get(engagementStats),
      client.get(engagementStats),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { kind: 'denied' } });
    expect(second).toEqual(first);
    expect(await client.get(engagementStats)).toEqual(engagement(1));
    expect(server.arrivals.length).toBe(2);
  });
});

describe('answers held', () => {
  test('are given again for freshMs, then confirmed by a 304, and stay the same object', async () => {
    await using server = await startServer(tagged('W/"1"', engagement(1)));
    let nowMs = 1_000;
    const client = clientFor(server, { now: () => nowMs, freshMs: 5_000 });
    const answer = await client.get(engagementStats);
    nowMs += 4_999;
    expect(await client.get(engagementStats)).toBe(answer);
    expect(server.arrivals.length).toBe(1);
    nowMs += 1;
    expect(await client.get(engagementStats)).toBe(answer);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"']);
    nowMs += 4_999;
    expect(await client.get(engagementStats)).toBe(answer);
    expect(server.arrivals.length).toBe(2);
  });

  test('tell how long after they were received a 304 last confirmed them', async () => {
    await using server = await startServer(
      tagged('W/"1"', engagement(1)),
      tagged('W/"1"', engagement(1)),
      tagged('W/"1"', engagement(1)),
      tagged('W/"2"', engagement(2)),
    );
    let nowMs = 1_000;
    const client = clientFor(server, { now: () => nowMs, freshMs: 5_000 });
    const answer = await client.get(engagementStats);
    expect(client.confirmedAfterMs(answer)).toBe(0);
    nowMs += 4_000;
    await client.get(engagementStats);
    expect(client.confirmedAfterMs(answer)).toBe(0);
    await client.get(engagementStats, {}, { fresh: true });
    expect(client.confirmedAfterMs(answer)).toBe(4_000);
    nowMs -= 3_000;
    await client.get(engagementStats, {}, { fresh: true });
    expect(client.confirmedAfterMs(answer)).toBe(4_000);
    nowMs += 60_000;
    const next = await client.get(engagementStats, {}, { fresh: true });
    expect([next === answer, client.confirmedAfterMs(next)]).toEqual([false, 0]);
    expect(client.confirmedAfterMs(engagement(1))).toBe(0);
    expect(server.arrivals.length).toBe(4);
  });

  test('are replaced when the server has another', async () => {
    await using server = await startServer(
      tagged('W/"1"', engagement(1)),
      tagged('W/"2"', engagement(2)),
    );
    const client = clientFor(server, { freshMs: 0 });
    await client.get(engagementStats);
    const second = await client.get(engagementStats);
    expect(second).toEqual(engagement(2));
    expect(await client.get(engagementStats)).toBe(second);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"', 'W/"2"']);
  });

  test('are told to listeners when they are new, and to those of their query alone', async () => {
    await using server = await startServer(
      tagged('W/"1"', engagement(1)),
      tagged('W/"1"', engagement(1)),
      tagged('W/"2"', engagement(2)),
    );
    const client = clientFor(server, { freshMs: 0 });
    const told: (string | number)[] = [];
    const query = { time_range: 'today' } as const;
    const end = client.onAnswer(engagementStats, query, (a) => told.push(a.active_contacts));
    client.onAnswer(engagementStats, {}, () => told.push('another query'));
    const first = await client.get(engagementStats, query);
    await nextTurn();
    expect(told).toEqual([1]);
    expect(await client.get(engagementStats, query)).toBe(first);
    await client.get(engagementStats, query);
    await nextTurn();
    expect(told).toEqual([1, 2]);
    end();
    client.clear();
    await client.get(engagementStats, query);
    await nextTurn();
    expect(told).toEqual([1, 2]);
  });

  test('of a reader who has gone are told to nobody', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server);
    const told: number[] = [];
    client.onAnswer(engagementStats, {}, () => {
      if (told.push(1) === 1) client.clear();
    });
    client.onAnswer(engagementStats, {}, () => told.push(2));
    await client.get(engagementStats, {});
    await nextTurn();
    expect(server.arrivals.length).toBe(2);
    expect(told).toEqual([1, 1, 2]);
  });

  test('are confirmed on demand', async () => {
    await using server = await startServer(tagged('W/"1"', engagement(1)));
    const client = clientFor(server);
    const answer = await client.get(engagementStats);
    expect(await client.get(engagementStats, {}, { fresh: true })).toBe(answer);
    client.invalidate();
    expect(await client.get(engagementStats)).toBe(answer);
    expect(await client.get(engagementStats)).toBe(answer);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"', 'W/"1"']);
  });

  test('are not fresh when the clock has been set back', async () => {
    await using server = await startServer(tagged('W/"1"', engagement(1)));
    let nowMs = 9_000_000;
    const client = clientFor(server, { now: () => nowMs });
    await client.get(engagementStats);
    nowMs = 0;
    await client.get(engagementStats);
    expect(server.arrivals.length).toBe(2);
  });

  test('without a tag are asked for anew', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server, { freshMs: 0 });
    await client.get(engagementStats);
    await client.get(engagementStats);
    expect(tagsOf(server)).toEqual([undefined, undefined]);
  });

  test('are maxAnswers at most, the least recently used gone first', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server, { maxAnswers: 2 });
    const ask = (member: string) => client.get(engagementStats, { member_id: [member] });
    for (const member of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(member);
    expect(targetsOf(server).map((target) => target.slice(-1))).toEqual(['a', 'b', 'c', 'b']);
  });

  test('survive a failed confirmation', async () => {
    const answer = tagged('W/"1"', engagement(1));
    await using server = await startServer(answer, problem(500, 'internal'), answer);
    const client = clientFor(server, { freshMs: 0 });
    const first = await client.get(engagementStats);
    await expect(client.get(engagementStats)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await client.get(engagementStats)).toBe(first);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"', 'W/"1"']);
  });

  test('a request from before invalidate() is neither joined nor fresh', async () => {
    const { promise: released, resolve: release } = gate();
    await using server = await startServer(
      after(released, json(engagement(1), { etag: 'W/"1"' })),
      json(engagement(2), { etag: 'W/"2"' }),
      tagged('W/"1"', engagement(1)),
    );
    const client = clientFor(server);
    const before = client.get(engagementStats);
    await server.arrived(1);
    client.invalidate();
    expect(await client.get(engagementStats)).toEqual(engagement(2));
    release();
    expect(await before).toEqual(engagement(1));
    await client.get(engagementStats);
    expect(server.arrivals.length).toBe(3);
  });

  test('the end of a request from before invalidate() does not hide the one after', async () => {
    const { promise: released, resolve: release } = gate();
    const { promise: ended, resolve: end } = gate();
    await using server = await startServer(after(released, ok), after(ended, json(engagement(2))));
    const client = clientFor(server);
    const before = client.get(engagementStats);
    await server.arrived(1);
    client.invalidate();
    const afterwards = client.get(engagementStats);
    await server.arrived(2);
    release();
    await before;
    await nextTurn();
    const joined = client.get(engagementStats, {}, { fresh: true });
    end();
    expect(await joined).toBe(await afterwards);
    expect(server.arrivals.length).toBe(2);
  });
});

describe('abort', () => {
  test('rejects with the reason and leaves the other callers alone', async () => {
    const { promise: released, resolve: release } = gate();
    await using server = await startServer(after(released, ok));
    const client = clientFor(server);
    const leaving = new AbortController();
    const left = client.get(engagementStats, {}, { signal: leaving.signal });
    const stayed = client.get(engagementStats);
    await server.arrived(1);
    const reason = new Error('gone');
    leaving.abort(reason);
    await expect(left).rejects.toBe(reason);
    release();
    expect(await stayed).toEqual(engagement(1));
    expect(server.arrivals.length).toBe(1);
  });

  test('of all callers closes the connection; the next one starts anew', async () => {
    await using server = await startServer(blackHole, ok);
    const client = clientFor(server);
    const leaving = new AbortController();
    const { signal } = leaving;
    const left = Promise.allSettled([
      client.get(engagementStats, {}, { signal }),
      client.get(engagementStats, {}, { signal }),
    ]);
    await server.arrived(1);
    leaving.abort();
    const next = client.get(engagementStats);
    expect(await left).toEqual([
      { status: 'rejected', reason: signal.reason },
      { status: 'rejected', reason: signal.reason },
    ]);
    await server.abandoned(1);
    expect(await next).toEqual(engagement(1));
    expect(server.arrivals.length).toBe(2);
  });

  test('before the call sends nothing', async () => {
    await using server = await startServer(ok);
    const signal = AbortSignal.abort('never mind');
    await expect(clientFor(server).get(engagementStats, {}, { signal })).rejects.toBe('never mind');
    expect(server.arrivals).toEqual([]);
  });

  test('ends the wait before a retry', async () => {
    await using server = await startServer(problem(503, 'unavailable', { 'retry-after': '5' }));
    const leaving = new AbortController();
    const left = clientFor(server).get(engagementStats, {}, { signal: leaving.signal });
    await server.arrived(1);
    leaving.abort('gone');
    await expect(left).rejects.toBe('gone');
    expect(server.arrivals.length).toBe(1);
  });

  test('tells getToken that nobody waits, and the next call asks again', async () => {
    await using server = await startServer(ok);
    const signals: AbortSignal[] = [];
    const client = clientFor(server, {
      getToken: ({ signal }) => {
        signals.push(signal);
        return signals.length === 1 ? new Promise(() => undefined) : Promise.resolve('token');
      },
    });
    const leaving = new AbortController();
    const left = client.get(engagementStats, {}, { signal: leaving.signal });
    await nextTurn();
    leaving.abort('gone');
    await expect(left).rejects.toBe('gone');
    expect(await client.get(engagementStats)).toEqual(engagement(1));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  test('by one signal may cover any number of requests, and warns of nothing', async () => {
    await using server = await startServer(ok);
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const client = clientFor(server);
    const { signal } = new AbortController();
    const queries = Array.from({ length: 50 }, (_, n) => ({ contact_id: [`c${n}`] }));
    await Promise.all(queries.map((query) => client.get(engagementStats, query, { signal })));
    await nextTurn();
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

describe('answers that break the contract', () => {
  test('name the first place and none of the values', async () => {
    const broken = { ...engagement(1), channel_distribution: { calls: 'secret-value' } };
    await using server = await startServer(json(broken, { 'x-request-id': 'r9' }));
    const failure = await clientFor(server)
      .get(engagementStats)
      .catch((error) => error);
    expect(failure).toMatchObject({ kind: 'contract', status: 200, requestId: 'r9' });
    expect(failure.detail).toBe(
      'GET /api/dashboard/engagement-stats answered 200 with a body that breaks the contract ' +
        'at channel_distribution.calls',
    );
    expect(JSON.stringify(failure) + failure.stack).not.toContain('secret-value');
    expect(server.arrivals.length).toBe(1);
  });

  test('name the index in a list', async () => {
    const broken = { ...engagement(1), recent_activities: [{ id: 'a b' }] };
    await using server = await startServer(json(broken));
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      detail: expect.stringMatching(/ at recent_activities\[0\]\.id$/),
    });
  });

  test.each<[string, Step, string]>([
    ['an HTML page', html(200), 'a body that is not JSON (text/html)'],
    ['nothing', json(undefined), 'a body that is not JSON (application/json)'],
    ['null', json(null), 'a body that breaks the contract at its root'],
  ])('%s', async (_, step, what) => {
    await using server = await startServer(step);
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      kind: 'contract',
      detail: `GET /api/dashboard/engagement-stats answered 200 with ${what}`,
    });
    expect(server.arrivals.length).toBe(1);
  });

  test('a 304 that was not asked for', async () => {
    const notModified: Step = (_, response) => response.writeHead(304).end();
    await using server = await startServer(notModified);
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({
      kind: 'contract',
      status: 304,
    });
  });

  test('fields that a newer server adds are dropped', async () => {
    await using server = await startServer(json({ ...engagement(1), added_later: 1 }));
    expect(await clientFor(server).get(engagementStats)).toEqual(engagement(1));
  });
});

describe('a refused token', () => {
  const expired = problem(401, 'token_expired');

  test('is replaced, and the request sent again', async () => {
    await using server = await startServer(expired, ok);
    const reasons: string[] = [];
    const tokens = ['first', 'second'];
    const client = clientFor(server, {
      getToken: async ({ reason }) => {
        reasons.push(reason);
        return tokens[reasons.length - 1] ?? '';
      },
    });
    expect(await client.get(engagementStats)).toEqual(engagement(1));
    expect(reasons).toEqual(['initial', 'rejected']);
    expect(server.arrivals.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  test('twice is the end, and the next call asks for a token first', async () => {
    await using server = await startServer(expired, expired, ok);
    const reasons: string[] = [];
    const client = clientFor(server, {
      getToken: async ({ reason }) => {
        reasons.push(reason);
        return jwt({ jti: reasons.length });
      },
    });
    await expect(client.get(engagementStats)).rejects.toMatchObject({
      kind: 'unauthenticated',
      status: 401,
      code: 'token_expired',
    });
    expect(server.arrivals.length).toBe(2);
    await client.get(engagementStats);
    expect(reasons).toEqual(['initial', 'rejected', 'rejected']);
  });

  test('costs one attempt more, not three', async () => {
    const busy = problem(503, 'unavailable');
    await using server = await startServer(busy, busy, expired, busy);
    await expect(clientFor(server).get(engagementStats)).rejects.toMatchObject({ status: 503 });
    expect(server.arrivals.length).toBe(4);

    await using other = await startServer(expired, busy);
    await expect(clientFor(other).get(engagementStats)).rejects.toMatchObject({ status: 503 });
    expect(other.arrivals.length).toBe(3);
  });

  test('is replaced once for many requests', async () => {
    const isOld: Step = (request, response) =>
      (request.headers.authorization === 'Bearer old' ? expired : ok)(request, response);
    await using server = await startServer(isOld);
    let calls = 0;
    const client = clientFor(server, {
      getToken: async () => (++calls === 1 ? 'old' : 'new'),
    });
    const queries = Array.from({ length: 20 }, (_, n) => ({ member_id: [`m${n}`] }));
    await Promise.all(queries.map((query) => client.get(engagementStats, query)));
    expect(calls).toBe(2);
  });
});

describe('another reader', () => {
  test('gets nothing of the one before, neither from the cache nor from a late answer', async () => {
    const { promise: released, resolve: release } = gate();
    await using server = await startServer(
      json(engagement(1), { etag: 'W/"1"' }),
      after(released, json(engagement(1))),
      problem(401, 'unauthenticated'),
      json(engagement(2)),
    );
    const readers = [jwt({ sub: 'ann' }), jwt({ sub: 'bob' })];
    let calls = 0;
    let changes = 0;
    const client = clientFor(server, { getToken: async () => readers[calls++] ?? '' });
    client.onIdentityChange(() => changes++);
    await client.get(engagementStats);
    const late = client.get(engagementStats, {}, { fresh: true });
    await server.arrived(2);
    const trigger = client.get(engagementStats, { time_range: 'today' });
    expect(await trigger).toEqual(engagement(2));
    expect(await late).toEqual(engagement(2));
    release();
    expect(await client.get(engagementStats)).toEqual(engagement(2));
    expect(changes).toBe(1);
    expect(calls).toBe(2);
    expect(tokensOf(server).map((token) => readers.indexOf(token ?? ''))).toEqual([0, 0, 0, 1, 1]);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"', undefined, undefined, undefined]);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['organization', { org: 'org-2' }, 1],
    ['member', { sub: 'member-2' }, 1],
    ['role', { role: 'org_owner' }, 1],
    ['permissions', { permissions: ['Dashboard:Instance:ViewOrg'] }, 1],
    ['slices', { slices: ['stats'] }, 1],
    ['issuer', { iss: 'another' }, 1],
    ['times and id alone', { jti: 'x', iat: 1, exp: 2 }, 0],
    ['no order of permissions', { permissions: ['b', 'a'] }, 0],
  ])('is told by %s', async (_, claims, changes) => {
    await using server = await startServer(
      json(engagement(1), { etag: 'W/"1"' }),
      problem(401, 'token_expired'),
      ok,
    );
    const tokens = [jwt({ permissions: ['a', 'b'] }), jwt({ permissions: ['a', 'b'], ...claims })];
    let seen = 0;
    const client = clientFor(server, { getToken: async () => tokens.shift() ?? '' });
    client.onIdentityChange(() => seen++);
    await client.get(engagementStats);
    await client.get(engagementStats, {}, { fresh: true });
    expect(seen).toBe(changes);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"', changes ? undefined : 'W/"1"']);
  });

  test('clear() starts over: token, answers and what is under way', async () => {
    await using server = await startServer(
      json(engagement(1), { etag: 'W/"1"' }),
      blackHole,
      json(engagement(2)),
    );
    const reasons: string[] = [];
    const client = clientFor(server, {
      getToken: async ({ reason }) => {
        reasons.push(reason);
        return `token-${reasons.length}`;
      },
    });
    await client.get(engagementStats);
    const underWay = client.get(engagementStats, {}, { fresh: true });
    await server.arrived(2);
    client.clear();
    expect(await underWay).toEqual(engagement(2));
    expect(reasons).toEqual(['initial', 'initial']);
    expect(tokensOf(server)).toEqual(['token-1', 'token-1', 'token-2']);
    expect(tagsOf(server)).toEqual([undefined, 'W/"1"', undefined]);
  });

  test('clear() does not wait for a token that was asked for before', async () => {
    await using server = await startServer(ok);
    const signals: AbortSignal[] = [];
    const client = clientFor(server, {
      getToken: ({ signal }) => {
        signals.push(signal);
        return signals.length === 1 ? new Promise(() => undefined) : Promise.resolve('second');
      },
    });
    const answer = client.get(engagementStats);
    await nextTurn();
    client.clear();
    await answer;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(tokensOf(server)).toEqual(['second']);
  });

  test('may come at any moment: no answer of the one before is delivered after the news', async () => {
    for (let turns = 0; turns < 150; turns++) {
      let reader = 1;
      const events: string[] = [];
      const client = createClient({
        baseUrl: 'http://stats.test',
        getToken: async () => `${reader}`,
        fetch: async (input) => {
          const token = (input as Request).headers.get('authorization')?.slice(-1);
          return Response.json(engagement(Number(token)));
        },
      });
      client.onIdentityChange(() => events.push('news'));
      const read = () =>
        client.get(engagementStats).then((answer) => events.push(`${answer.active_contacts}`));
      const delivered = read();
      for (let turn = 0; turn < turns; turn++) await undefined;
      reader = 2;
      client.clear();
      await delivered;
      await read();
      expect(['1 news 2', 'news 2 2']).toContain(events.join(' '));
    }
  });

  test('is announced to every listener until it is removed', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server);
    const heard: string[] = [];
    const remove = client.onIdentityChange(() => heard.push('a'));
    client.onIdentityChange(() => heard.push('b'));
    client.clear();
    await nextTurn();
    remove();
    client.clear();
    await nextTurn();
    expect(heard).toEqual(['a', 'b', 'b']);
  });

  test('under any interleaving: an answer belongs to the reader at its delivery', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('get', 'get fresh', 'clear'), { minLength: 2, maxLength: 12 }),
        async (scheduler, acts) => {
          let reader = 0;
          const strays: [number, number][] = [];
          const client = createClient({
            baseUrl: 'http://stats.test',
            getToken: () => scheduler.schedule(Promise.resolve(`${reader}`), 'token'),
            fetch: async (input) => {
              const { headers } = input as Request;
              const asked = Number(headers.get('authorization')?.replace('Bearer ', ''));
              await scheduler.schedule(Promise.resolve(), 'answer');
              return Response.json(engagement(asked));
            },
          });
          const reads: Promise<unknown>[] = [];
          const read = async (fresh: boolean) => {
            const answer = await client.get(engagementStats, {}, { fresh });
            if (answer.active_contacts !== reader) strays.push([answer.active_contacts, reader]);
          };
          scheduler.scheduleSequence(
            acts.map((act) => async () => {
              if (act !== 'clear') return void reads.push(read(act === 'get fresh'));
              reader++;
              client.clear();
            }),
          );
          await scheduler.waitIdle();
          await Promise.all(reads);
          expect(strays).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a token', () => {
  const secret = jwt({ sub: 'the-secret-bearer' });

  /** Everything that a value shows to whoever serialises or prints it. */
  async function shownBy(value: unknown): Promise<string> {
    const { inspect } = await import('node:util');
    const texts = [JSON.stringify(value), inspect(value, { depth: 9, showHidden: true })];
    if (value instanceof Error) texts.push(String(value.stack), String(value.message));
    return texts.join('\n');
  }

  test.each<[string, Step]>([
    ['401', problem(401, 'unauthenticated')],
    ['403', problem(403, 'forbidden')],
    ['429', problem(429, 'rate_limited', { 'retry-after': '60' })],
    ['503', problem(503, 'unavailable')],
    ['a lost connection', (request) => request.socket.destroy()],
    ['silence', blackHole],
    ['no JSON', html(200)],
    ['no answer of the contract', json({})],
    [
      'a server that repeats it',
      problem(400, 'invalid_query', {}, { detail: `no ${secret}`, request_id: secret }),
    ],
  ])('is not in the error of %s', async (_, step) => {
    await using server = await startServer(step);
    const client = clientFor(server, { getToken: async () => secret, deadlineMs: 300 });
    const failure = await client.get(engagementStats).catch((error) => error);
    expect(isStatsError(failure)).toBe(true);
    expect(await shownBy(failure)).not.toContain(secret);
    expect(await shownBy(client)).not.toContain(secret);
  });

  test.each<[string, () => Promise<string>]>([
    ['an error that quotes it', () => Promise.reject(new Error(`refused ${secret}`))],
    [
      'an error that holds the request',
      () => Promise.reject(Object.assign(new Error('no'), { config: { auth: secret } })),
    ],
    ['a text', () => Promise.reject(secret)],
    ['a header in place of a token', async () => `Bearer ${secret}`],
    ['a line break', async () => `${secret}\n`],
  ])('is not in the error after getToken gives %s', async (_, getToken) => {
    await using server = await startServer(ok);
    const failure = await clientFor(server, { getToken })
      .get(engagementStats)
      .catch((error) => error);
    expect(failure).toMatchObject({ kind: 'unauthenticated', status: undefined });
    expect(await shownBy(failure)).not.toContain(secret);
    expect(server.arrivals).toEqual([]);
  });

  test('that could not be had is asked for again by the next call', async () => {
    await using server = await startServer(ok);
    const reasons: string[] = [];
    const client = clientFor(server, {
      getToken: async ({ reason }) => {
        reasons.push(reason);
        if (reasons.length === 1) throw new TypeError('offline');
        return 'token';
      },
    });
    const failures = await Promise.allSettled([
      client.get(engagementStats),
      client.get(engagementStats, { time_range: 'today' }),
    ]);
    expect(failures).toMatchObject([
      { reason: { kind: 'unauthenticated', detail: 'getToken failed: offline' } },
      { reason: { kind: 'unauthenticated', detail: 'getToken failed: offline' } },
    ]);
    await client.get(engagementStats);
    expect(reasons).toEqual(['initial', 'initial']);
  });

  test('that never comes ends with the deadline', async () => {
    await using server = await startServer(ok);
    const client = clientFor(server, {
      getToken: () => new Promise(() => undefined),
      deadlineMs: 50,
    });
    await expect(client.get(engagementStats)).rejects.toMatchObject({ kind: 'timeout' });
    expect(server.arrivals).toEqual([]);
  });
});

describe('resolveRecording', () => {
  const call = {
    id: 'c1',
    contact_id: null,
    contact_name: null,
    member_id: null,
    member_name: null,
    phone_id: null,
    phone_label: null,
    direction: 'inbound',
    status: 'completed',
    outcome: null,
    duration_secs: 3,
    started_at: '2026-03-02T06:15:00.000Z',
  } as const;
  const nowhere = { baseUrl: 'http://stats.test' };

  test.each([
    ['https://rec.test/1.mp3', 'https://rec.test/1.mp3'],
    ['HTTP://rec.test/1.mp3', 'HTTP://rec.test/1.mp3'],
    ['javascript:alert(1)', null],
    ['data:audio/mp3;base64,AA', null],
    ['/relative.mp3', null],
    ['', null],
    [null, null],
  ])('%j gives %j', async (recording_url, url) => {
    expect(await clientFor(nowhere).resolveRecording({ ...call, recording_url })).toBe(url);
  });

  test('is the host’s when it has one', async () => {
    const { signal } = new AbortController();
    const client: SliceClient = clientFor(nowhere, {
      resolveRecording: async ({ id }, options) => `blob:${id}:${options.signal === signal}`,
    });
    const answer = client.resolveRecording({ ...call, recording_url: null }, { signal });
    expect(await answer).toBe('blob:c1:true');
  });

  test('rejects when the host’s throws or the reader has left', async () => {
    const failure = new StatsError('unavailable', 'no recordings today');
    const client = clientFor(nowhere, {
      resolveRecording: () => {
        throw failure;
      },
    });
    const row = { ...call, recording_url: null };
    await expect(client.resolveRecording(row)).rejects.toBe(failure);
    const signal = AbortSignal.abort('gone');
    await expect(client.resolveRecording(row, { signal })).rejects.toBe('gone');
  });
});
