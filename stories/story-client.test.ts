import { planStats, stats, type CallRow } from '@inlay/sdk/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { statsAnswer } from '../packages/widgets/src/testing/fixtures/stats.js';
import { StoryClient, type Script } from './story-client.js';
import { toneOf } from './tone.js';

const counts: Script = ({ slice, query }, turn) => ({
  answer: `${slice} ${JSON.stringify(query)} ${turn}`,
});
const call = statsAnswer.recent_calls.find(({ duration_secs }) => duration_secs === 412) as CallRow;
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

test('gives a recording a sound of its length, nothing, or a failure', async () => {
  const client = new StoryClient(counts, 300);
  const made = vi.spyOn(URL, 'createObjectURL');
  const play = async () => {
    const url = client.resolveRecording(call).catch((error: Error) => error.message);
    await vi.runAllTimersAsync();
    return url;
  };
  expect(await play()).toMatch(/^blob:/);
  const [sound] = made.mock.calls[0] as [Blob];
  expect(sound.size).toBe(toneOf(412).size);
  client.recordings = 'missing';
  expect(await play()).toBeNull();
  client.recordings = 'unreachable';
  expect(await play()).toBe('Scripted: no recording can be reached');
  expect(made).toHaveBeenCalledTimes(1);
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
