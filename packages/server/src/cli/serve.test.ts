import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeRows } from '../ingest/apply.js';
import { mintEmbedToken } from '../mint-embed-token.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { createAcme } from '../testing/message-load.js';
import { reader, SECRET, SERVER_KEY, tokenFor } from '../testing/reader.js';
import type { Io } from './command.js';
import type * as Built from './run.js';

// The threads of a server run what was built.
const { run } = (await import(
  new URL('../../dist/cli/run.js', import.meta.url).href
)) as typeof Built;

const NOW = Date.parse('2026-03-15T12:00:00Z');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-serve-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface World {
  readonly io: Io;
  readonly written: { out: string; err: string };
  readonly listening: Promise<string>;
  readonly stop: () => void;
}

function io(env: Record<string, string>): World {
  const written = { out: '', err: '' };
  const { promise: listening, resolve: announce } = Promise.withResolvers<string>();
  const stopping = Promise.withResolvers<undefined>();
  return {
    written,
    listening,
    stop: () => stopping.resolve(undefined),
    io: {
      env: { INLAY_DRAIN_SECS: '0', ...env },
      clock: () => NOW,
      isTerminal: false,
      untilStopped: () => stopping.promise,
      out: (text) => {
        written.out += text;
        const url = /^listening on (\S+)\n$/.exec(written.out)?.[1];
        if (url !== undefined) announce(url);
      },
      err: (text) => (written.err += text),
    },
  };
}

const dbFile = () => join(folder, 'test.db');

