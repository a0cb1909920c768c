import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { putWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import type * as Built from './ingest-thread.js';
import type { IngestRequest } from './ingest.js';

// A thread runs what was built; its errors are those of the built modules.
const { IngestThread } = (await import(
  new URL('../../dist/ingest/ingest-thread.js', import.meta.url).href
)) as typeof Built;

const NOW = Date.parse('2026-03-30T10:00:00Z');

let folder: string;
let file: string;
let store: Store;
let thread: InstanceType<typeof IngestThread>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-thread-'));
  file = join(folder, 'test.db');
  store = await openSqlite(file);
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'UTC' }];
  await putWorld(store, { ...emptyWorld, organizations }, NOW);
  thread = new IngestThread(file);
});

afterEach(async () => {
  await thread.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const request = (rows: unknown, rest: Partial<IngestRequest> = {}): IngestRequest => ({
  table: 'contacts',
  action: 'put',
  principal: { orgId: 'acme', memberId: 'job' },
  now: NOW,
  body: new TextEncoder().encode(JSON.stringify(rows)).buffer,
  ...rest,
});

const ids = () => store.read((tx) => tx.all('SELECT id FROM contacts ORDER BY id'));

const failure = (given: IngestRequest) => thread.ingest(given).catch((error: unknown) => error);

test('takes rows and keys in', async () => {
  expect(await thread.ingest(request([{ id: 'c1' }, { id: 'c2' }]))).toBe(2);
  expect(await thread.ingest(request([{ id: 'c1' }, { id: 'c9' }], { action: 'remove' }))).toBe(1);
  expect(await ids()).toEqual([{ id: 'c2' }]);
});

test('settles each of many requests by itself', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => ({
    id: `c${n}`,
    ...(n % 10 === 3 && { owner_member_id: 'm9' }),
  }));
  const settled = await Promise.allSettled(rows.map((row) => thread.ingest(request([row]))));
  expect(settled.map(({ status }) => status)).toEqual(
    rows.map((_, n) => (n % 10 === 3 ? 'rejected' : 'fulfilled')),
  );
  expect(await ids()).toHaveLength(180);
});

test('passes on what is wrong, as the problem that it is', async () => {
  expect(await failure(request([{ id: 'c1' }, { id: 'c 2' }]))).toMatchObject({
    name: 'ProblemError',
    code: 'invalid_query',
    message: 'row 1: id: "c 2" is not an id: 1–64 printable ASCII characters without space',
    extra: { parameter: '[1].id' },
  });
  expect(await failure(request({}))).toMatchObject({ code: 'invalid_query' });
  expect(await failure(request([{ id: 'c1', org_id: 'umbra' }]))).toMatchObject({
    code: 'forbidden',
    message: 'row 0: the token writes organization "acme" alone',
  });
});

test('waits for no other process longer than a moment', async () => {
  await thread.ingest(request([]));
  await store.write(async () => {
    expect(await failure(request([{ id: 'c1' }]))).toMatchObject({
      code: 'unavailable',
      extra: { retryAfterSecs: 1 },
    });
  });
  expect(await thread.ingest(request([{ id: 'c1' }]))).toBe(1);
});

test('tells where a fault inside was, and nothing of it in the message', async () => {
  await store.write((tx) => tx.run('DROP TABLE contacts'));
  expect(await failure(request([{ id: 'c1' }]))).toMatchObject({
    code: 'internal',
    message: 'Something went wrong here',
    cause: expect.stringMatching(/no such table: contacts\n +at .*\.js:\d+/),
  });
});

test('answers what it has taken before it closes', async () => {
  const taken = Array.from({ length: 20 }, (_, n) => thread.ingest(request([{ id: `c${n}` }])));
  await thread.close();
  expect(await Promise.all(taken)).toEqual(taken.map(() => 1));
  expect(await ids()).toHaveLength(20);
});

test('that cannot start fails what was asked, and is started again by what is asked next', async () => {
  const lost = new IngestThread(join(folder, 'nowhere', 'test.db'));
  for (let n = 0; n < 2; n++) {
    await expect(lost.ingest(request([]))).rejects.toThrow(
      'Cannot open database because the directory does not exist',
    );
  }
  await lost.close();
});
