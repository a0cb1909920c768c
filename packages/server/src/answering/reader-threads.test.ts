import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { reader } from '../testing/reader.js';
import { putWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import { makeAnswersFrom, type Question } from './make-answer.js';
import type * as BuiltThread from './reader-thread.js';
import type * as BuiltThreads from './reader-threads.js';

// A thread runs what was built; its errors are those of the built modules.
const built = (name: string) =>
  import(new URL(`../../dist/answering/${name}`, import.meta.url).href);
const { ReaderThread } = (await built('reader-thread.js')) as typeof BuiltThread;
const { ReaderThreads } = (await built('reader-threads.js')) as typeof BuiltThreads;

const NOW = Date.parse('2026-03-30T10:00:00Z');

let folder: string;
let file: string;
let store: Store;
const closing: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-readers-'));
  file = join(folder, 'test.db');
  store = await openSqlite(file);
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'Europe/Berlin' }];
  await putWorld(store, { ...emptyWorld, organizations }, NOW);
});

afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const closedLater = <Threads extends { close(): Promise<void> }>(threads: Threads): Threads => {
  closing.push(threads);
  return threads;
};

const owner = reader('m1', [], { role: 'org_owner' });

const question = (rest: Partial<Question> = {}): Question => ({
  principal: owner,
  endpoint: 'stats',
  query: { time_range: 'all_time' },
  now: NOW,
  ...rest,
});

const failureOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);

test('threads make what this thread makes, byte for byte', async () => {
  const { make } = closedLater(new ReaderThreads(file, { threads: 2 }));
  const here = makeAnswersFrom(store);
  const questions: Question[] = [
    question(),
    question({ endpoint: 'definitions', query: {} }),
    question({ endpoint: 'records', query: { of: 'calls', limit: 3 } }),
    question({
      principal: reader('m1', ['Dashboard:Instance:ViewOwn']),
      endpoint: 'messagingStats',
    }),
    question({ endpoint: 'planStats', query: {}, now: NOW + 86_400_000 }),
  ];
  const made = await Promise.all([...questions, ...questions].map(make));
  const expected = await Promise.all([...questions, ...questions].map(here));
  expect(made).toEqual(expected);
});

test('threads read the scope themselves, and pass on that there is none', async () => {
  const { make } = closedLater(new ReaderThreads(file, { threads: 1 }));
  expect(await failureOf(make(question({ principal: reader('m1') })))).toMatchObject({
    name: 'ProblemError',
    code: 'forbidden',
    message: 'the token has no permission to view a dashboard',
  });
  const stranger = reader('m1', [], { orgId: 'umbra', role: 'org_owner' });
  expect(await failureOf(make(question({ principal: stranger })))).toMatchObject({
    code: 'forbidden',
    message: 'the organization is not known here',
  });
  expect(await make(question())).toMatchObject({ answer: { sinceMs: NOW } });
});

test('a question too many is refused at once, and the others are answered', async () => {
  const { make } = closedLater(new ReaderThreads(file, { threads: 1, maxWaiting: 2 }));
  const settled = await Promise.allSettled(Array.from({ length: 5 }, () => make(question())));
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(settled[4]).toMatchObject({
    reason: {
      code: 'unavailable',
      message: 'too many questions wait for an answer; ask again',
      extra: { retryAfterSecs: 1 },
    },
  });
  expect(await make(question())).toMatchObject({ answer: { version: 1 } });
});

test('a thread that dies fails the question that it had, and is started again by the next', async () => {
  const thread = closedLater(new ReaderThread(file));
  const first = await thread.ask(question());
  const failed = failureOf(thread.ask(question()));
  await thread.start().terminate();
  expect(await failed).toMatchObject({
    code: 'unavailable',
    extra: { retryAfterSecs: 1 },
    cause: { message: 'a thread that makes answers has ended' },
  });
  expect(await thread.ask(question())).toEqual(first);
});

test('threads that cannot start say so to whoever asks', async () => {
  const lost = closedLater(new ReaderThreads(join(folder, 'nowhere', 'test.db'), { threads: 1 }));
  for (let n = 0; n < 2; n++) {
    expect(await failureOf(lost.make(question()))).toMatchObject({
      code: 'unavailable',
      cause: { message: 'Cannot open database because the directory does not exist' },
    });
  }
});

test('what was asked is answered before the threads close', async () => {
  const threads = new ReaderThreads(file, { threads: 2 });
  const asked = Array.from({ length: 20 }, (_, n) => threads.make(question({ now: NOW + n })));
  await threads.close();
  const made = await Promise.all(asked);
  expect(made.map(({ answer }) => answer.sinceMs)).toEqual(made.map((_, n) => NOW + n));
});

test('a thread fails the question whose statement fails, tells where, and goes on', async () => {
  const { make } = closedLater(new ReaderThreads(file, { threads: 1 }));
  await make(question());
  await store.write((tx) => tx.run('DROP TABLE plan_contacts'));
  expect(await failureOf(make(question({ endpoint: 'planStats', query: {} })))).toMatchObject({
    code: 'internal',
    cause: expect.stringMatching(/no such table[^]*\.js:\d+/),
  });
  expect(await make(question())).toMatchObject({ answer: { version: 1 } });
});

test.runIf(process.platform === 'linux')(
  'threads give way to this one where both want the same processor',
  async () => {
    const { make } = closedLater(new ReaderThreads(file, { threads: 2 }));
    await Promise.all([make(question()), make(question())]);
    const lowered = (await readdir('/proc/self/task')).filter(
      (thread) => getPriority(Number(thread)) === constants.priority.PRIORITY_BELOW_NORMAL,
    );
    expect(lowered).toHaveLength(2);
    expect(getPriority(process.pid)).toBe(constants.priority.PRIORITY_NORMAL);
  },
);
