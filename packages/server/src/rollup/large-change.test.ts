import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeRows } from '../ingest/apply.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { verifyOrganization } from './verify.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const MINUTE_MS = 60_000;
const CHUNK = 3000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-large-change-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const messagesOf = (org_id: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    org_id,
    id: `s${from + index}`,
    contact_id: 'c',
    channel: 'sms',
    direction: index % 3 === 0 ? 'outbound' : 'inbound',
    status: 'sent',
    created_at: new Date(NOW - (from + index) * MINUTE_MS).toISOString(),
  }));

test('a change of so many rows that sums are built anew leaves them right for every organization', async () => {
  const store = await openSqlite(join(folder, 'rows.db'), { readers: 1 });
  await writeRows(store, async (rows) => {
    for (const id of ['large', 'small']) {
      await rows.putJson('organizations', [{ id, name: id, timezone: 'Asia/Kathmandu' }], NOW);
      await rows.putJson('contacts', [{ org_id: id, id: 'c' }], NOW);
      await rows.putJson('messages', messagesOf(id, 0, 5), NOW);
    }
  });
  await writeRows(store, async (rows) => {
    for (let from = 0; from < 8 * CHUNK; from += CHUNK) {
      await rows.putJson('messages', messagesOf('large', from, CHUNK), NOW);
      await rows.putJson('messages', messagesOf('small', from, 2), NOW);
    }
    await rows.remove('messages', [
      ['large', 's7'],
      ['small', 's1'],
    ]);
  });
  expect(await verifyOrganization(store, 'large')).toBeTypeOf('number');
  expect(await verifyOrganization(store, 'small')).toBeTypeOf('number');
  await store.close();
});
