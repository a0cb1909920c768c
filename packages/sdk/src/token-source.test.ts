import { describe, expect, test } from 'vitest';
import { jwt } from './testing/tokens.js';
import { TokenSource, type GetToken } from './token-source.js';

const { signal } = new AbortController();
const hour = { iat: 1_700_000_000, exp: 1_700_003_600 };

/** A source over a list of tokens; an error in the list is thrown. `clock.ms` is set by the test. */
function sourceOf(...given: (string | Error)[]) {
  const clock = { ms: 0 };
  const reasons: string[] = [];
  const getToken: GetToken = async ({ reason }) => {
    const next = given[reasons.length] ?? new Error('no more tokens');
    reasons.push(reason);
    if (next instanceof Error) throw next;
    return next;
  };
  const source = new TokenSource({
    getToken,
    deadlineMs: 1_000,
    now: () => clock.ms,
    onIdentityChange: () => reasons.push('(another reader)'),
  });
  const sent = async () => (await source.get(signal)).authorization().replace('Bearer ', '');
  return { source, sent, clock, reasons };
}

describe('TokenSource', () => {
  test('asks once for any number of callers, and once more some 30 s before the end', async () => {
    const [first, second] = [jwt({ ...hour, jti: 1 }), jwt({ ...hour, jti: 2 })];
    const { sent, clock, reasons } = sourceOf(first, second);
    expect(await Promise.all([sent(), sent(), sent()])).toEqual([first, first, first]);
    clock.ms = 3_569_999;
    expect(await sent()).toBe(first);
    expect(reasons).toEqual(['initial']);
    clock.ms = 3_570_000;
    expect(await Promise.all([sent(), sent()])).toEqual([second, second]);
    expect(reasons).toEqual(['initial', 'expiring']);
  });

  test.each([
    ['years behind', 0],
    ['right', hour.iat * 1000],
    ['years ahead', 4_000_000_000_000],
  ])('a clock that is %s counts the life of a token from its receipt', async (_, startMs) => {
    const token = jwt(hour);
    const { sent, clock, reasons } = sourceOf(token, token);
    clock.ms = startMs;
    await sent();
    clock.ms = startMs + 3_569_999;
    await sent();
    expect(reasons).toEqual(['initial']);
    clock.ms = startMs + 3_570_000;
    await sent();
    expect(reasons).toEqual(['initial', 'expiring']);
  });

  test('a life of 20 s is refreshed in its last quarter, not every time', async () => {
    const token = (jti: number) => jwt({ iat: 100, exp: 120, jti });
    const { sent, clock, reasons } = sourceOf(token(1), token(2));
    await sent();
    clock.ms = 14_999;
    expect(await sent()).toBe(token(1));
    clock.ms = 15_000;
    expect(await sent()).toBe(token(2));
    expect(reasons).toEqual(['initial', 'expiring']);
  });

  test('a token that cannot be renewed is used until it ends', async () => {
    const token = jwt(hour);
    const offline = new Error('offline');
    const { sent, clock, reasons } = sourceOf(token, offline, offline);
    await sent();
    clock.ms = 3_570_000;
    expect(await sent()).toBe(token);
    clock.ms = 3_600_000;
    await expect(sent()).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect(reasons).toEqual(['initial', 'expiring', 'expiring']);
  });

  test('a host that has no newer one is asked again only after the end', async () => {
    const [first, second] = [jwt(hour), jwt({ ...hour, jti: 2 })];
    const { sent, clock, reasons } = sourceOf(first, first, second);
    await sent();
    clock.ms = 3_570_000;
    expect(await sent()).toBe(first);
    clock.ms = 3_599_999;
    expect(await sent()).toBe(first);
    clock.ms = 3_600_000;
    expect(await sent()).toBe(second);
    expect(reasons).toEqual(['initial', 'expiring', 'expiring']);
  });

  test('the same token given once more after its end, or after a 401, is tried as a new one', async () => {
    const token = jwt(hour);
    const { source, sent, clock, reasons } = sourceOf(token, token, token);
    await sent();
    clock.ms = 3_600_000;
    await sent();
    await sent();
    expect(reasons).toEqual(['initial', 'expiring']);
    (await source.get(signal)).isRejected = true;
    await sent();
    await sent();
    expect(reasons).toEqual(['initial', 'expiring', 'rejected']);
  });

  test.each([
    ['opaque', 'some-opaque-token'],
    ['of two parts', 'a.b'],
    ['with a payload that is no object', `h.${btoa('7')}.s`],
    ['with times that are no numbers', jwt({ iat: 'now', exp: 'later' })],
  ])('a token %s is kept until it is refused', async (_, token) => {
    const { source, sent, clock, reasons } = sourceOf(token, 'another');
    await sent();
    clock.ms = 1e15;
    expect(await sent()).toBe(token);
    (await source.get(signal)).isRejected = true;
    expect(await sent()).toBe('another');
    expect(reasons).toEqual(['initial', 'rejected', '(another reader)']);
  });

  test('a claim in any script is read', async () => {
    const names = { ...hour, name: 'काठमाडौं 🏔', org: 'org-ü' };
    const { source, sent, clock, reasons } = sourceOf(jwt(names), jwt({ ...names, jti: 2 }));
    const first = await source.get(signal);
    clock.ms = 3_570_000;
    await sent();
    expect(source.isCurrent(first)).toBe(true);
    expect(reasons).toEqual(['initial', 'expiring']);
  });

  test.each([
    ['nothing', undefined, 'undefined'],
    ['a number', 7, 'number'],
    ['an empty string', '', 'a string of 0 characters'],
    ['a header', 'Bearer abc', 'a string of 10 characters'],
  ])('%s is no token', async (_, given, named) => {
    const source = new TokenSource({
      getToken: async () => given as string,
      deadlineMs: 1_000,
      now: () => 0,
      onIdentityChange: () => undefined,
    });
    await expect(source.get(signal)).rejects.toMatchObject({
      kind: 'unauthenticated',
      detail: `getToken failed: it gave ${named}; a token is printable ASCII without space, and without "Bearer"`,
    });
  });
});
