import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createApp, createTokenVerifier, openSqlite } from '@inlay/server';
import { slices } from '@inlay/sdk/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oracle } from '../../packages/server/src/testing/oracle/oracle.js';
import { reader, SECRET, tokenFor } from '../../packages/server/src/testing/reader.js';
import { worldOf } from './testing/world.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-data-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test.each([
  {
    set: 'copenhagen',
    imported: 'imported 11,609 rows from 9 files',
    orgId: 'copenhagen-desk',
    at: '2024-01-21T12:00:00Z',
  },
  {
    set: 'twitter-care',
    imported: 'imported 1,750 rows from 4 files',
    orgId: 'customer-care',
    at: '2020-04-02T12:00:00Z',
  },
])('$set is imported, and every number of all time is right', async ({ set, imported, ...of }) => {
  const tables = here(`${set}/tables`);
  const database = join(folder, 'data.db');
  const cli = here('../../packages/server/dist/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [
    cli,
    'import',
    tables,
    '--db',
    database,
  ]);
  expect(stdout).toContain(imported);

  const now = Date.parse(of.at);
  const clock = () => now;
  const store = await openSqlite(database);
  const app = createApp({ store, clock, verify: createTokenVerifier({ secret: SECRET }, clock) });
  const owner = reader('owner', ['Dashboard:Instance:ViewOrg'], of);
  const headers = { Authorization: `Bearer ${await tokenFor(owner, now)}` };
  const world = worldOf(tables);
  for (const slice of ['stats', 'messagingStats', 'engagementStats'] as const) {
    const answer = await app.request(`${slices[slice].path}?time_range=all_time`, { headers });
    expect(await answer.json()).toEqual(
      oracle(slice, world, owner, { time_range: 'all_time' }, now),
    );
  }
  await store.close();
});
