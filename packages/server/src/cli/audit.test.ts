import { slices } from '@inlay/sdk/contract';
import { auditReads, type AuditAnswer } from '@inlay/sdk/contract/audit';
import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAcme, MessageLoad, ownerHeaders } from '../testing/message-load.js';
import { serveProcess, type ServedProcess } from '../testing/served-process.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-audit-'));
  file = join(folder, 'test.db');
  await createAcme(file);
});

afterEach(() => rm(folder, { recursive: true }));

/** Asks so often, from some clients at once, with and without a tag; gives how often that was. */
async function read({ url }: ServedProcess, times: number): Promise<number> {
  const headers = await ownerHeaders();
  const paths = Object.values(slices).map(({ path }) => path);
  const tags = new Map<string, string>();
  const client = async (from: number) => {
    for (let n = from; n < times; n += 4) {
      const path = paths[n % paths.length] ?? '';
      const tag = n % 2 === 0 ? tags.get(path) : undefined;
      const response = await fetch(`${url}${path}`, {
        headers: { ...headers, ...(tag !== undefined && { 'If-None-Match': tag }) },
      });
      tags.set(path, response.headers.get('ETag') ?? '');
      expect([200, 304]).toContain(response.status);
      await response.arrayBuffer();
    }
  };
  await Promise.all([0, 1, 2, 3].map(client));
  return times;
}

async function readsShown({ url }: ServedProcess): Promise<number> {
  const response = await fetch(`${url}${auditReads.path}?limit=1000`, {
    headers: await ownerHeaders(),
  });
  const { entries } = (await response.json()) as AuditAnswer;
  return entries.reduce((sum, { reads }) => sum + reads, 0);
}

function readsKept(): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare('SELECT sum(reads) FROM reads').pluck().get();
  } finally {
    database.close();
  }
}

test('reads that a server shows survive a kill, and none is counted twice', async () => {
  await using server = await serveProcess(file);
  const load = new MessageLoad(server, 'm');
  const writing = load.run([1, 20], 0, () => {});
  const sent = await read(server, 200);
  while ((await readsShown(server)) < sent) await wait(50);
  expect(await server.end('SIGKILL')).toBe('SIGKILL');
  await writing;
  expect(readsKept()).toBe(sent);
});

test('a server that is told to stop writes down every read', async () => {
  await using server = await serveProcess(file);
  const sent = await read(server, 150);
  expect(await server.end('SIGTERM')).toBe(0);
  expect(readsKept()).toBe(sent);
  expect(server.logged()).not.toContain('"level":"error"');
});
