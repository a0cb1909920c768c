import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SharedWork } from './shared-work.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const started = <T>(run: (signal: AbortSignal) => Promise<T>) => {
  const onEnd = vi.fn();
  return { work: new SharedWork(run, { deadlineMs: 1_000, subject: 'It', onEnd }), onEnd };
};

describe('SharedWork', () => {
  test('leaves neither a timer nor a listener behind', async () => {
    const { signal } = new AbortController();
    const { work, onEnd } = started(async () => 7);
    expect(await Promise.all([work.join(signal), work.join(signal), work.join()])).toEqual([
      7, 7, 7,
    ]);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  test('ends for everyone at the deadline, and tells the work', async () => {
    let given: AbortSignal | undefined;
    const { work, onEnd } = started((signal) => {
      given = signal;
      return new Promise(() => undefined);
    });
    const both = Promise.allSettled([work.join(), work.join()]);
    vi.advanceTimersByTime(999);
    expect(given?.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(given?.aborted).toBe(true);
    expect(onEnd).toHaveBeenCalled();
    expect(await both).toMatchObject([
      { reason: { kind: 'timeout', detail: 'It did not finish within 1000 ms' } },
      { reason: { kind: 'timeout' } },
    ]);
  });

  test('a caller that leaves after the end takes nothing back', async () => {
    const leaving = new AbortController();
    const { work } = started(async () => 7);
    const answer = work.join(leaving.signal);
    await work.join();
    leaving.abort();
    expect(await answer).toBe(7);
  });
});
