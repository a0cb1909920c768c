import { afterEach, beforeEach, expect, test } from 'vitest';
import { openImportFolder, type ImportFolder } from '../testing/import-folder.js';
import { tableNames, tables } from './tables.js';

let folder: ImportFolder;

beforeEach(async () => {
  folder = await openImportFolder(0);
});

afterEach(() => folder.close());

interface StoredColumn {
  readonly name: string;
  readonly notnull: number;
  /** Position in the primary key from 1, 0 outside. */
  readonly pk: number;
}

const storedColumns = (table: string) =>
  folder.store.read((tx) =>
    tx.all<StoredColumn>('SELECT name, "notnull", pk FROM pragma_table_info(?)', [table]),
  );

test.each(tableNames)('%s is stored as it is described', async (name) => {
  const { columns, key, localTimeOf } = tables[name];
  const stored = await storedColumns(name);
  const local = localTimeOf === undefined ? [] : ['day', 'hour'];
  const names = [...columns.map((column) => column.storedAs), ...local];
  expect(stored.map((column) => column.name).sort()).toEqual(names.sort());

  const needed = columns.filter(({ isRequired, byDefault }) => isRequired || byDefault !== null);
  const notNull = [...needed.map((column) => column.storedAs), ...local];
  expect(
    stored
      .filter((column) => column.notnull === 1)
      .map((column) => column.name)
      .sort(),
  ).toEqual(notNull.sort());

  const primary = stored.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  expect(primary.map((column) => column.name)).toEqual(
    key.map((position) => columns[position]?.storedAs),
  );
});

test('a table stands after those that it refers to', () => {
  for (const [index, name] of tableNames.entries()) {
    for (const { refersTo } of tables[name].columns) {
      if (refersTo !== undefined) expect(tableNames.indexOf(refersTo)).toBeLessThan(index);
    }
  }
});

test('every row but those of organizations names its organization', () => {
  for (const name of tableNames) {
    const { columns, org } = tables[name];
    const column = columns[org];
    expect(column?.name).toBe(name === 'organizations' ? 'id' : 'org_id');
    expect(column?.isRequired).toBe(true);
  }
});
