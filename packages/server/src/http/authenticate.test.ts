import { embedTokens } from '@inlay/sdk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { openApi } from '../openapi.js';
import { badTokens, type BadToken } from '../testing/bad-tokens.js';
import { counted, type CountedStore } from '../testing/counted-store.js';
import { reader, SECRET, SERVER_KEY, tokenFor } from '../testing/reader.js';
import { routesOf, type Route } from '../testing/routes.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const clock = () => now;

let served: ServedWorld;
let store: CountedStore;
let app: ReturnType<typeof createApp>;
let routes: readonly Route[];
let bad: readonly BadToken[];

beforeAll(async () => {
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'UTC' }];
  served = await serveWorld({ ...emptyWorld, organizations }, now);
  store = counted(served.store);
  app = createApp({
    store,
    clock,
    verify: createTokenVerifier({ secret: SECRET }, clock),
    embedTokens: { secret: SECRET, serverKey: SERVER_KEY },
  });
  routes = routesOf(app);
  bad = await badTokens(now);
});
afterAll(() => served.close());

const ask = ({ method, path }: Route, authorization: string | undefined, query = '') =>
  app.request(`${path}${query}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    ...(method === 'POST' && { body: '[]' }),
  });

/** What an answer says of who asks, and whether it cost the database anything. */
async function refusal(route: Route, authorization: string | undefined, query?: string) {
  const before = store.asked;
  const response = await ask(route, authorization, query);
  const { code } = (await response.json()) as { code: string };
  return {
    status: response.status,
    code,
    type: response.headers.get('Content-Type'),
    scheme: response.headers.get('WWW-Authenticate'),
    asked: store.asked - before,
  };
}

const refused = (code: string) => ({
  status: 401,
  code,
  type: 'application/problem+json',
  scheme: 'Bearer',
  asked: 0,
});

test('every route that the app has is described, and no other', () => {
  const { paths } = openApi() as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.map(({ method, template }) => `${method} ${template}`).sort()).toEqual(
    described.sort(),
  );
});

describe('before the database is asked anything, every route refuses', () => {
  test('each of more than forty bad tokens, with its code', async () => {
    expect(new Set(bad.map(({ token }) => token)).size).toBe(bad.length);
    expect(bad.length).toBeGreaterThanOrEqual(40);
    for (const route of routes) {
      for (const { what, code, token } of bad) {
        const told = route.path === embedTokens.path ? 'unauthenticated' : code;
        expect(
          await refusal(route, `Bearer ${token}`),
          `a token that ${what}, at ${route.path}`,
        ).toEqual(refused(told));
      }
    }
  });

  test('a good token that stands in the wrong place', async () => {
    const token = await tokenFor(reader('m1', [], { role: 'org_owner' }), now);
    for (const route of routes) {
      for (const header of [
        undefined,
        '',
        'Bearer',
        token,
        `Basic ${token}`,
        `Bearer ${token} x`,
      ]) {
        expect(await refusal(route, header), route.path).toEqual(refused('unauthenticated'));
      }
      for (const query of [`?token=${token}`, `?access_token=${token}`]) {
        expect(await refusal(route, undefined, query)).toEqual(refused('unauthenticated'));
      }
      if (route.path === embedTokens.path) continue;
      for (const name of ['token', 'access_token', 'id_token', 'jwt', 'authorization']) {
        expect(await refusal(route, `Bearer ${token}`, `?${name}=x`)).toEqual(
          refused('unauthenticated'),
        );
      }
    }
  });

  test('and is asked something for a good one', async () => {
    const permissions = ['Ingest:Write', 'Dashboard:Instance:ViewOrg'] as const;
    const token = await tokenFor(reader('m1', permissions), now);
    for (const route of routes) {
      const key = route.path === embedTokens.path ? SERVER_KEY : token;
      const before = store.asked;
      const { status } = await ask(route, `Bearer ${key}`);
      expect(status, route.path).not.toBe(401);
      if (key === token) expect(store.asked, route.path).toBeGreaterThan(before);
    }
  });
});

describe('a token for some slices', () => {
  test('opens their addresses and no other', async () => {
    const permissions = ['Ingest:Write', 'Dashboard:Instance:ViewOrg'] as const;
    const open = async (slices: readonly string[]) => {
      const token = await tokenFor({ ...reader('m1', permissions), slices }, now);
      const opened: string[] = [];
      for (const route of routes) {
        if (route.path === embedTokens.path) continue;
        const { status } = await ask(route, `Bearer ${token}`);
        if (status !== 403) opened.push(route.path);
      }
      return opened;
    };
    expect(await open([])).toEqual([]);
    expect(await open(['', 'ingest', 'calls', 'organizations', 'delete', '*'])).toEqual([]);
    expect(await open(['stats'])).toEqual(['/api/dashboard/stats']);
    expect(await open(['records', 'definitions'])).toEqual([
      '/api/dashboard/records',
      '/api/dashboard/definitions',
    ]);
  });

  test.each([
    '/api/dashboard/stats/export',
    '/api/dashboard/stats/../plan-stats',
    '/api/dashboard/plan-stats?x=/api/dashboard/stats',
    '/api/dashboard//stats',
    '/api/dashboard/stats-of-others',
    '/api//dashboard/plan-stats',
    '/api/nothing',
  ])('opens nothing at %s but what is below its own', async (path) => {
    const token = await tokenFor(
      { ...reader('m1', []), role: 'org_owner', slices: ['stats'] },
      now,
    );
    const headers = { Authorization: `Bearer ${token}` };
    const { status } = await app.request(path, { headers });
    expect(status).toBe(path === '/api/dashboard/stats/export' ? 404 : 403);
  });
});
