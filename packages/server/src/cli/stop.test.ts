import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAcme, MessageLoad, ownerHeaders, stateOf, whole } from '../testing/message-load.js';
import { serveProcess } from '../testing/served-process.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-stop-'));
  file = join(folder, 'test.db');
  await createAcme(file);
});

afterEach(() => rm(folder, { recursive: true }));

test('a server that is told to stop under load fails no request, and leaves one file', async () => {
  await using server = await serveProcess(file, { INLAY_DRAIN_SECS: '1' });
  const headers = await ownerHeaders();
  const load = new MessageLoad(server, 'm');
  let isReady = true;
  let reads = 0;
  const failures: unknown[] = [];
  /** What stands before the server and sends to it while it says that it is ready. */
  const look = async () => {
    while (isReady) {
      const response = await fetch(`${server.url}/readyz`);
      isReady = response.status === 200;
      await wait(10);
    }
  };
  const read = async () => {
    while (isReady) {
      try {
        const response = await fetch(`${server.url}/api/dashboard/stats`, { headers });
        if (response.status === 200) reads++;
        else failures.push(response.status);
        await response.text();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const write = async (rows: number) => {
    while (isReady) if (!(await load.send(rows))) failures.push('no answer');
  };
  const clients = [look(), read(), read(), read(), read(), write(1), write(1), write(300)];
  while (Math.min(reads, load.sent.length) < 20) await wait(10);
  expect(await server.end('SIGTERM')).toBe(0);
  await Promise.all(clients);
  expect(isReady).toBe(false);
  expect(failures).toEqual([]);
  expect(load.refusals).toEqual([]);
  expect(load.sent.every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(await stateOf(file, load.sent)).toEqual(whole);
});

test('a server goes on when nobody reads its log any more', async () => {
  await using server = await serveProcess(file);
  server.closeLog();
  for (let n = 0; n < 5; n++) expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
  expect(await server.end('SIGTERM')).toBe(0);
});
