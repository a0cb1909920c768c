import { SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { TokenCache } from './token-cache.js';
import { createTokenVerifier } from './token.js';

const start = Date.parse('2026-03-30T10:00:00Z');
const owner = reader('m1', [], { role: 'org_owner' });

let now: number;
let verified: string[];
let cache: TokenCache;

const ask = (token: string, untilMs = start + 600_000) =>
  cache.principalOf(token, async (given) => {
    verified.push(given);
    return { principal: { ...owner }, untilMs };
  });

beforeEach(() => {
  now = start;
  verified = [];
  cache = new TokenCache(() => now);
});

test('verifies a token once a minute, and gives the same principal meanwhile', async () => {
  const first = await ask('a');
  now = start + 59_999;
  expect(await ask('a')).toBe(first);
  expect(await ask('b')).not.toBe(first);
  expect(verified).toEqual(['a', 'b']);
  now = start + 60_000;
  expect(await ask('a')).not.toBe(first);
  expect(verified).toEqual(['a', 'b', 'a']);
});

test('does not outlive the token', async () => {
  await ask('a', start + 10_000);
  now = start + 9_999;
  await ask('a', start + 10_000);
  expect(verified).toEqual(['a']);
  now = start + 10_000;
  await ask('a', start + 10_000);
  expect(verified).toEqual(['a', 'a']);
});

test('trusts nothing from after now, when the clock was put back', async () => {
  await ask('a');
  now = start - 1;
  await ask('a');
  expect(verified).toEqual(['a', 'a']);
});

test('remembers no refusal', async () => {
  const refusal = new Error('no');
  const refused = () => cache.principalOf('a', () => Promise.reject(refusal));
  await expect(refused()).rejects.toBe(refusal);
  await ask('a');
  expect(verified).toEqual(['a']);
});

test('forgets the oldest of more than 5,000', async () => {
  for (let n = 0; n <= 5000; n++) await ask(`t${n}`);
  verified = [];
  await ask('t1');
  await ask('t5000');
  await ask('t0');
  expect(verified).toEqual(['t0']);
});

test('a token that was good is refused the moment it has expired, and so is one that differs', async () => {
  const verify = createTokenVerifier({ secret: SECRET }, () => now);
  const token = await tokenFor(owner, start, { exp: start / 1000 + 20 });
  expect(await verify(token)).toEqual(owner);
  now = start + 49_999;
  expect(await verify(token)).toEqual(owner);
  now = start + 50_000;
  await expect(verify(token)).rejects.toMatchObject({ code: 'token_expired' });
  now = start;
  expect(await verify(token)).toEqual(owner);
  await expect(verify(`${token.slice(0, -2)}AA`)).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  const forged = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new Uint8Array(32));
  const [header, payload] = token.split('.');
  await expect(verify([header, payload, forged.split('.')[2]].join('.'))).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});
