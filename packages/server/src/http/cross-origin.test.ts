import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { crossOrigin } from './cross-origin.js';

const ALLOWED = ['https://crm.example.com', 'http://localhost:3000'];

const app = new Hono();
app.use(crossOrigin(ALLOWED));
app.get('/', (context) => {
  context.header('Vary', 'Authorization', { append: true });
  return context.text('answer');
});
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

  test.each([
    'https://crm.example.com.evil.example',
    'https://evil-crm.example.com',
    'http://crm.example.com',
    'https://crm.example.com:444',
    'HTTPS://CRM.EXAMPLE.COM',
    'https://crm.example.com/',
    'null',
    '*',
    '',
  ])('may not be read by pages of %j', async (origin) => {
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
