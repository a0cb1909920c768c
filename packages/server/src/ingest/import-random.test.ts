import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openImportFolder, type Files } from '../testing/import-folder.js';
import { anyRows, NOW, type Rows } from '../testing/random-rows.js';
import { csvOf, ndjsonOf } from '../testing/written-rows.js';
import { tableNames, tables, type TableName } from './tables.js';

const filesOf = (write: (table: TableName) => [string, string | Uint8Array]): Files =>
  Object.fromEntries(tableNames.map((table) => write(table)));

async function dumpAfter(...imports: Files[]) {
  const folder = await openImportFolder(NOW);
  try {
    for (const files of imports) await folder.import(files);
    return await folder.dump();
  } finally {
    await folder.close();
  }
}

test('CSV and NDJSON of the same rows give the same database, at once or again', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const csv = filesOf((table) => [`${table}.csv`, csvOf(table, rows[table], end)]);
      const ndjson = filesOf((table) => [`${table}.ndjson.gz`, gzipSync(ndjsonOf(rows[table]))]);
      const expected = await dumpAfter(ndjson);
      expect(await dumpAfter(csv)).toEqual(expected);
      expect(await dumpAfter(ndjson, csv)).toEqual(expected);
      expect(expectedKeys(rows)).toEqual(keysOf(expected));
    }),
    { numRuns: 25 },
  );
});

/** How many rows each table must have: one for each key. */
const expectedKeys = (rows: Rows) =>
  tableNames.map((table) => {
    const { key, columns } = tables[table];
    const names = key.map((position) => columns[position]?.name ?? '');
    return new Set(rows[table].map((row) => JSON.stringify(names.map((name) => row[name])))).size;
  });

const keysOf = (dump: Readonly<Record<string, readonly object[]>>) =>
  tableNames.map((table) => dump[table]?.length);
