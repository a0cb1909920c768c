import { planStats, stats } from '@inlay/sdk/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StoryClient, type Script } from './story-client.js';

const counts: Script = ({ slice, query }, turn) => ({
  answer: `${slice} ${JSON.stringify(query)} ${turn}`,
});
const today = { time_range: 'today' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('answers after a moment, not before', async () => {
  const client = new StoryClient(counts, 300);
  let answer: unknown;
  void client.get(stats).then((value) => (answer = value));
  await vi.advanceTimersByTimeAsync(299);
  expect(answer).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(answer).toBe('stats {} 0');
});

test('lets those who ask for the same share a request, and keeps its answer', async () => {
  const client = new StoryClient(counts, 300);
  const both = Promise.all([client.get(stats, today), client.get(stats, today, { fresh: true })]);
  await vi.advanceTimersByTimeAsync(300);
  expect(await both).toEqual(Array(2).fill('stats {"time_range":"today"} 0'));
  const later = client.get(stats, today);
  await vi.advanceTimersByTimeAsync(300);
  expect(await later).toBe('stats {"time_range":"today"} 0');
});

test('a refresh is another turn, of its slice and query alone', async () => {
  const client = new StoryClient(counts, 0);
  const ask = async (...args: Parameters<typeof client.get>) => {
    const answer = client.get(...args);
    await vi.runAllTimersAsync();
    return answer;
  };
  await ask(stats);
  expect(await ask(stats, {}, { fresh: true })).toBe('stats {} 1');
  expect(await ask(stats, today, { fresh: true })).toBe('stats {"time_range":"today"} 0');
  expect(await ask(planStats)).toBe('plan-stats {} 0');
});

test('fails as the script says, and asks it again next time', async () => {
  const client = new StoryClient(
    (_, turn) => (turn === 0 ? { fail: 'timeout' } : { answer: 7 }),
    0,
  );
  const failing = client.get(stats).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await failing).toMatchObject({ kind: 'timeout', requestId: 'req-7f3a' });
  const next = client.get(stats);
  await vi.runAllTimersAsync();
  expect(await next).toBe(7);
});

test('an abort rejects with its reason, also while nothing is answered', async () => {
  const client = new StoryClient(() => ({ waiting: true }), 0);
  const abort = new AbortController();
  const waiting = client.get(stats, {}, { signal: abort.signal });
  await vi.runAllTimersAsync();
  abort.abort('gone');
  await expect(waiting).rejects.toBe('gone');
});

test('is quiet once something was asked for and answered', async () => {
  const client = new StoryClient(counts, 300);
  let isQuiet = false;
  void client.quiet().then(() => (isQuiet = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(isQuiet).toBe(false);
  void client.get(stats);
  await vi.advanceTimersByTimeAsync(299);
  expect(isQuiet).toBe(false);
  await vi.advanceTimersByTimeAsync(2);
  expect(isQuiet).toBe(true);
});
