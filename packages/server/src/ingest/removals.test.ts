import { afterAll, beforeAll, expect, test } from 'vitest';
import { openImportFolder, type ImportFolder } from '../testing/import-folder.js';
import { tables } from './tables.js';

let folder: ImportFolder;

beforeAll(async () => {
  folder = await openImportFolder(0);
});

afterAll(() => folder.close());

const references = Object.values(tables).flatMap(({ name, columns, org }) =>
  columns
    .filter(({ refersTo }, position) => refersTo !== undefined && position !== org)
    .map(({ storedAs }) => [name, storedAs] as const),
);

test('there are references to look at', () => {
  expect(references.length).toBeGreaterThan(20);
});

test.each(references)(
  'the rows of %s that refer by %s are found by an index',
  async (table, column) => {
    const plan = await folder.store.read((tx) =>
      tx.all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE org_id = 'o1' AND ${column} = 'x' LIMIT 1`,
      ),
    );
    const found = new RegExp(`^SEARCH ${table} USING .*INDEX \\w+ \\(org_id=\\? AND ${column}=\\?`);
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(found)]);
  },
);
