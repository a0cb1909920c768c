import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Admission } from './admission.js';

/** Which of `count` requests, all of them there at once, have begun. */
function begin(admission: Admission, count: number, begun: number[] = []) {
  const works = Array.from({ length: count }, (_, n) => admission.begin(() => begun.push(n)));
  return { begun, done: Promise.all(works) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

test('few requests begin at once', () => {
  const { begun } = begin(new Admission(), 16);
  expect(begun).toEqual(upTo(16));
});

test('many begin over several turns, in the order in which they came', async () => {
  const { begun, done } = begin(new Admission(), 50);
  expect(begun).toEqual(upTo(16));
  for (const count of [32, 48, 50, 50]) {
    await turn();
    expect(begun).toEqual(upTo(count));
  }
  expect(await done).toHaveLength(50);
});

test('who comes later waits behind those who wait', async () => {
  const admission = new Admission();
  const { begun } = begin(admission, 40);
  await turn();
  expect(begun).toEqual(upTo(32));
  const later = admission.begin(() => begun.push(40));
  await turn();
  expect(begun).toEqual(upTo(41));
  await later;
});

test('after a rest as many begin at once as before', async () => {
  const admission = new Admission();
  await begin(admission, 20).done;
  await turn();
  await turn();
  expect(begin(admission, 16).begun).toEqual(upTo(16));
});

test('what a request comes to is its own', async () => {
  const admission = new Admission();
  const works = upTo(20).map((n) =>
    admission.begin(async () => {
      if (n % 2 === 1) throw new Error(`request ${n}`);
      return n;
    }),
  );
  const settled = await Promise.allSettled(works);
  expect(
    settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message)),
  ).toEqual(upTo(20).map((n) => (n % 2 === 1 ? `request ${n}` : n)));
});
