import { UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  issuerKey,
  serveKeys,
  signBy,
  type IssuerKey,
  type KeyServer,
  type KeyServerMode,
} from '../testing/key-server.js';
import { createTokenVerifier } from './token.js';

const start = Date.parse('2026-03-30T10:00:00Z');
const MINUTE = 60_000;

let first: IssuerKey;
let second: IssuerKey;
let server: KeyServer;
let now: number;
let verify: ReturnType<typeof createTokenVerifier>;
let serial = 0;

beforeEach(async () => {
  [first, second] = [await issuerKey('k1'), await issuerKey('k2', 'EdDSA')];
  server = await serveKeys(first);
  now = start;
  verify = createTokenVerifier({ jwksUrl: server.url }, () => now);
});
afterEach(() => server[Symbol.asyncDispose]());

/** A new token each time, so that none is remembered. */
const tokenBy = (key: IssuerKey, claims: object = {}) =>
  signBy(key, {
    iss: 'inlay',
    aud: 'inlay',
    sub: 'm1',
    org: 'acme',
    permissions: [],
    iat: now / 1000,
    exp: now / 1000 + 600,
    jti: String(++serial),
    ...claims,
  });

const verified = async (key: IssuerKey) => (await verify(await tokenBy(key))).memberId;
const refused = async (key: IssuerKey) =>
  verify(await tokenBy(key)).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

describe('keys of an issuer', () => {
  test.each(['ES256', 'RS256', 'EdDSA'])('of %s verify its tokens, read once', async (alg) => {
    const key = await issuerKey('k3', alg);
    server.published = [key];
    const all = await Promise.all(Array.from({ length: 20 }, () => verified(key)));
    expect(new Set(all)).toEqual(new Set(['m1']));
    expect(server.requests).toBe(1);
  });

  test('verify no token of another key under the same name, nor one without a signature', async () => {
    const impostor = await issuerKey('k1');
    expect(await refused(impostor)).toBe('unauthenticated');
    const unsigned = new UnsecuredJWT({}).encode();
    await expect(verify(unsigned)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('are never a secret: HS256 with the public key as secret is refused', async () => {
    const { SignJWT } = await import('jose');
    const forged = await new SignJWT({ sub: 'm1' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(new TextEncoder().encode(JSON.stringify(first.jwk)));
    await expect(verify(forged)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(server.requests).toBe(0);
  });

  test('are read anew when they are five minutes old, and then one that is gone is refused', async () => {
    await verified(first);
    server.published = [second];
    now += 5 * MINUTE - 1;
    await verified(first);
    now += 1;
    expect(await refused(first)).toBe('unauthenticated');
  });

  test('rotate under load, and no request fails', async () => {
    verify = createTokenVerifier({ jwksUrl: server.url }, Date.now);
    now = Math.floor(Date.now() / 1000) * 1000;
    await verified(first);
    const outcomes: Promise<string>[] = [];
    for (let n = 0; n < 300; n++) {
      if (n === 100) server.published = [first, second];
      if (n === 200) server.published = [second];
      outcomes.push(verified(n < 100 || (n < 200 && n % 2) ? first : second));
      if (n % 50 === 49) await Promise.all(outcomes);
    }
    const settled = await Promise.all(outcomes);
    expect(settled).toEqual(Array.from({ length: 300 }, () => 'm1'));
    expect(server.requests).toBe(2);
  });

  test('are asked for at most once for any number of unknown names', async () => {
    verify = createTokenVerifier({ jwksUrl: server.url }, Date.now);
    now = Math.floor(Date.now() / 1000) * 1000;
    await verified(first);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => refused(second)));
    expect(new Set(outcomes)).toEqual(new Set(['unauthenticated']));
    expect(server.requests).toBe(2);
  });
});

const broken: KeyServerMode[] = ['error', 'garbage', 'redirect', 'reset'];

describe('while an issuer cannot be reached', () => {
  test.each(broken)('(%s) nothing opens without keys: 503', async (mode) => {
    server.mode = mode;
    expect(await refused(first)).toBe('unavailable');
    server.mode = 'keys';
    now += 1000;
    expect(await verified(first)).toBe('m1');
  });

  test.each(broken)('(%s) its keys are used until they are an hour old', async (mode) => {
    await verified(first);
    server.mode = mode;
    for (let minute = 0; minute < 59; minute += 6) {
      now = start + minute * MINUTE;
      expect(await verified(first)).toBe('m1');
      expect(await refused(await issuerKey('k1'))).toBe('unauthenticated');
    }
    now = start + 60 * MINUTE;
    expect(await refused(first)).toBe('unavailable');
    server.mode = 'keys';
    now += 1000;
    expect(await verified(first)).toBe('m1');
  });

  test('it is not asked for every request', async () => {
    await verified(first);
    server.mode = 'error';
    now += 6 * MINUTE;
    for (let n = 0; n < 20; n++) await verified(first);
    expect(server.requests).toBe(2);
  });

  test('a token of a key that is not at hand is not judged: 503', async () => {
    await verified(first);
    server.mode = 'error';
    now += 2000;
    expect(await refused(second)).toBe('unavailable');
  });

  test('one that says nothing is given up', async () => {
    server.mode = 'silent';
    expect(await refused(first)).toBe('unavailable');
  });
});

test.each(['file:///etc/keys', 'keys.json', ''])('%j is no address of keys', (jwksUrl) => {
  expect(() => createTokenVerifier({ jwksUrl }, () => now)).toThrow('is not an http or https URL');
});
