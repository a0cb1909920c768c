import { mkdir, mkdtemp, readdir, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  countMessages,
  createAcme,
  message,
  MessageLoad,
  ownerHeaders,
  putMessages,
  stateOf,
  whole,
  type Sent,
} from '../testing/message-load.js';
import { inlayProcess, serveProcess, type ServedProcess } from '../testing/served-process.js';

/** Of each kind. */
const KILLS = process.env['INLAY_TEST_FULL'] ? 100 : 4;
/** So many kills happen to one database; all of it is checked after each. */
const KILLS_IN_A_ROW = 10;
const ROWS_OF_IMPORT = 30_000;

let folder: string;
let file: string;

async function openFolder(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'inlay-durability-'));
  file = join(folder, 'test.db');
  await createAcme(file);
}

const removeFolder = () => rm(folder, { recursive: true });

beforeEach(openFolder);
afterEach(removeFolder);

/** Has all kills happen, some in a row to one database. */
async function inRows(kill: (times: number) => Promise<void>): Promise<void> {
  for (let left = KILLS; left > 0; left -= KILLS_IN_A_ROW) {
    await kill(Math.min(left, KILLS_IN_A_ROW));
    await removeFolder();
    await openFolder();
  }
}

test.each([
  ['single rows', [1, 1, 1, 1, 1, 1, 1, 1], 200],
  ['batches', [1, 1, 1, 20, 400, 1500], 20],
])(
  `after ${KILLS} kills at any moment of %s, every acknowledged row is there and no request is torn`,
  { timeout: 60_000 + KILLS * 20_000 },
  async (_, sizes, mostAnswers) => {
    await inRows((times) => killServers(times, sizes, mostAnswers));
  },
);

async function killServers(
  times: number,
  sizes: readonly number[],
  mostAnswers: number,
): Promise<void> {
  const sent: Sent[] = [];
  for (let n = 0; n < times; n++) {
    await using server = await serveProcess(file);
    const load = new MessageLoad(server, `k${n}`);
    const killed = Promise.withResolvers<unknown>();
    const enough = 1 + Math.floor(Math.random() * mostAnswers);
    await load.run(sizes, enough, () => killed.resolve(server.end('SIGKILL')));
    expect(await killed.promise).toBe('SIGKILL');
    sent.push(...load.sent);
    expect(sent.filter(({ isAcknowledged }) => isAcknowledged).length).toBeGreaterThan(0);
    expect(await stateOf(file, sent)).toEqual(whole);
  }
}

/** Writes a folder of messages to import. */
async function folderOf(name: string): Promise<{ dir: string; ids: string[] }> {
  const dir = join(folder, name);
  const ids = Array.from({ length: ROWS_OF_IMPORT }, (_, n) => `${name}-${n}`);
  const rows = ids.map((id) => `${JSON.stringify({ org_id: 'acme', ...message(id) })}\n`);
  await mkdir(dir);
  await writeFile(join(dir, 'messages.ndjson'), rows.join(''));
  return { dir, ids };
}

/** Counts what a server shows, again and again, until something has ended. */
async function countsUntil(end: Promise<unknown>, { url }: ServedProcess): Promise<number[]> {
  let isOver = false;
  void end.then(() => (isOver = true));
  const counts: number[] = [];
  while (!isOver) counts.push(await countMessages(url));
  return counts;
}

test(
  `after ${KILLS} kills at any moment of an import, all of it is there or nothing, and nobody saw a part`,
  { timeout: 60_000 + KILLS * 20_000 },
  () => inRows(killImports),
);

async function killImports(times: number): Promise<void> {
  await using server = await serveProcess(file);
  const sent: Sent[] = [];
  let longestMs = 0;
  let before = 0;
  for (let n = 0; n <= times; n++) {
    const { dir, ids } = await folderOf(`i${n}`);
    const startedAt = performance.now();
    await using importing = inlayProcess(['import', dir, '--db', file]);
    const counts = countsUntil(importing.ended, server);
    // The first one may finish, to know how long that takes.
    if (n > 0) await Promise.race([wait(Math.random() * longestMs), importing.ended]);
    else longestMs = await importing.ended.then(() => performance.now() - startedAt);
    const end = await importing.end('SIGKILL');
    sent.push({ ids, isAcknowledged: end === 0 });
    const possible = [before, before + ROWS_OF_IMPORT];
    for (const count of await counts) expect(possible).toContain(count);
    before = await countMessages(server.url);
    expect(possible).toContain(before);
    const response = await putMessages(server.url, [`after-${n}`], await ownerHeaders());
    expect(response.status).toBe(200);
    before++;
    expect(await stateOf(file, sent)).toEqual(whole);
  }
  expect(sent[0]?.isAcknowledged).toBe(true);
}

/** Resolves when a file whose name starts so is made in the folder. */
async function isMade(start: string): Promise<void> {
  for await (const { filename } of watch(folder)) if (filename?.startsWith(start)) return;
}

test(
  'an import into a new file that is killed leaves none, and may be run again',
  { timeout: 120_000 },
  async () => {
    const { dir } = await folderOf('new');
    const organizations = '{"id":"acme","name":"Acme","timezone":"UTC"}\n';
    await writeFile(join(dir, 'organizations.ndjson'), organizations);
    const made = join(folder, 'made.db');
    const started = isMade('made.db');
    await using importing = inlayProcess(['import', dir, '--db', made]);
    await started;
    expect(await importing.end('SIGKILL')).toBe('SIGKILL');
    expect(await readdir(folder)).not.toContain('made.db');
    await using again = inlayProcess(['import', dir, '--db', made]);
    expect(await again.ended).toBe(0);
    expect(await stateOf(made, [])).toEqual(whole);
  },
);

test('a server that is told to stop answers what it has taken, and exits with 0', async () => {
  await using server = await serveProcess(file);
  const load = new MessageLoad(server, 'stop');
  const stopped = Promise.withResolvers<unknown>();
  await load.run([1, 1, 1, 1, 50, 1000], 30, () => stopped.resolve(server.end('SIGTERM')));
  expect(await stopped.promise).toBe(0);
  expect(await stateOf(file, load.sent)).toEqual(whole);
});

test('two servers of one file lose nothing, and each shows at once what the other took', async () => {
  await using first = await serveProcess(file);
  await using second = await serveProcess(file);
  const servers = [first, second] as const;
  for (let n = 0; n < 10; n++) {
    const [writing, reading] = n % 2 === 0 ? [first, second] : [second, first];
    expect(await countMessages(reading.url)).toBe(n);
    const response = await putMessages(writing.url, [`turn-${n}`], await ownerHeaders());
    expect(response.status).toBe(200);
    expect([await countMessages(reading.url), await countMessages(writing.url)]).toEqual([
      n + 1,
      n + 1,
    ]);
  }
  const loads = servers.map((server, n) => new MessageLoad(server, `two${n}`));
  const ended: Promise<unknown>[] = [];
  await Promise.all(
    loads.map((load, n) =>
      load.run([1, 1, 1, 200], 60, () => {
        ended.push(servers[n]?.end(n === 0 ? 'SIGKILL' : 'SIGTERM') ?? Promise.reject());
      }),
    ),
  );
  expect((await Promise.all(ended)).toSorted()).toEqual([0, 'SIGKILL']);
  expect(
    await stateOf(
      file,
      loads.flatMap(({ sent }) => sent),
    ),
  ).toEqual(whole);
});
