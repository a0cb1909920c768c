import type { ProblemCode } from '@inlay/sdk/contract';
import { base64url, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { SECRET } from './reader.js';

/** A token that no route may take, and what it is refused with. */
export interface BadToken {
  /** Completes "a token that …". */
  readonly what: string;
  readonly code: ProblemCode;
  readonly token: string;
}

const key = new TextEncoder().encode(SECRET);
const encode = (value: unknown) => base64url.encode(JSON.stringify(value));

/** Tokens that are wrong in one thing each, for a server of `SECRET` at `now`, epoch ms. */
export async function badTokens(now: number): Promise<readonly BadToken[]> {
  const secs = Math.floor(now / 1000);
  const claims = {
    iss: 'inlay',
    aud: 'inlay',
    sub: 'm1',
    org: 'acme',
    permissions: ['Dashboard:Instance:ViewOrg', 'Ingest:Write'],
    role: 'org_owner',
    iat: secs,
    exp: secs + 600,
  };
  const sign = (payload: object, header: object = {}, with_ = key) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256', ...header }).sign(with_);
  const having = (changed: object) => sign({ ...claims, ...changed });
  const without = (claim: string) =>
    sign(Object.fromEntries(Object.entries(claims).filter(([name]) => name !== claim)));
  const good = await sign(claims);
  const [header = '', payload = '', signature = ''] = good.split('.');
  /** A rightly signed token of any bytes, which no library would make. */
  const raw = async (head: string, body: string) => {
    const hmac = await crypto.subtle.importKey(
      'raw',
      key,
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const text = new TextEncoder().encode(`${head}.${body}`);
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, text));
    return `${head}.${body}.${base64url.encode(bytes)}`;
  };
  const rsa = (await generateKeyPair('RS256')).privateKey;

  const unauthenticated: Record<string, string | Promise<string>> = {
    'is no JWT': 'not.a.jwt',
    'is a word': 'null',
    'has one part': payload,
    'has two parts': `${header}.${payload}`,
    'has four parts': `${good}.${signature}`,
    'has the five parts of an encrypted one': `${header}..${payload}.${payload}.${signature}`,
    'has an empty header': `.${payload}.${signature}`,
    'has an empty payload': `${header}..${signature}`,
    'has no signature': `${header}.${payload}.`,
    'has another signature': `${header}.${payload}.AAAA`,
    'has the signature of another': sign({ ...claims, sub: 'm2' }).then(
      (other) => `${header}.${payload}.${other.split('.')[2]}`,
    ),
    'has a signature that is cut': good.slice(0, -4),
    'has another payload': [header, encode({ ...claims, sub: 'm2' }), signature].join('.'),
    'has a header that is not JSON': raw(base64url.encode('{"alg":'), payload),
    'has a header that is a list': raw(encode(['HS256']), payload),
    'has a payload that is not JSON': raw(header, base64url.encode('{"sub":')),
    'has a payload that is a list': raw(header, encode([claims])),
    'has a payload that is null': raw(header, encode(null)),
    'says no alg': raw(encode({ typ: 'JWT' }), payload),
    'says alg none': new UnsecuredJWT(claims).encode(),
    'says alg none, with a signature': `${encode({ alg: 'none' })}.${payload}.${signature}`,
    'says alg None': `${encode({ alg: 'None' })}.${payload}.`,
    'says its alg in small letters': raw(encode({ alg: 'hs256' }), payload),
    'is signed with another secret': sign(
      claims,
      {},
      new TextEncoder().encode(SECRET.toUpperCase()),
    ),
    'is signed with a secret of zeros': sign(claims, {}, new Uint8Array(32)),
    'is HS384': sign(claims, { alg: 'HS384' }),
    'is HS512': sign(claims, { alg: 'HS512' }),
    'is RS256': new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(rsa),
    'brings its own key': sign(claims, { jwk: { kty: 'oct', k: base64url.encode(key) } }),
    'names a key set': sign(claims, { jku: 'https://example.com/keys' }),
    'names a certificate': sign(claims, { x5u: 'https://example.com/cert' }),
    'brings a certificate': sign(claims, { x5c: ['MIIB'] }),
    'says that it is packed': raw(encode({ alg: 'HS256', zip: 'DEF' }), payload),
    'has critical extensions': sign(claims, { crit: ['b64'], b64: true }),
    'is of another type': sign(claims, { typ: 'at+jwt' }),
    'is of a type that is no text': raw(encode({ alg: 'HS256', typ: 1 }), payload),
    'is for another audience': having({ aud: 'crm' }),
    'is for several others': having({ aud: ['crm', 'Inlay'] }),
    'is for nobody': having({ aud: [] }),
    'is of another issuer': having({ iss: 'crm' }),
    'is of an issuer that is a list': having({ iss: ['inlay'] }),
    'lives longer than an hour': having({ exp: secs + 3601 }),
    'is from the future': having({ iat: secs + 60, exp: secs + 120 }),
    'is not valid yet': having({ nbf: secs + 60 }),
    'has an end that is text': having({ exp: String(secs + 600) }),
    'has a beginning that is text': having({ iat: String(secs) }),
    'has an end that is null': having({ exp: null }),
    'has a permission that is no list': having({ permissions: 'Dashboard:Instance:ViewOrg' }),
    'has a permission that is no text': having({ permissions: [1] }),
    'has permissions that are null': having({ permissions: null }),
    'has an organization that is no id': having({ org: 'a b' }),
    'has an organization that is no text': having({ org: ['acme'] }),
    'has an empty subject': having({ sub: '' }),
    'has a subject that is a number': having({ sub: 1 }),
    'has a subject that is too long': having({ sub: 'm'.repeat(65) }),
    'has a role that is no text': having({ role: ['org_owner'] }),
    'has slices that are no list': having({ slices: 'stats' }),
    'has slices that are null': having({ slices: null }),
    'has a slice that is no text': having({ slices: ['stats', 1] }),
    'has an id that is no text': having({ jti: 1 }),
    'has a rev below zero': having({ rev: -1 }),
    'has a rev that is no whole number': having({ rev: 0.5 }),
    'has a rev that is text': having({ rev: '1' }),
    'is longer than 4 KiB': having({ jti: 'x'.repeat(4096) }),
    'lacks iss': without('iss'),
    'lacks aud': without('aud'),
    'lacks sub': without('sub'),
    'lacks org': without('org'),
    'lacks permissions': without('permissions'),
    'lacks iat': without('iat'),
    'lacks exp': without('exp'),
  };
  const expired: Record<string, Promise<string>> = {
    'has expired just now': having({ iat: secs - 700, exp: secs - 30 }),
    'has expired long ago': having({ iat: 0, exp: 600 }),
    'has expired before it began': having({ exp: secs - 600 }),
  };
  const list = (made: typeof unauthenticated, code: ProblemCode) =>
    Object.entries(made).map(async ([what, token]) => ({ what, code, token: await token }));
  return Promise.all([
    ...list(unauthenticated, 'unauthenticated'),
    ...list(expired, 'token_expired'),
  ]);
}
