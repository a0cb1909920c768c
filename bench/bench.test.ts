import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, type Store } from '@inlay/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertSame } from './compare.mjs';
import { copyDatabase, importWorld } from './database.mjs';
import { measureDisk } from './disk.mjs';
import { answerInlay, scopeOf } from './inlay.mjs';
import { percentile, timed } from './measure.mjs';
import { questions, titleOf } from './questions.mjs';
import { answerRaw, waysToAnswer } from './raw/answer.mjs';
import { dialects } from './raw/conditions.mjs';
import { indexForRaw, openRaw } from './raw/sqlite.mjs';
import { writeWorld } from './world/world.mjs';

const EVENTS = 6000;

let folder: string;
let store: Store;
let raw: ReturnType<typeof openRaw>;
let imported: Awaited<ReturnType<typeof importWorld>>;

const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-bench-'));
  writeWorld(at('world'), EVENTS);
  imported = await importWorld(at('world'), at('inlay.db'));
  copyDatabase(at('inlay.db'), at('raw.db'));
  indexForRaw(at('raw.db'));
  store = await openSqlite(at('inlay.db'));
  raw = openRaw(at('raw.db'));
});

afterAll(async () => {
  raw.close();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('the world', () => {
  test('has as many calls and messages as were asked for, 4 : 6, and the same for the small ones', () => {
    const small = 5 * (EVENTS / 200);
    expect(imported.rows['calls']).toBe(0.4 * (EVENTS + small));
    expect(imported.rows['messages']).toBe(0.6 * (EVENTS + small));
    expect(imported.rows['phones']).toBe(500 + 5 * 25);
  });

  test('is the same every time', async () => {
    writeWorld(at('again'), EVENTS);
    for (const table of ['calls', 'messages', 'contacts', 'ai_usage']) {
      const [first, second] = await Promise.all(
        ['world', 'again'].map((name) => readFile(at(`${name}/${table}.csv`), 'utf8')),
      );
      expect(second === first, table).toBe(true);
    }
  });

  test('gives one reader five phones and another fifty', async () => {
    expect(await scopeOf(store, 'five phones')).toMatchObject({
      memberIds: ['m017'],
      phoneIds: ['p085', 'p086', 'p087', 'p088', 'p089'],
    });
    const fifty = await scopeOf(store, 'fifty phones');
    expect(fifty.kind === 'scoped' && fifty.phoneIds.length).toBe(50);
  });
});

describe('raw SQL gives what Inlay gives', () => {
  for (const question of questions) {
    test(titleOf(question), async () => {
      const scope = await scopeOf(store, question.reader);
      const expected = await answerInlay(store, question);
      const dialect = dialects.sqlite;
      for (let way = 0; way < waysToAnswer(question, dialect); way++) {
        expect(await answerRaw(raw.ask, question, scope, dialect, way)).toEqual(expected);
      }
    });
  }
});

describe('what is measured', () => {
  test('an answer that differs names the value', () => {
    const [question] = questions;
    const answer = { total: 3, rows: [{ count: 1 }, { count: 2 }] };
    expect(() => assertSame(question, 'raw', answer, structuredClone(answer))).not.toThrow();
    const other = { total: 3, rows: [{ count: 1 }, { count: 4 }] };
    expect(() => assertSame(question, 'raw', answer, other)).toThrow(
      'stats, organization, last 7 days: Inlay says rows.1.count is 2, raw says 4',
    );
    expect(() => assertSame(question, 'raw', answer, { ...answer, more: 0 })).toThrow(
      'Inlay says more is nothing, raw says 0',
    );
  });

  test('percentiles are values that were measured', () => {
    const sorted = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(percentile(sorted, 0.5)).toBe(10);
    expect(percentile(sorted, 0.95)).toBe(19);
    expect(percentile([7], 0.95)).toBe(7);
  });

  test('work runs at least and at most so many times, whatever it takes', async () => {
    let runs = 0;
    const work = async () => void (runs += 1);
    expect((await timed(work, { budgetMs: 0, least: 3, most: 9 })).runs).toBe(3);
    expect((await timed(work, { budgetMs: 60_000, least: 3, most: 9 })).runs).toBe(9);
    expect(runs).toBe(12);
  });

  test('every page of the file is counted once', async () => {
    const { bytes } = measureDisk(at('inlay.db'));
    const { size } = (await store.read((tx) =>
      tx.first<{ size: number }>(
        "SELECT SUM(pgsize) AS size FROM dbstat WHERE aggregate = TRUE AND name <> 'sqlite_schema'",
      ),
    )) ?? { size: 0 };
    expect(Object.values(bytes).reduce((sum, kind) => sum + kind, 0)).toBe(size);
    expect(bytes.events).toBeGreaterThan(0);
    expect(bytes.eventIndexes).toBeGreaterThan(0);
  });
});