describe('inlay serve', () => {
  test('answers until it is told to stop, and then no more', async () => {
    const { io: world, listening, stop, written } = io({ INLAY_JWT_SECRET: SECRET });
    await run(['seed', '--db', dbFile()], world);
    written.out = '';
    const ended = run(['serve', '--db', dbFile(), '--port', '0'], world);
    const url = await listening;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const owner = reader('m1', [], { orgId: 'harbor-and-pine', role: 'org_owner' });
    const headers = { Authorization: `Bearer ${await tokenFor(owner, NOW)}` };
    const response = await fetch(`${url}/api/dashboard/stats`, { headers });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ meta: { timezone: 'America/New_York' } });
    stop();
    expect(await ended).toBe(0);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
  });

  test('names the origins that may read, and no others', async () => {
    const world = io({
      INLAY_JWT_SECRET: SECRET,
      INLAY_CORS_ORIGINS: 'https://crm.example.com, http://localhost:3000',
    });
    const ended = run(['serve', '--db', dbFile(), '--port', '0'], world.io);
    const url = await world.listening;
    const allowed = async (origin: string) => {
      const response = await fetch(`${url}/livez`, { headers: { Origin: origin } });
      return response.headers.get('Access-Control-Allow-Origin');
    };
    expect(await allowed('https://crm.example.com')).toBe('https://crm.example.com');
    expect(await allowed('http://localhost:3000')).toBe('http://localhost:3000');
    for (const origin of [
      'https://crm.example.com.evil.example',
      'http://crm.example.com',
      'https://example.com',
      'null',
    ]) {
      expect(await allowed(origin)).toBeNull();
    }
    world.stop();
    expect(await ended).toBe(0);
  });

  test.each<[Record<string, string>, string]>([
    [{}, 'no key to verify tokens with: set INLAY_JWT_SECRET or INLAY_JWKS_URL\n'],
    [{ INLAY_JWT_SECRET: 'short' }, 'INLAY_JWT_SECRET has 5 bytes; at least 32 are needed\n'],
    [
      { INLAY_JWT_SECRET: SECRET, INLAY_CORS_ORIGINS: '*' },
      'INLAY_CORS_ORIGINS: "*" is not an origin like https://crm.example.com\n',
    ],
    [
      { INLAY_JWT_SECRET: SECRET, INLAY_CORS_ORIGINS: 'https://crm.example.com/' },
      'INLAY_CORS_ORIGINS: "https://crm.example.com/" is not an origin like https://crm.example.com\n',
    ],
    [
      { INLAY_JWT_SECRET: SECRET, INLAY_SERVER_KEY: 'x'.repeat(31) },
      'INLAY_SERVER_KEY has 31 bytes; at least 32 are needed\n',
    ],
    [
      { INLAY_JWKS_URL: 'https://example.com/keys', INLAY_SERVER_KEY: 'short' },
      'INLAY_SERVER_KEY has 5 bytes; at least 32 are needed\n',
    ],
    [
      { INLAY_JWT_SECRET: SERVER_KEY, INLAY_SERVER_KEY: SERVER_KEY },
      'INLAY_SERVER_KEY and INLAY_JWT_SECRET are the same: give two\n',
    ],
    [
      { INLAY_JWT_SECRET: SECRET, INLAY_MEMBER_PER_SEC: '10/s' },
      'INLAY_MEMBER_PER_SEC: "10/s" is not a whole number from 0 to 1000000\n',
    ],
    [
      { INLAY_JWT_SECRET: SECRET, INLAY_MAX_CONNECTIONS: '0' },
      'INLAY_MAX_CONNECTIONS: "0" is not a whole number from 1 to 1000000\n',
    ],
    [
      { INLAY_JWT_SECRET: SECRET, INLAY_LOG_LEVEL: 'debug' },
      'INLAY_LOG_LEVEL: "debug" is not one of info, error, silent\n',
    ],
  ])('with %j it does not start', async (env, message) => {
    const { io: world, written } = io(env);
    expect(await run(['serve', '--db', dbFile()], world)).toBe(1);
    expect(written).toEqual({ out: '', err: message });
  });

  test('makes tokens for who shows the server key', async () => {
    const {
      io: world,
      listening,
      stop,
    } = io({
      INLAY_JWT_SECRET: SECRET,
      INLAY_JWT_AUDIENCE: 'stats',
      INLAY_SERVER_KEY: SERVER_KEY,
    });
    const who = { org: 'acme', member: 'm1' };
    const store = await openSqlite(dbFile());
    await writeRows(store, async (rows) => {
      await rows.putJson('organizations', [{ id: 'acme', name: 'Acme', timezone: 'UTC' }], NOW);
      await rows.putJson('members', [{ org_id: 'acme', id: 'm1', name: 'Ada' }], NOW);
    });
    await store.close();
    const ended = run(['serve', '--db', dbFile(), '--port', '0'], world);
    const baseUrl = await listening;
    const { token } = await mintEmbedToken({ baseUrl, serverKey: SERVER_KEY, ...who });
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${baseUrl}/api/dashboard/stats`, { headers });
    expect(await response.json()).toMatchObject({ meta: { scope: 'scoped' } });
    stop();
    expect(await ended).toBe(0);
  });

  test('makes no tokens when it verifies those of another', async () => {
    const {
      io: world,
      listening,
      stop,
    } = io({
      INLAY_JWKS_URL: 'https://example.com/keys',
      INLAY_SERVER_KEY: SERVER_KEY,
    });
    const ended = run(['serve', '--db', dbFile(), '--port', '0'], world);
    const asked = mintEmbedToken({
      baseUrl: await listening,
      serverKey: SERVER_KEY,
      org: 'acme',
      member: 'm1',
    });
    await expect(asked).rejects.toMatchObject({ status: 404, code: 'not_found' });
    stop();
    expect(await ended).toBe(0);
  });

  test.each([
    ['', ['request', 'request']],
    ['info', ['request', 'request']],
    ['error', []],
    ['silent', []],
  ])('logs a line of JSON for each request, at level «%s»', async (level, expected) => {
    const world = io({ INLAY_JWT_SECRET: SECRET, INLAY_LOG_LEVEL: level });
    const ended = run(['serve', '--db', dbFile(), '--port', '0'], world.io);
    const url = await world.listening;
    await fetch(`${url}/api/dashboard/stats`, { headers: { 'X-Request-Id': 'r1' } });
    await fetch(`${url}/nothing`);
    world.stop();
    await ended;
    const lines = world.written.err.split('\n').slice(0, -1);
    const events = lines.map((line) => JSON.parse(line) as { msg: string });
    expect(events.map(({ msg }) => msg)).toEqual(expected);
    if (events.length > 0) {
      expect(events[0]).toEqual({
        level: 'info',
        time: '2026-03-15T12:00:00.000Z',
        request_id: 'r1',
        method: 'GET',
        route: '/api/dashboard/stats',
        status: 401,
        ms: expect.any(Number),
        slice: 'stats',
        msg: 'request',
      });
    }
  });

  const open = ['--host', '0.0.0.0'];

  test.each<[string[], Record<string, string>, number, number]>([
    [[], {}, 1100, 1100],
    [open, {}, 1100, 1000],
    [[], { INLAY_ADDRESS_PER_SEC: '2' }, 40, 20],
    [open, { INLAY_MEMBER_PER_SEC: '3' }, 40, 30],
  ])('with %j and %j, of %i requests at once it answers %i', async (args, env, sent, answered) => {
    const world = io({ INLAY_JWT_SECRET: SECRET, INLAY_LOG_LEVEL: 'silent', ...env });
    await createAcme(dbFile());
    const ended = run(['serve', '--db', dbFile(), '--port', '0', ...args], world.io);
    const url = (await world.listening).replace('0.0.0.0', '127.0.0.1');
    const owner = reader('m1', [], { role: 'org_owner' });
    const headers = { Authorization: `Bearer ${await tokenFor(owner, NOW)}` };
    const statuses = new Map<number, number>();
    for (let n = 0; n < sent; n++) {
      const response = await fetch(`${url}/api/dashboard/plan-stats`, { headers });
      await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }
    world.stop();
    await ended;
    expect(statuses.get(200)).toBe(answered);
    expect(statuses.get(429) ?? 0).toBe(sent - answered);
  });

  test('says that a port is taken', async () => {
    const first = io({ INLAY_JWT_SECRET: SECRET });
    const ended = run(['serve', '--db', dbFile(), '--port', '0'], first.io);
    const port = new URL(await first.listening).port;
    const second = io({ INLAY_JWT_SECRET: SECRET });
    expect(await run(['serve', '--db', dbFile(), '--port', port], second.io)).toBe(1);
    expect(second.written.err).toContain(`cannot listen on 127.0.0.1:${port}: listen EADDRINUSE`);
    first.stop();
    expect(await ended).toBe(0);
  });
});
