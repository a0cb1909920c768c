import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seed } from '../seed/seed.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { run } from './run.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');

let folder: string;
let seeded: string;
let db: string;
let copies = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-rollups-'));
  seeded = db = join(folder, 'seeded.db');
  await inStore(async (store) => {
    await seed({ store, clock: () => NOW, orgId: 'acme' });
    await store.write((tx) =>
      tx.run(`INSERT INTO organizations (id, name, timezone) VALUES ('quiet', 'Quiet', 'UTC')`),
    );
  });
});

beforeEach(() => copyFile(seeded, (db = join(folder, `${copies++}.db`))));

afterAll(() => rm(folder, { recursive: true }));

async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openSqlite(db);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const change = (sql: string) => inStore((store) => store.write((tx) => tx.run(sql)));

async function inlay(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await run(args, {
    env: {},
    isTerminal: false,
    untilStopped: () => Promise.resolve(),
    clock: () => NOW,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

const firstDay = () =>
  inStore((store) =>
    store.read((tx) =>
      tx.first<{ day: number; n: number }>(
        `SELECT day, n FROM call_day WHERE org_id = 'acme' AND key = 'all' ORDER BY day LIMIT 1`,
      ),
    ),
  );

describe('inlay verify', () => {
  test('says how many rows agree, for all organizations or some', async () => {
    const all = await inlay('verify', '--db', db);
    expect([all.code, all.err]).toEqual([0, '']);
    expect(all.out).toMatch(
      /^verified 2 organizations: [\d,]{5,} rows of sums agree with the events\n$/,
    );
    const one = await inlay('verify', '--db', db, '--org', 'acme');
    expect(one.out).toBe(all.out.replace('2 organizations', '1 organization'));
    const some = await inlay('verify', '--db', db, '--sample', '1');
    expect(some.out).toMatch(/^verified 1 organization: /);
    expect((await inlay('verify', '--db', db, '--org', 'quiet')).out).toBe(
      'verified 1 organization: 0 rows of sums agree with the events\n',
    );
  });

  test('names the first row that differs, with what it is and should be', async () => {
    const before = await firstDay();
    await change(
      `UPDATE call_day SET n = n + 1 WHERE org_id = 'acme' AND key = 'all' AND day = ${before?.day}`,
    );
    expect(await inlay('verify', '--db', db)).toEqual({
      code: 1,
      out: '',
      err:
        `call_day: in the row of org_id "acme", key "all", day ${before?.day}, ` +
        `n is ${(before?.n ?? 0) + 1}, but the events say ${before?.n}\n`,
    });
  });

  test('names a row that is missing and one that has no events', async () => {
    await change(`DELETE FROM contact_gap WHERE org_id = 'acme' AND next_day = 9999999`);
    const missing = await inlay('verify', '--db', db);
    expect(missing.code).toBe(1);
    expect(missing.err).toMatch(
      /^contact_gap: the row of org_id "acme", day \d+, next_day 9999999 is missing\n$/,
    );
    await change(`INSERT INTO contact_seen VALUES ('quiet', 'phone:p', 'c', 1)`);
    expect((await inlay('verify', '--db', db, '--org', 'quiet')).err).toBe(
      'contact_seen: the row of org_id "quiet", key "phone:p", contact_id "c" has no events\n',
    );
  });

  test('names an event whose local day is not that of its instant, and a rebuild sets it right', async () => {
    await change(`UPDATE calls SET day = day + 1
      WHERE id = (SELECT MAX(id) FROM calls WHERE org_id = 'acme')`);
    const { code, err } = await inlay('verify', '--db', db);
    expect(code).toBe(1);
    const [, kept, counted] =
      /^calls: in the row of org_id "acme", id "[^"]+", day is (\d+), but the events say (\d+)\n$/.exec(
        err,
      ) ?? [];
    expect(Number(kept)).toBe(Number(counted) + 1);
    expect((await inlay('rebuild', '--db', db)).code).toBe(0);
    expect((await inlay('verify', '--db', db)).code).toBe(0);
  });

  test('changes nothing', async () => {
    const before = await firstDay();
    await inlay('verify', '--db', db);
    expect(await firstDay()).toEqual(before);
  });

  test('refuses an unknown organization and a sample of none', async () => {
    expect(await inlay('verify', '--db', db, '--org', 'nobody')).toEqual({
      code: 1,
      out: '',
      err: 'there is no organization "nobody" in the database\n',
    });
    expect((await inlay('verify', '--db', db, '--sample', '0')).code).toBe(2);
  });
});

describe('inlay rebuild', () => {
  test.each(['call_day', 'message_month', 'response_block', 'contact_gap', 'contact_seen'])(
    'sets right what has happened to %s',
    async (table) => {
      await change(`DELETE FROM ${table}`);
      expect((await inlay('verify', '--db', db)).code).toBe(1);
      const { code, out, err } = await inlay('rebuild', '--db', db, '--org', 'acme');
      expect([code, out, err]).toEqual([0, 'rebuilt 1 organization in 0.0 s\n', 'rebuilt acme\n']);
      expect((await inlay('verify', '--db', db)).code).toBe(0);
    },
  );

  test('rebuilds every organization', async () => {
    const { code, out, err } = await inlay('rebuild', '--db', db);
    expect([code, out, err]).toEqual([
      0,
      'rebuilt 2 organizations in 0.0 s\n',
      'rebuilt acme\nrebuilt quiet\n',
    ]);
  });
});
