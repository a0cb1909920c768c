import Database from 'better-sqlite3';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { putReads } from '../../audit/reads.js';
import { conformance } from '../conformance.js';
import { migrations } from '../migrations/index.js';
import { StoreFull, type Reader, type Store } from '../store.js';
import { ofManyRows, withSettledPlan } from './connection.js';
import { openSqlite } from './sqlite-store.js';

let folder: string;
let file: string;
let opened: Store[];

const open = async (): Promise<Store> => {
  const store = await openSqlite(file, { readers: 3, busyTimeoutMs: 1 });
  opened.push(store);
  return store;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-store-'));
  file = join(folder, 'test.db');
  opened = [];
});

afterEach(async () => {
  for (const store of opened) await store.close();
  await rm(folder, { recursive: true });
});

describe('SQLite conforms to the port', () => {
  for (const { name, run } of conformance) test(name, () => run(open));
});

test.each([
  ['SELECT 1 FROM a WHERE b = ? AND c IS ?', 'SELECT 1 FROM a WHERE b = +? AND c IS +?'],
  ['INSERT INTO a VALUES (?, ?1, 5)', 'INSERT INTO a VALUES (+?, +?1, 5)'],
  ["SELECT '?', 'it''s ?' FROM a LIMIT ?", "SELECT '?', 'it''s ?' FROM a LIMIT +?"],
  ['SELECT 1', 'SELECT 1'],
])('a plan does not depend on what is bound: %s', (sql, settled) => {
  expect(withSettledPlan(sql)).toBe(settled);
});

test.each([
  ['INSERT INTO a (b, c) VALUES (?, ?)', 'INSERT INTO a (b, c) VALUES (?, ?), (?, ?)'],
  [
    'INSERT INTO a (b) VALUES (?) ON CONFLICT (b) DO UPDATE SET (c) = (?)',
    'INSERT INTO a (b) VALUES (?), (?) ON CONFLICT (b) DO UPDATE SET (c) = (?)',
  ],
  ['INSERT INTO a VALUES (?, 1)', undefined],
  ['INSERT INTO a SELECT ?', undefined],
  ['UPDATE a SET b = ?', undefined],
])('a statement of one row becomes one of several: %s', (sql, several) => {
  expect(ofManyRows(sql, 2)).toBe(several);
});

