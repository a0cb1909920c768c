import { beforeEach, expect, test } from 'vitest';
import { AnswerCache, type KeptAnswer } from './answer-cache.js';

const bodyOf = (bytes: number) => new Uint8Array(bytes);

const answer = (rest: Partial<KeptAnswer> = {}): KeptAnswer => ({
  body: bodyOf(2),
  etag: 'W/"x"',
  rows: 0,
  version: 7,
  sinceMs: 1000,
  untilMs: 2000,
  ...rest,
});

/** What one answer with a body of some bytes takes. */
const bytesOf = (body: number) => body + 2 * (5 + 1) + 300;

let cache: AnswerCache;
beforeEach(() => {
  cache = new AnswerCache(80_000);
});

test('gives an answer for its question, its version and its time alone', () => {
  const kept = answer();
  cache.set('a', kept);
  expect(cache.get('a', 7, 1000)).toBe(kept);
  expect(cache.get('a', 7, 1999)).toBe(kept);
  expect(cache.get('b', 7, 1000)).toBeUndefined();
  expect(cache.get('a', 8, 1000)).toBeUndefined();
  expect(cache.get('a', 6, 1000)).toBeUndefined();
  expect(cache.get('a', 7, 2000)).toBeUndefined();
  expect(cache.get('a', 7, 999)).toBeUndefined();
});

test('a newer answer takes the place of the older one', () => {
  cache.set('a', answer({ body: bodyOf(100) }));
  cache.set('a', answer({ version: 8 }));
  expect(cache.get('a', 7, 1000)).toBeUndefined();
  expect(cache.get('a', 8, 1000)).toEqual(answer({ version: 8 }));
  expect(cache.bytes).toBe(bytesOf(2));
});

test('what was used least recently leaves when there are too many bytes', () => {
  const body = bodyOf(4000);
  const capacity = Math.floor(80_000 / bytesOf(4000));
  const names = Array.from({ length: capacity }, (_, n) => String.fromCharCode(97 + n));
  for (const name of names) cache.set(name, answer({ body }));
  expect(cache.bytes).toBe(capacity * bytesOf(4000));
  expect(cache.get('a', 7, 1000)).toBeDefined();
  cache.set('z', answer({ body }));
  const there = [...names, 'z'].filter((name) => cache.get(name, 7, 1000));
  expect(there).toEqual([...names.filter((name) => name !== 'b'), 'z']);
  expect(cache.bytes).toBeLessThanOrEqual(80_000);
});

test('an answer of more than an eighth of it is not kept, nor is the one before it', () => {
  cache.set('a', answer());
  cache.set('a', answer({ body: bodyOf(10_000) }));
  expect(cache.get('a', 7, 1000)).toBeUndefined();
  expect(cache.bytes).toBe(0);
});

test('with no bytes it keeps nothing', () => {
  const none = new AnswerCache(0);
  none.set('a', answer());
  expect(none.get('a', 7, 1000)).toBeUndefined();
});
