import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { putWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import type { RateLimits } from './limit-rates.js';

const START = Date.parse('2026-03-30T10:00:00Z');
const ada = reader('ada', [], { role: 'org_owner' });

let folder: string;
let store: Store;
let now: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-rates-'));
  store = await openSqlite(join(folder, 'test.db'));
  const organizations = ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' }));
  await putWorld(store, { ...emptyWorld, organizations }, START);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  now = START;
});

/** A server with limits; `ask` gives the status of a request of a principal from an address. */
function served(rateLimits: RateLimits) {
  const clock = () => now;
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  const app = createApp({ store, clock, verify, rateLimits, corsOrigins: ['https://crm.test'] });
  const send = async (
    path: string,
    { principal = ada, from = '192.0.2.1', headers = {}, claims = {} } = {},
  ) => {
    const token = await tokenFor(principal, START, claims);
    const sent = { headers: { Authorization: `Bearer ${token}`, ...headers } };
    return app.request(path, sent, { incoming: { socket: { remoteAddress: from } } });
  };
  type Rest = Parameters<typeof send>[1];
  const ask = async (rest?: Rest) => (await send('/api/dashboard/plan-stats', rest)).status;
  const askTimes = async (times: number, rest?: Rest) => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n++) statuses.push(await ask(rest));
    return statuses.filter((status) => status !== 429).length;
  };
  return { send, ask, askTimes };
}

describe('a member', () => {
  test('who asks too much is told when to ask again, in a problem that pages may read', async () => {
    const { send, ask, askTimes } = served({ memberPerSec: 0.5 });
    expect(await askTimes(5)).toBe(5);
    const response = await send('/api/dashboard/plan-stats', {
      headers: { Origin: 'https://crm.test', 'X-Request-Id': 'r1' },
    });
    expect(response.status).toBe(429);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '2',
      'access-control-allow-origin': 'https://crm.test',
      'access-control-expose-headers': 'ETag,Retry-After,X-Request-Id',
      'x-request-id': 'r1',
    });
    expect(await response.json()).toEqual({
      type: 'urn:inlay:problem:rate_limited',
      title: 'Too many requests',
      status: 429,
      code: 'rate_limited',
      detail: 'at most 0.5 requests a second are answered',
      request_id: 'r1',
    });
    now += 2000;
    expect([await ask(), await ask()]).toEqual([200, 429]);
  });

  test('is one, with every token and from every address, and no other organization’s', async () => {
    const { ask, askTimes } = served({ memberPerSec: 1 });
    expect(await askTimes(7, { claims: { jti: 'one' } })).toBe(7);
    expect(await askTimes(7, { claims: { jti: 'two' }, from: '192.0.2.2' })).toBe(3);
    expect(await ask({ principal: { ...ada, memberId: 'ben' } })).toBe(200);
    expect(await ask({ principal: { ...ada, orgId: 'umbra' } })).toBe(200);
  });

  test('is limited in what it writes, too', async () => {
    const { send, askTimes } = served({ memberPerSec: 1 });
    await askTimes(10);
    expect((await send('/api/ingest/contacts')).status).toBe(429);
  });
});

describe('an address', () => {
  test('is limited before its tokens are looked at', async () => {
    const { ask, askTimes } = served({ addressPerSec: 1 });
    const bad = { headers: { Authorization: 'Bearer no' } };
    expect(await ask(bad)).toBe(401);
    expect(await askTimes(20, bad)).toBe(9);
    expect(await ask()).toBe(429);
    expect(await ask({ from: '192.0.2.2' })).toBe(200);
  });

  test('keeps its health checks', async () => {
    const { send, askTimes } = served({ addressPerSec: 1 });
    await askTimes(11);
    expect((await send('/readyz')).status).toBe(200);
  });

  test.each([
    ['a network of IPv6', '2001:db8:1:2::1', '2001:0db8:1:2:ffff:0:0:9', false],
    ['two networks of IPv6', '2001:db8:1:2::1', '2001:db8:1:3::1', true],
    ['IPv4 in IPv6', '::ffff:192.0.2.9', '192.0.2.9', false],
    ['two of IPv4 in IPv6', '::ffff:192.0.2.9', '::ffff:192.0.2.8', true],
  ])('%s', async (_, first, second, areTwo) => {
    const { ask, askTimes } = served({ addressPerSec: 1 });
    await askTimes(10, { from: first });
    expect(await ask({ from: second })).toBe(areTwo ? 200 : 429);
  });

  test.each<[number, string, string, boolean]>([
    [0, '198.51.100.1', '198.51.100.2', false],
    [1, '198.51.100.1', '198.51.100.2', true],
    [1, '203.0.113.9, 198.51.100.1', '203.0.113.8, 198.51.100.1', false],
    [2, '198.51.100.1, 10.0.0.1', '198.51.100.2, 10.0.0.1', true],
    [2, '203.0.113.9, 198.51.100.1, 10.0.0.1', '198.51.100.1, 10.0.0.1', false],
    [2, '198.51.100.1', '198.51.100.2', false],
    [1, '198.51.100.1:4711', '198.51.100.1:4712', false],
    [1, '[2001:db8:1:2::1]:4711', '2001:db8:1:2::2', false],
    [1, '[2001:db8:1:2::1]', '[2001:db8:1:3::1]', true],
    [1, 'somebody', 'somebody else', false],
  ])(
    'behind %i trusted proxies is what the outermost has seen: %s, %s',
    async (trustedProxies, first, second, areTwo) => {
      const { ask, askTimes } = served({ addressPerSec: 1, trustedProxies });
      const through = (list: string) => ({ headers: { 'X-Forwarded-For': list } });
      await askTimes(10, through(first));
      expect(await ask(through(second))).toBe(areTwo ? 200 : 429);
    },
  );
});

test('without limits nobody is limited', async () => {
  expect(await served({}).askTimes(100)).toBe(100);
});
