import { expect, test } from 'vitest';
import { GatheredRows } from './gathered-rows.js';
import type { Key, Row, TableName } from './tables.js';

/** Notes what is written, and in which order. */
function noting() {
  const written: unknown[] = [];
  const rows = new GatheredRows({
    put: async (table: TableName, put: readonly Row[]) => {
      written.push([table, put.map(([id]) => id)]);
    },
    remove: async (table: TableName, keys: readonly Key[]) => {
      written.push([`${table} go`, keys.map(([, id]) => id)]);
      return keys.length;
    },
  });
  return { rows, written };
}

const row = (id: string): Row => [id, 'acme'];

test('makes one put of those of one table of events, and keeps their order', async () => {
  const { rows, written } = noting();
  await rows.put('calls', [row('a')]);
  await rows.put('calls', [row('b'), row('a')]);
  await rows.put('messages', [row('c')]);
  await rows.put('calls', [row('d')]);
  await rows.flush();
  await rows.flush();
  expect(written).toEqual([
    ['calls', ['a', 'b', 'a']],
    ['messages', ['c']],
    ['calls', ['d']],
  ]);
});

test('holds back nothing that others may refer to, nor what comes before it', async () => {
  const { rows, written } = noting();
  await rows.put('contacts', [row('k')]);
  await rows.put('calls', [row('a')]);
  await rows.put('contacts', [row('l')]);
  await rows.put('calls', [row('b')]);
  expect(await rows.remove('contacts', [['acme', 'k']])).toBe(1);
  expect(written).toEqual([
    ['contacts', ['k']],
    ['calls', ['a']],
    ['contacts', ['l']],
    ['calls', ['b']],
    ['contacts go', ['k']],
  ]);
});

test('puts at most 1,000 rows at once', async () => {
  const { rows, written } = noting();
  const many = (count: number) => Array.from({ length: count }, (_, n) => row(`r${n}`));
  await rows.put('calls', many(600));
  await rows.put('calls', many(400));
  await rows.put('calls', many(1));
  await rows.flush();
  expect(written).toMatchObject([
    ['calls', { length: 1000 }],
    ['calls', { length: 1 }],
  ]);
});
