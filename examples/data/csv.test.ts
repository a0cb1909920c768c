import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTable, writeTable } from './csv.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inlay-csv-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each(['t.csv', 't.csv.gz'])('%s: what was written is read again', (name) => {
  const file = join(folder, name);
  const rows = [
    { id: '1', name: 'Kjær, "Ida"' },
    { id: '2', name: '' },
    { id: '', name: 'two\r\nlines' },
  ];
  writeTable(file, ['id', 'name'], rows);
  expect(readTable(file)).toEqual(rows);
});

test('absent values are written as empty fields', () => {
  const file = join(folder, 't.csv.gz');
  writeTable(file, ['id', 'a', 'b', 'c'], [{ id: 1, a: null, b: undefined, c: false }]);
  expect(gunzipSync(readFileSync(file)).toString()).toBe('id,a,b,c\n1,,,false\n');
});

test('a file with CRLF and no newline at its end is read whole', () => {
  const file = join(folder, 't.csv');
  writeFileSync(file, 'id,name\r\n1,a\r\n2,');
  expect(readTable(file)).toEqual([
    { id: '1', name: 'a' },
    { id: '2', name: '' },
  ]);
});

test('a record with a field too few is refused', () => {
  const file = join(folder, 't.csv');
  writeFileSync(file, 'id,name\n1,a\n2\n');
  expect(() => readTable(file)).toThrow(`${file}: record 2 has 1 fields, not 2`);
});
