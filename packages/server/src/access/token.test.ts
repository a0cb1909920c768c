import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { badTokens } from '../testing/bad-tokens.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { createTokenVerifier } from './token.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const secs = now / 1000;
const owner = reader('m1', [], { role: 'org_owner' });
const verify = createTokenVerifier({ secret: SECRET }, () => now);
const key = new TextEncoder().encode(SECRET);

const claims = {
  iss: 'inlay',
  aud: 'inlay',
  sub: 'm1',
  org: 'acme',
  permissions: ['Dashboard:Instance:ViewOrg'],
  iat: secs,
  exp: secs + 600,
};

const sign = (payload: object, header: object = {}) =>
  new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256', ...header }).sign(key);

const bad = await badTokens(now);

describe('a token is refused that', () => {
  test.each(bad)('$what', async ({ token, code }) => {
    await expect(verify(token)).rejects.toMatchObject({ code });
  });

  test('is empty', async () => {
    await expect(verify('')).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('a token is taken', () => {
  test('with its organization, member, permissions and role', async () => {
    expect(await verify(await tokenFor(owner, now))).toEqual(owner);
  });

  test('with the skew of a clock that is 29 s late', async () => {
    expect(await verify(await sign({ ...claims, exp: secs - 29 }))).toMatchObject({
      orgId: 'acme',
    });
  });

  test.each(['JWT', 'jwt', 'inlay+jwt'])('with the type %s', async (typ) => {
    expect(await verify(await sign(claims, { typ }))).toMatchObject({ memberId: 'm1' });
  });

  test('with a role that means nothing here, as if it had none', async () => {
    expect(await verify(await sign({ ...claims, role: 'supervisor' }))).not.toHaveProperty('role');
  });

  test('with the slices that it opens', async () => {
    const token = await sign({ ...claims, slices: ['stats'] });
    expect(await verify(token)).toMatchObject({ slices: ['stats'] });
  });
});

describe('keys', () => {
  test.each([
    [{}, 'no key to verify tokens with: set INLAY_JWT_SECRET or INLAY_JWKS_URL'],
    [{ secret: 'x'.repeat(31) }, 'INLAY_JWT_SECRET has 31 bytes; at least 32 are needed'],
    [
      { secret: SECRET, jwksUrl: 'https://example.com/keys' },
      'INLAY_JWT_SECRET and INLAY_JWKS_URL exclude each other: give one',
    ],
  ])('%j are refused', (options, message) => {
    expect(() => createTokenVerifier(options, () => now)).toThrow(message);
  });
});