describe('openSqlite', () => {
  const pragma = (name: string) => {
    const database = new Database(file, { readonly: true });
    try {
      return database.pragma(name, { simple: true });
    } finally {
      database.close();
    }
  };

  test('creates a database in WAL mode at the newest version', async () => {
    await open();
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('user_version')).toBe(migrations.length);
  });

  test('writes with synchronous=FULL', async () => {
    const store = await open();
    const row = await store.write((tx) => tx.first('PRAGMA synchronous'));
    expect(row).toEqual({ synchronous: 2 });
  });

  test('opens an existing database without touching its rows', async () => {
    const before = await open();
    await before.write((tx) => tx.run("INSERT INTO teams VALUES ('o1', 't1', 'Team')"));
    await before.close();
    const rows = await (await open()).read((tx) => tx.all('SELECT * FROM teams'));
    expect(rows).toEqual([{ org_id: 'o1', id: 't1', name: 'Team' }]);
  });

  test('refuses a database of a newer version and leaves it as it is', async () => {
    await (await open()).close();
    setVersion(migrations.length + 1);
    await expect(open()).rejects.toThrow(
      `${file} has schema version ${migrations.length + 1}, written by a newer Inlay; ` +
        `this one knows versions up to ${migrations.length}`,
    );
    expect(pragma('user_version')).toBe(migrations.length + 1);
  });

  test('refuses a database of something else', async () => {
    const database = new Database(file);
    database.exec('CREATE TABLE notes (text)');
    database.close();
    const before = await readFile(file);
    await expect(open()).rejects.toThrow(`${file} is a database, but not one of Inlay`);
    expect(before.equals(await readFile(file))).toBe(true);
  });

  test('refuses a file that is no database', async () => {
    await writeFile(file, 'name,value\n'.repeat(200));
    await expect(open()).rejects.toThrow('file is not a database');
  });

  test('brings a database of an older version up to date, with what it holds', async () => {
    const before = new Database(file);
    for (const migration of migrations.slice(0, 6)) before.exec(migration);
    before.pragma('user_version = 6');
    before.exec(`INSERT INTO organizations VALUES ('o1', 'O', 'UTC');
      INSERT INTO contacts (org_id, id) VALUES ('o1', 'c1'), ('o1', 'c2');
      INSERT INTO reads VALUES ('o1', 7, 'm1', 'stats', 's', 'today', 3, 420000);`);
    before.close();
    const store = await open();
    const read = { orgId: 'o1', minute: 7, memberId: 'm1', slice: 'stats', scope: 's' };
    const more = { ...read, timeRange: 'today', reads: 1, rows: 5, lastMs: 430_000 };
    await store.write((tx) => putReads(tx, { counted: [more] }));
    expect(await store.first('SELECT reads, rows, last_ms FROM reads')).toEqual({
      reads: 4,
      rows: 5,
      last_ms: 430_000,
    });
    expect(await store.first('SELECT * FROM contact_count')).toEqual({
      org_id: 'o1',
      key: 'all',
      n: 2,
    });
  });

  test('two handles may open a new database at the same time', async () => {
    await Promise.all([open(), open()]);
    expect(pragma('user_version')).toBe(migrations.length);
  });

  test('every key and index of a table starts with the organization', async () => {
    const store = await open();
    const firsts = await store.read((tx) =>
      tx.all<{ name: string; first: string }>(
        `SELECT indexes.name, columns.name AS first
         FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes,
           pragma_index_info(indexes.name) AS columns
         WHERE tables.type = 'table' AND tables.name <> 'organizations' AND columns.seqno = 0`,
      ),
    );
    expect(firsts.length).toBeGreaterThan(30);
    expect(firsts.filter(({ first }) => first !== 'org_id')).toEqual([]);
  });

  test('withoutIndexes puts indexes aside and builds the same ones again', async () => {
    const store = await open();
    const indexes = (tx: Reader) =>
      tx.all(
        `SELECT name, sql FROM sqlite_schema
         WHERE type = 'index' AND tbl_name = 'messages' AND sql IS NOT NULL ORDER BY name`,
      );
    const before = await store.read(indexes);
    expect(before).toHaveLength(5);
    await store.write(async (tx) => {
      await tx.withoutIndexes('messages', async () => expect(await indexes(tx)).toEqual([]));
    });
    expect(await store.read(indexes)).toEqual(before);
    const failed = store.write((tx) =>
      tx.withoutIndexes('messages', () => Promise.reject(new Error('stop'))),
    );
    await expect(failed).rejects.toThrow('stop');
    expect(await store.read(indexes)).toEqual(before);
  });

  test('a full disk inside a savepoint fails the whole write, and keeps nothing of it', async () => {
    const store = await open();
    const insert = 'INSERT INTO teams VALUES (?, ?, ?)';
    const later: unknown[] = [];
    const failed = store.write(async (tx) => {
      const { pages } = (await tx.first<{ pages: number }>(
        'SELECT page_count AS pages FROM pragma_page_count',
      )) ?? { pages: 0 };
      await tx.first(`PRAGMA max_page_count = ${pages + 2}`);
      await tx.run(insert, ['o1', 'before', 'Team']);
      const big = tx.savepoint(() => tx.run(insert, ['o1', 'big', 'x'.repeat(100_000)]));
      later.push(await big.catch((error: unknown) => error));
      const after = tx.savepoint(() => tx.run(insert, ['o1', 'after', 'Team']));
      later.push(await after.catch((error: unknown) => error));
      await tx.run(insert, ['o1', 'last', 'Team']).catch((error: unknown) => later.push(error));
    });
    await expect(failed).rejects.toThrow(StoreFull);
    expect(later).toHaveLength(3);
    for (const error of later) expect(error).toBeInstanceOf(StoreFull);
    expect(await store.read((tx) => tx.all('SELECT id FROM teams'))).toEqual([]);
    await store.write((tx) => tx.first('PRAGMA max_page_count = 1000000'));
    await store.write((tx) => tx.run(insert, ['o1', 'again', 'Team']));
    expect(await store.read((tx) => tx.all('SELECT id FROM teams'))).toEqual([{ id: 'again' }]);
  });

  describe('a draft', () => {
    const draft = () => openSqlite(file, { isDraft: true });
    const insert = 'INSERT INTO teams VALUES (?, ?, ?)';
    const files = () => readdir(folder);

    test('has no log, and becomes what every other database is', async () => {
      const store = await draft();
      await store.write((tx) => tx.run(insert, ['o1', 't1', 'Team']));
      expect(await files()).toEqual(['test.db']);
      await store.close();
      expect(await files()).toEqual(['test.db']);
      expect(pragma('journal_mode')).toBe('wal');
      const rows = await (await open()).read((tx) => tx.all('SELECT id FROM teams'));
      expect(rows).toEqual([{ id: 't1' }]);
    });

    test('takes back what throws, and goes on', async () => {
      const store = await draft();
      await store.write((tx) => tx.run(insert, ['o1', 'before', 'Team']));
      const failed = store.write(async (tx) => {
        for (let n = 0; n < 500; n++) await tx.run(insert, ['o1', `t${n}`, 'x'.repeat(2000)]);
        throw new Error('stop');
      });
      await expect(failed).rejects.toThrow('stop');
      await store.write((tx) => tx.run(insert, ['o1', 'later', 'Team']));
      const rows = await store.read((tx) => tx.all('SELECT id FROM teams ORDER BY id'));
      expect(rows).toEqual([{ id: 'before' }, { id: 'later' }]);
      await store.close();
    });
  });

  test('optimize empties the log and gathers statistics', async () => {
    const store = await open();
    await store.write((tx) => tx.run("INSERT INTO teams VALUES ('o1', 't1', 'Team')"));
    expect((await stat(`${file}-wal`)).size).toBeGreaterThan(0);
    await store.optimize();
    expect((await stat(`${file}-wal`)).size).toBe(0);
    const rows = await store.read((tx) =>
      tx.all("SELECT tbl FROM sqlite_stat1 WHERE tbl = 'teams'"),
    );
    expect(rows).toEqual([{ tbl: 'teams' }]);
  });

  function setVersion(version: number): void {
    const database = new Database(file);
    database.pragma(`user_version = ${version}`);
    database.close();
  }
});
