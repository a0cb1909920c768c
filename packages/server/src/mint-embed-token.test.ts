import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTokenVerifier } from './access/token.js';
import { SECRET, SERVER_KEY } from './testing/reader.js';
import { serveWorld, type ServedWorld } from './testing/served-world.js';
import { emptyWorld } from './testing/world.js';
import { mintEmbedToken, signToken } from './tokens.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const who = { org: 'acme', member: 'm1' };
const verify = createTokenVerifier({ secret: SECRET }, () => now);

let served: ServedWorld;
beforeAll(async () => {
  served = await serveWorld(
    {
      ...emptyWorld,
      organizations: [{ id: 'acme', name: 'Acme', timezone: 'UTC' }],
      members: [{ org_id: 'acme', id: 'm1', name: 'Ada' }],
    },
    now,
  );
});
afterAll(() => served.close());

/** Asks the app below a path, as behind a proxy. */
const send: typeof fetch = (url, init) =>
  served.fetch(String(url).replace('https://crm.example.com/stats', ''), init);
const options = {
  ...who,
  baseUrl: 'https://crm.example.com/stats/',
  serverKey: SERVER_KEY,
  fetch: send,
};

test('gives a token that the server takes', async () => {
  const { token, expires_at } = await mintEmbedToken({ ...options, ttl: 60, slices: ['stats'] });
  expect(expires_at).toBe('2026-03-30T10:01:00.000Z');
  expect(await verify(token)).toMatchObject({ orgId: 'acme', memberId: 'm1', slices: ['stats'] });
});

test('tells why there is none, without the key', async () => {
  await expect(mintEmbedToken({ ...options, member: 'm2' })).rejects.toMatchObject({
    status: 404,
    code: 'not_found',
    message: 'no token: 404 there is no such member of such an organization',
  });
  const error = await mintEmbedToken({ ...options, ttl: 0 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'EmbedTokenRefused', status: 400, code: 'invalid_query' });
  expect(JSON.stringify([String(error), error])).not.toContain(SERVER_KEY);
  const other = { ...options, fetch: async () => new Response('<p>hello', { status: 200 }) };
  await expect(mintEmbedToken(other)).rejects.toThrow(
    'no token: 200 the answer is none of an Inlay server',
  );
});

test('carries the key to no other address', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(307, { Location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(mintEmbedToken({ ...who, baseUrl, serverKey: SERVER_KEY })).rejects.toThrow();
  server.close();
  expect(asked).toEqual(['/api/embed-tokens']);
});

test('gives up when it is told to', async () => {
  const leaving = new AbortController();
  const silent: typeof fetch = (_, init) =>
    new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  const asked = mintEmbedToken({ ...options, fetch: silent, signal: leaving.signal });
  leaving.abort(new Error('left'));
  await expect(asked).rejects.toThrow('left');
});

test('a token signed by a host itself is taken too', async () => {
  const claims = {
    org: 'acme',
    sub: 'm1',
    permissions: ['Dashboard:Instance:ViewOrg'],
    slices: ['stats'],
  } as const;
  expect(await verify(await signToken(claims, { secret: SECRET }, { now }))).toEqual({
    orgId: 'acme',
    memberId: 'm1',
    permissions: ['Dashboard:Instance:ViewOrg'],
    slices: ['stats'],
  });
  await expect(signToken(claims, { secret: 'short' })).rejects.toThrow('at least 32 are needed');
});
