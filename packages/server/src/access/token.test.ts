import { generateKeyPair, SignJWT, UnsecuredJWT, base64url } from 'jose';
import { describe, expect, test } from 'vitest';
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

const without = (claim: keyof typeof claims) => {
  const { [claim]: _, ...rest } = claims;
  return sign(rest);
};

const encode = (value: object) => base64url.encode(JSON.stringify(value));

const forged: Record<string, () => Promise<string>> = {
  'is empty': async () => '',
  'is no JWT': async () => 'not.a.jwt',
  'has two parts': async () => (await sign(claims)).split('.').slice(0, 2).join('.'),
  'has no signature': async () => (await sign(claims)).replace(/[^.]+$/, ''),
  'has another signature': async () => (await sign(claims)).replace(/[^.]+$/, 'AAAA'),
  'has another payload': async () => {
    const [header, , signature] = (await sign(claims)).split('.');
    return [header, encode({ ...claims, sub: 'm2' }), signature].join('.');
  },
  'says alg none': async () => new UnsecuredJWT(claims).encode(),
  'says alg none, with a signature': async () =>
    `${encode({ alg: 'none' })}.${encode(claims)}.${(await sign(claims)).split('.')[2]}`,
  'is signed with another secret': () =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(SECRET.toUpperCase())),
  'is HS512': () => new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(key),
  'is RS256': async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  },
  'brings its own key': () => sign(claims, { jwk: { kty: 'oct', k: base64url.encode(key) } }),
  'names a key set': () => sign(claims, { jku: 'https://example.com/keys' }),
  'names a certificate': () => sign(claims, { x5u: 'https://example.com/cert' }),
  'has critical extensions': () => sign(claims, { crit: ['b64'], b64: true }),
  'is of another type': () => sign(claims, { typ: 'at+jwt' }),
  'is for another audience': () => sign({ ...claims, aud: 'crm' }),
  'is of another issuer': () => sign({ ...claims, iss: 'crm' }),
  'lives longer than an hour': () => sign({ ...claims, exp: secs + 3601 }),
  'is from the future': () => sign({ ...claims, iat: secs + 60, exp: secs + 120 }),
  'is not valid yet': () => sign({ ...claims, nbf: secs + 60 }),
  'has a permission that is no list': () => sign({ ...claims, permissions: 'ViewOrg' }),
  'has a permission that is no text': () => sign({ ...claims, permissions: [1] }),
  'has an organization that is no id': () => sign({ ...claims, org: 'a b' }),
  'has an organization that is no text': () => sign({ ...claims, org: ['acme'] }),
  'has an empty subject': () => sign({ ...claims, sub: '' }),
  'has a role that is no text': () => sign({ ...claims, role: ['org_owner'] }),
  'has slices that are no list': () => sign({ ...claims, slices: 'stats' }),
  'is longer than 4 KiB': () => sign({ ...claims, jti: 'x'.repeat(4096) }),
  'lacks iss': () => without('iss'),
  'lacks aud': () => without('aud'),
  'lacks sub': () => without('sub'),
  'lacks org': () => without('org'),
  'lacks permissions': () => without('permissions'),
  'lacks iat': () => without('iat'),
  'lacks exp': () => without('exp'),
};

describe('a token is refused when it', () => {
  for (const [what, make] of Object.entries(forged)) {
    test(what, async () => {
      await expect(verify(await make())).rejects.toMatchObject({ code: 'unauthenticated' });
    });
  }

  test('has expired, with a code of its own', async () => {
    const token = await sign({ ...claims, iat: secs - 700, exp: secs - 31 });
    await expect(verify(token)).rejects.toMatchObject({ code: 'token_expired' });
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
