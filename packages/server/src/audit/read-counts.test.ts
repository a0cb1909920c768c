import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogEvent } from '../http/request-log.js';
import { ReadCounts, type ReadBatch, type WriteReads } from './read-counts.js';

const START = Date.parse('2026-03-30T10:00:00Z');
const MINUTE = START / 60_000;
const question = { orgId: 'acme', memberId: 'ada', slice: 'stats', scope: 's1' };
const read = { ...question, timeRange: 'today', rows: 3 };

let written: ReadBatch[];
let logged: LogEvent[];
let write: WriteReads;
let counts: ReadCounts;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  written = [];
  logged = [];
  write = async (batch) => void written.push(batch);
  counts = new ReadCounts({
    write: (batch) => write(batch),
    clock: () => Date.now(),
    keepDays: 2,
    log: (event) => logged.push(event),
  });
});

afterEach(async () => {
  await counts.close();
  vi.useRealTimers();
});

const entry = (reads: number, lastMs: number, rest: object = {}) => ({
  ...read,
  minute: MINUTE,
  reads,
  rows: 3 * reads,
  lastMs,
  ...rest,
});

describe('reads', () => {
  test('that are alike are one entry, written a second after the first of them', async () => {
    counts.count(read);
    await vi.advanceTimersByTimeAsync(400);
    counts.count(read);
    await vi.advanceTimersByTimeAsync(599);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([{ counted: [entry(2, START + 400)], keptFrom: MINUTE - 2 * 1440 }]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toHaveLength(1);
  });

  test.each([
    ['organization', { orgId: 'umbra' }],
    ['member', { memberId: 'ben' }],
    ['slice', { slice: 'records' }],
    ['scope', { scope: 's2' }],
    ['time range', { timeRange: 'yesterday' }],
  ])('of another %s are another entry', async (_, rest) => {
    counts.count(read);
    counts.count({ ...read, ...rest });
    await vi.advanceTimersByTimeAsync(1000);
    expect(written[0]?.counted).toEqual([entry(1, START), entry(1, START, rest)]);
  });

  test('of another minute are another entry, and old ones are forgotten once a minute', async () => {
    vi.setSystemTime(START + 59_500);
    counts.count(read);
    await vi.advanceTimersByTimeAsync(500);
    counts.count(read);
    await vi.advanceTimersByTimeAsync(500);
    counts.count(read);
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([
      {
        counted: [entry(1, START + 59_500), entry(1, START + 60_000, { minute: MINUTE + 1 })],
        keptFrom: MINUTE + 1 - 2 * 1440,
      },
      { counted: [entry(1, START + 60_500, { minute: MINUTE + 1 })] },
    ]);
  });

  test('come to disk at most once a second, and never two writes at a time', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    write = async (batch) => {
      written.push(batch);
      await promise;
    };
    counts.count(read);
    await vi.advanceTimersByTimeAsync(1000);
    for (let n = 0; n < 50; n++) {
      counts.count(read);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written).toHaveLength(1);
    resolve(undefined);
    await vi.advanceTimersByTimeAsync(999);
    expect(written).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(written[1]?.counted).toEqual([entry(50, START + 5900)]);
  });

  test('that cannot be written now are written later, with those that came meanwhile', async () => {
    const good = write;
    write = () => Promise.reject(new Error('another process is writing to the database'));
    counts.count(read);
    await vi.advanceTimersByTimeAsync(3000);
    counts.count(read);
    write = good;
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([{ counted: [entry(2, START + 3000)], keptFrom: MINUTE - 2880 }]);
    expect(logged).toEqual([
      {
        level: 'error',
        message: 'reads wait to be written',
        error: 'another process is writing to the database',
      },
    ]);
  });

  test('are written before it is closed', async () => {
    counts.count(read);
    await counts.close();
    expect(written[0]?.counted).toEqual([entry(1, START)]);
  });

  test('that never can be written are told of', async () => {
    write = () => Promise.reject(new Error('disk'));
    counts.count(read);
    counts.count(read);
    await counts.close();
    expect(logged.at(-1)).toEqual({
      level: 'error',
      message: 'reads are not in the audit trail',
      reads: 2,
    });
  });

  test('do not fill the memory while they cannot be written', async () => {
    const good = write;
    write = () => Promise.reject(new Error('disk'));
    for (let n = 0; n < 100_010; n++) counts.count({ ...read, memberId: `m${n}` });
    for (let n = 0; n < 5; n++) counts.count({ ...read, memberId: 'm7' });
    await vi.advanceTimersByTimeAsync(1000);
    write = good;
    await vi.advanceTimersByTimeAsync(1000);
    expect(written[0]?.counted).toHaveLength(100_000);
    expect(written[0]?.counted[7]).toEqual(entry(6, START, { memberId: 'm7' }));
    expect(logged).toContainEqual({
      level: 'error',
      message: 'reads are not in the audit trail',
      reads: 10,
    });
  });

  test('that are old are forgotten although nobody reads any more', async () => {
    await vi.advanceTimersByTimeAsync(3_600_001);
    expect(written).toEqual([{ counted: [], keptFrom: MINUTE + 60 - 2880 }]);
  });
});
