import { endpoints, type EndpointName } from '@inlay/sdk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../app.js';
import { run } from '../cli/run.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import { createTokenVerifier } from './token.js';

const start = Date.parse('2026-03-30T10:00:00Z');

let served: ServedWorld;
let now: number;
let close: (() => Promise<void>)[];

beforeEach(async () => {
  now = start;
  close = [];
  served = await serveWorld(
    {
      ...emptyWorld,
      organizations: ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' })),
    },
    now,
  );
});
afterEach(async () => {
  for (const end of close) await end();
  await served.close();
});

/** A server of its own over the same file, as another process would be. */
async function anotherServer() {
  const store = await openSqlite(served.file);
  close.push(() => store.close());
  const clock = () => now;
  return createApp({ store, clock, verify: createTokenVerifier({ secret: SECRET }, clock) });
}

async function revoke(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await run(['revoke', '--db', served.file, ...args], {
    env: {},
    clock: () => now,
    isTerminal: false,
    untilStopped: () => Promise.resolve(),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

const tokenOf = (claims: object = {}, orgId = 'acme') =>
  tokenFor(
    reader('m1', ['Dashboard:Instance:ViewOrg', 'Ingest:Write'], { orgId }),
    start,
    claims as Record<string, unknown>,
  );

type App = Awaited<ReturnType<typeof anotherServer>>;

const ask = (app: App, token: string, name: EndpointName = 'planStats') =>
  app.request(`${endpoints[name].path}${name === 'records' ? '?of=calls' : ''}`, {
    headers: { Authorization: `Bearer ${token}` },
  });

const statuses = async (app: App, ...tokens: string[]) => {
  const responses = await Promise.all(tokens.map((token) => ask(app, token)));
  return responses.map(({ status }) => status);
};

describe('a token that was taken back', () => {
  test('by the rev of its organization is refused within a second, by every server of the file', async () => {
    const apps = [await anotherServer(), await anotherServer()];
    const tokens = [await tokenOf(), await tokenOf({ rev: 0 }), await tokenOf({ rev: 1 })];
    const elsewhere = await tokenOf({}, 'umbra');
    for (const app of apps)
      expect(await statuses(app, ...tokens, elsewhere)).toEqual([200, 200, 200, 200]);
    const { out } = await revoke('--org', 'acme');
    expect(out).toBe('the rev of acme is 1: tokens with a lower rev, or none, are refused\n');
    now += 999;
    for (const app of apps)
      expect(await statuses(app, ...tokens, elsewhere)).toEqual([401, 401, 200, 200]);
  });

  test('by its jti alone is refused, and no other', async () => {
    const app = await anotherServer();
    const tokens = [await tokenOf({ jti: 'a' }), await tokenOf({ jti: 'b' }), await tokenOf()];
    const elsewhere = await tokenOf({ jti: 'a' }, 'umbra');
    expect(await statuses(app, ...tokens, elsewhere)).toEqual([200, 200, 200, 200]);
    expect(await revoke('--org', 'acme', '--jti', 'a')).toMatchObject({ code: 0 });
    now += 999;
    expect(await statuses(app, ...tokens, elsewhere)).toEqual([401, 200, 200, 200]);
    now = start + 600_000;
    expect(await statuses(app, ...tokens)).toEqual([401, 200, 200]);
  });

  test('is answered like one that was never good, by every route', async () => {
    const app = await anotherServer();
    const token = await tokenOf({ jti: 'a' });
    await revoke('--org', 'acme', '--jti', 'a');
    const forged = `${token.slice(0, -4)}AAAA`;
    const told = async (response: Response) => {
      const { request_id: _, ...body } = (await response.json()) as Record<string, unknown>;
      const { 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
      return { status: response.status, headers, body };
    };
    for (const name of Object.keys(endpoints) as EndpointName[]) {
      expect(await told(await ask(app, token, name))).toEqual(
        await told(await ask(app, forged, name)),
      );
    }
    for (const path of ['/api/ingest/contacts', '/api/ingest/contacts/delete']) {
      const post = async (bearer: string) =>
        told(
          await app.request(path, {
            method: 'POST',
            headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
            body: '[]',
          }),
        );
      expect(await post(token)).toEqual(await post(forged));
      expect((await post(token)).status).toBe(401);
    }
  });

  test('stays so while the clock goes back', async () => {
    const app = await anotherServer();
    const token = await tokenOf({ jti: 'a' });
    expect(await statuses(app, token)).toEqual([200]);
    await revoke('--org', 'acme', '--jti', 'a');
    now -= 1;
    expect(await statuses(app, token)).toEqual([401]);
  });

  test('is forgotten when it has expired by itself', async () => {
    await revoke('--org', 'acme', '--jti', 'a');
    const listed = () =>
      served.store.read((tx) => tx.all<{ jti: string }>('SELECT jti FROM revoked_tokens'));
    now += 3_690_000;
    await revoke('--org', 'acme', '--jti', 'b');
    expect((await listed()).map(({ jti }) => jti)).toEqual(['a', 'b']);
    now += 20_000;
    await revoke('--org', 'acme', '--jti', 'c');
    expect((await listed()).map(({ jti }) => jti)).toEqual(['b', 'c']);
  });
});

describe('inlay revoke', () => {
  test('raises the rev by one, or to what it is told, and never lowers it', async () => {
    expect((await revoke('--org', 'acme', '--rev', '7')).out).toContain('rev of acme is 7:');
    expect((await revoke('--org', 'acme')).out).toContain('rev of acme is 8:');
    expect(await revoke('--org', 'acme', '--rev', '8')).toEqual({
      code: 1,
      out: '',
      err: 'the rev of acme is 8 already; it can only be raised\n',
    });
  });

  test.each([
    [['--org', 'nobody'], 1, 'there is no organization "nobody" in the database\n'],
    [[], 2, 'inlay revoke: --org ID is needed\nTry: inlay revoke --help\n'],
    [
      ['--org', 'acme', '--jti', 'a', '--rev', '1'],
      2,
      'inlay revoke: --jti and --rev exclude each other\nTry: inlay revoke --help\n',
    ],
    [
      ['--org', 'acme', '--jti', ''],
      2,
      'inlay revoke: --jti has 1 to 1024 characters\nTry: inlay revoke --help\n',
    ],
  ])('%j is refused', async (args, code, err) => {
    expect(await revoke(...args)).toEqual({ code, out: '', err });
  });
});
