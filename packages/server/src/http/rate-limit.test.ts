import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.js';

/** A limit whose clock stands until it is moved. */
function limitOf(perSec: number) {
  let now = 1_000_000;
  const limit = new RateLimit(perSec, () => now);
  const take = (times: number, key = 'a') => {
    const waits = Array.from({ length: times }, () => limit.take(key));
    return { taken: waits.filter((wait) => wait === undefined).length, waitMs: waits.at(-1) };
  };
  return { take, pass: (ms: number) => (now += ms) };
}

test('ten seconds of requests may come at once, and then as many as the rate says', () => {
  const { take, pass } = limitOf(5);
  expect(take(60)).toEqual({ taken: 50, waitMs: 200 });
  pass(199);
  expect(take(1)).toEqual({ taken: 0, waitMs: 1 });
  pass(1);
  expect(take(2)).toEqual({ taken: 1, waitMs: 200 });
  pass(1000);
  expect(take(10).taken).toBe(5);
  pass(1_000_000);
  expect(take(60).taken).toBe(50);
});

test('what is refused counts for nothing', () => {
  const { take, pass } = limitOf(1);
  expect(take(1000).taken).toBe(10);
  pass(1000);
  expect(take(1).taken).toBe(1);
});

test('each key has its own', () => {
  const { take } = limitOf(1);
  expect([take(20, 'a').taken, take(20, 'b').taken]).toEqual([10, 10]);
});

test('a clock that is set back keeps nobody out for long', () => {
  const { take, pass } = limitOf(1);
  take(10);
  pass(-3_600_000);
  expect(take(1).waitMs).toBe(1000);
  pass(1000);
  expect(take(1).taken).toBe(1);
});

test('keys beyond number make it forget the oldest, and nothing but them', () => {
  const { take } = limitOf(1);
  take(10, 'first');
  take(10, 'second');
  for (let n = 0; n < 49_999; n++) take(1, `k${n}`);
  expect(take(1, 'second').taken).toBe(0);
  expect(take(1, 'first').taken).toBe(1);
});
