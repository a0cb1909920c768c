import Database from 'better-sqlite3';
import { chmod, cp, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../store/migrations/index.js';
import {
  countMessages,
  createAcme,
  MessageLoad,
  ownerHeaders,
  putMessages,
  stateOf,
  whole,
} from '../testing/message-load.js';
import { serveProcess } from '../testing/served-process.js';
import { run } from './run.js';

let folder: string;
let db: string;
let copy: string;
let back: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "inlay-'backup'-"));
  [db, copy, back] = ['test.db', 'copy.db', 'back.db'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await createAcme(db);
});

afterEach(() => rm(folder, { recursive: true }));

async function inlay(...args: string[]) {
  let [out, err, now] = ['', '', 0];
  const code = await run(args, {
    env: {},
    isTerminal: false,
    untilStopped: () => Promise.resolve(),
    clock: () => (now += 100),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

const failure = (err: string) => ({ code: 1, out: '', err: `${err}\n` });

/** Every row of every table. */
function dump(file: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    const names = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    return names.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]);
  } finally {
    database.close();
  }
}

const filesIn = async () => (await readdir(folder)).filter((name) => !/-(wal|shm)$/.test(name));

describe('inlay backup', () => {
  test('makes one file of a database, and inlay restore a database of it', async () => {
    await chmod(db, 0o640);
    expect(await inlay('backup', copy, '--db', db)).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^backed up .*test\.db to .*copy\.db: 1 organization, \d+\.\d MiB, schema version \d+, checked, in 0\.1 s\n$/,
      ),
      err: '',
    });
    expect((await stat(copy)).mode & 0o777).toBe(0o640);
    expect(await inlay('restore', copy, '--db', back)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^restored .*back\.db from .*copy\.db: 1 organization, .*, checked/,
      ),
    });
    expect((await readdir(folder)).toSorted()).toEqual(
      expect.arrayContaining(['back.db', 'copy.db', 'test.db']),
    );
    expect(await filesIn()).toHaveLength(3);
    expect(dump(back)).toEqual(dump(db));
    expect(await inlay('verify', '--db', back)).toMatchObject({ code: 0 });
  });

  test('copies what a server holds while it goes on taking rows', { timeout: 60_000 }, async () => {
    await using server = await serveProcess(db);
    const load = new MessageLoad(server, 'm');
    const running = load.run([1, 1, 1, 50, 400], 0, () => {});
    for (let n = 0; n < 3; n++) {
      while (load.sent.filter(({ isAcknowledged }) => isAcknowledged).length < (n + 1) * 10) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const acknowledged = load.sent.filter(({ isAcknowledged }) => isAcknowledged);
      const before = acknowledged.map(({ ids }) => ({ ids, isAcknowledged: true }));
      expect(await inlay('backup', `${copy}${n}`, '--db', db)).toMatchObject({ code: 0, err: '' });
      expect(await inlay('restore', `${copy}${n}`, '--db', `${back}${n}`)).toMatchObject({
        code: 0,
      });
      expect(await stateOf(`${back}${n}`, before)).toEqual(whole);
      expect((await stateOf(`${back}${n}`, load.sent)).torn).toEqual([]);
    }
    expect(load.refusals).toEqual([]);
    await server.end('SIGTERM');
    await running;
  });

  test('makes a file that a server serves after it was restored', async () => {
    {
      await using server = await serveProcess(db);
      await putMessages(server.url, ['one', 'two'], await ownerHeaders());
      await inlay('backup', copy, '--db', db);
      await putMessages(server.url, ['three'], await ownerHeaders());
    }
    for (const end of ['', '-wal', '-shm']) await rm(db + end, { force: true });
    await inlay('restore', copy, '--db', db);
    await using again = await serveProcess(db);
    expect(await countMessages(again.url)).toBe(2);
  });

  test('overwrites nothing', async () => {
    await writeFile(copy, 'mine');
    expect(await inlay('backup', copy, '--db', db)).toEqual(
      failure(`${copy} exists, and is left as it is`),
    );
    expect(await readFile(copy, 'utf8')).toBe('mine');
  });

  test('leaves nothing when it fails', async () => {
    const none = join(folder, 'none.db');
    const { code, err } = await inlay('backup', copy, '--db', none);
    expect([code, err]).toEqual([1, `cannot back up ${none}: unable to open database file\n`]);
    await writeFile(none, 'text '.repeat(1000));
    expect((await inlay('backup', copy, '--db', none)).err).toBe(
      `cannot back up ${none}: file is not a database\n`,
    );
    expect(await filesIn()).toEqual(['none.db', 'test.db']);
  });

  test('takes a database of an older version as it is, before it is upgraded', async () => {
    const old = new Database(join(folder, 'old.db'));
    for (const migration of migrations.slice(0, 3)) old.exec(migration);
    old.pragma('user_version = 3');
    old.close();
    expect(await inlay('backup', copy, '--db', join(folder, 'old.db'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('schema version 3'),
    });
  });
});

describe('inlay restore', () => {
  const restored = () => inlay('restore', copy, '--db', back);

  test.each(['', '-wal', '-shm'])('touches nothing where there is a FILE%s', async (end) => {
    await inlay('backup', copy, '--db', db);
    await writeFile(back + end, 'mine');
    expect(await restored()).toEqual(failure(`${back}${end} exists, and is left as it is`));
    expect(await readFile(back + end, 'utf8')).toBe('mine');
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['a page of which is overwritten', () => overwritten(copy), 'is damaged: '],
    ['that is cut off', async () => cut(copy, (await stat(copy)).size - 5000), 'malformed'],
    ['that is empty', () => writeFile(copy, ''), 'is empty'],
    ['that is text', () => writeFile(copy, 'text '.repeat(1000)), 'file is not a database'],
    ['of something else', () => foreign(copy), 'is a database, but not one of Inlay'],
    ['of a newer version', () => newer(copy), 'written by a newer Inlay'],
  ])('refuses a backup %s, and leaves nothing', async (_, spoil, message) => {
    await inlay('backup', copy, '--db', db);
    await spoil();
    const { code, err } = await restored();
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^${copy} cannot be restored: .*${message}.*\n$`));
    expect(await filesIn()).toEqual(['copy.db', 'test.db']);
  });

  test('refuses a database that is in use', async () => {
    await using server = await serveProcess(db);
    await putMessages(server.url, ['one'], await ownerHeaders());
    expect(await inlay('restore', db, '--db', back)).toEqual(
      failure(`${db} is a database in use and no backup: it has a log beside it`),
    );
  });

  test('says that there is no backup', async () => {
    expect((await restored()).err).toMatch(/^cannot read .*copy\.db: ENOENT/);
  });

  async function overwritten(file: string): Promise<void> {
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(4096, 0x5a), 0, 4096, 4096 * 3);
    await handle.close();
  }

  async function cut(file: string, bytes: number): Promise<void> {
    const handle = await open(file, 'r+');
    await handle.truncate(bytes);
    await handle.close();
  }

  async function foreign(file: string): Promise<void> {
    await rm(file);
    const database = new Database(file);
    database.exec('CREATE TABLE notes (text)');
    database.close();
  }

  async function newer(file: string): Promise<void> {
    const database = new Database(file);
    database.pragma(`user_version = ${migrations.length + 1}`);
    database.close();
  }

  test('may be done by copying the file, too', async () => {
    await inlay('backup', copy, '--db', db);
    await cp(copy, back);
    expect(dump(back)).toEqual(dump(db));
    expect(await inlay('verify', '--db', back)).toMatchObject({ code: 0 });
  });
});
