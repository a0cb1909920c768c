import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  countMessages,
  createAcme,
  message,
  MessageLoad,
  stateOf,
  whole,
} from '../testing/message-load.js';
import { inlayProcess, serveProcess } from '../testing/served-process.js';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'inlay-disk-'));
const disk = join(folder, 'disk');
const SIZE = 4 * 1024 * 1024;

/** A disk of 4 MiB; only root, and not in every container, may have one. */
const hasDisk = await mkdir(disk)
  .then(() => run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk]))
  .then(() => true)
  .catch(() => false);

afterAll(async () => {
  if (hasDisk) await run('umount', [disk]);
  await rm(folder, { recursive: true });
});

const file = join(disk, 'test.db');
const ballast = join(disk, 'ballast');

beforeAll(async () => {
  if (hasDisk) await createAcme(file);
});

test.runIf(hasDisk)(
  'a disk without room is 507, harms nothing, and is used again when it has room',
  async () => {
    await writeFile(ballast, Buffer.alloc(SIZE / 2));
    await using server = await serveProcess(file);
    const load = new MessageLoad(server, 'm');
    for (let n = 0; load.refusals.length < 30; n++) await load.send([300, 1, 20][n % 3] ?? 1);
    expect(new Set(load.refusals)).toEqual(new Set([507]));
    const taken = load.sent.filter(({ isAcknowledged }) => isAcknowledged);
    const rows = taken.reduce((sum, { ids }) => sum + ids.length, 0);
    expect(await countMessages(server.url)).toBe(rows);
    await truncate(ballast);
    expect(await load.send(300)).toBe(true);
    expect(load.sent.at(-1)?.isAcknowledged).toBe(true);
    expect(await countMessages(server.url)).toBe(rows + 300);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await stateOf(file, load.sent)).toEqual(whole);
  },
);

test.runIf(hasDisk)('an import that does not fit leaves the database as it was', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `${JSON.stringify({ org_id: 'acme', ...message(`import-${n}`) })}\n`,
  );
  const dir = join(folder, 'import');
  await mkdir(dir);
  await writeFile(join(dir, 'messages.ndjson'), rows.join(''));
  await using server = await serveProcess(file);
  const before = await countMessages(server.url);
  await using importing = inlayProcess(['import', dir, '--db', file]);
  expect(await importing.ended).toBe(1);
  expect(await countMessages(server.url)).toBe(before);
  expect(await stateOf(file, [])).toEqual(whole);
});
