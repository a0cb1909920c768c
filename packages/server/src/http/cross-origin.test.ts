import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { SECRET, SERVER_KEY } from '../testing/reader.js';
import { routesOf } from '../testing/routes.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import type { AppEnv } from './authenticate.js';
import { crossOrigin } from './cross-origin.js';
import { beginAnswer, respond } from './respond.js';

const ALLOWED = ['https://crm.example.com', 'http://localhost:3000'];

/** Origins that look like one of them to a careless comparison. */
const STRANGERS = [
  'https://crm.example.com.evil.example',
  'https://evil-crm.example.com',
  'http://crm.example.com',
  'https://crm.example.com:444',
  'HTTPS://CRM.EXAMPLE.COM',
  'https://crm.example.com/',
  'null',
  '*',
  '',
  'https://crm.example.com@evil.example',
  'http://localhost:30000',
  'http://localhost',
  'http://127.0.0.1:3000',
  'https://crm-example.com',
  'https://xn--crm-example-com.evil.example',
  'file://',
];

const app = new Hono<AppEnv>();
app.use(beginAnswer);
app.use(crossOrigin(ALLOWED));
app.get('/', (context) => respond(context, 200, 'answer', { Vary: 'Origin, Authorization' }));
app.get('/fault', () => {
  throw new Error('fault');
});
app.onError((_, context) => context.text('problem', 500));

const headersOf = async (path: string, headers: Record<string, string>, method = 'GET') => {
  const response = await app.request(path, { method, headers });
  const about = [...response.headers].filter(([name]) => /^(access-control|vary)/.test(name));
  return [response.status, Object.fromEntries(about)];
};

describe('an answer', () => {
  test.each(ALLOWED)('may be read by pages of %s', async (origin) => {
    const readable = {
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'ETag,Retry-After,X-Request-Id',
    };
    const headers = { Origin: origin };
    expect(await headersOf('/', headers)).toEqual([
      200,
      { ...readable, vary: 'Origin, Authorization' },
    ]);
    expect(await headersOf('/fault', headers)).toEqual([500, { ...readable, vary: 'Origin' }]);
    expect(await headersOf('/nothing', headers)).toEqual([404, { ...readable, vary: 'Origin' }]);
  });

  test.each(STRANGERS)('may not be read by pages of %j', async (origin) => {
    const headers = { Origin: origin };
    expect(await headersOf('/', headers)).toEqual([200, { vary: 'Origin, Authorization' }]);
    const [, preflight] = await headersOf('/', headers, 'OPTIONS');
    expect(preflight).not.toHaveProperty('access-control-allow-origin');
  });

  test('differs by origin, also for who names none', async () => {
    expect(await headersOf('/', {})).toEqual([200, { vary: 'Origin, Authorization' }]);
  });
});

test('a preflight names methods and headers, and no credentials', async () => {
  expect(await headersOf('/', { Origin: ALLOWED[0] ?? '' }, 'OPTIONS')).toEqual([
    204,
    {
      'access-control-allow-origin': ALLOWED[0],
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'Authorization,Content-Type,If-None-Match',
      'access-control-expose-headers': 'ETag,Retry-After,X-Request-Id',
      'access-control-max-age': '600',
      vary: 'Origin, Access-Control-Request-Headers',
    },
  ]);
});

describe('of a whole server', () => {
  const clock = () => Date.parse('2026-03-30T10:00:00Z');
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  const embedTokens = { secret: SECRET, serverKey: SERVER_KEY };
  let served: ServedWorld;
  let whole: ReturnType<typeof createApp>;
  beforeAll(async () => {
    served = await serveWorld(emptyWorld, clock());
    whole = createApp({ store: served.store, clock, verify, embedTokens, corsOrigins: ALLOWED });
  });
  afterAll(() => served.close());

  /** What a browser is told of an answer, and of the question whether it may ask. */
  const toldOf = async (path: string, method: string, Origin: string) => {
    const preflight = { Origin, 'Access-Control-Request-Method': method };
    const responses = [
      await whole.request(path, { method, headers: { Origin } }),
      await whole.request(path, { method: 'OPTIONS', headers: preflight }),
    ];
    return responses.map(({ headers }) => [
      headers.get('Access-Control-Allow-Origin'),
      headers.get('Access-Control-Allow-Credentials'),
      headers.get('Vary')?.includes('Origin'),
    ]);
  };

  test('every route, refusals too, may be read by pages of the list alone, and without cookies', async () => {
    const routes = [...routesOf(whole), { path: '/livez', method: 'GET' }];
    expect(routes.length).toBeGreaterThan(12);
    for (const { path, method } of routes) {
      for (const origin of [...ALLOWED, ...STRANGERS]) {
        const allowed = ALLOWED.includes(origin) ? origin : null;
        const told = [allowed, null, true];
        expect(await toldOf(path, method, origin), `${path} from ${origin}`).toEqual([told, told]);
      }
    }
  });
});
