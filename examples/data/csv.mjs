import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * The records of a CSV file (RFC 4180, gzip when its name ends in .gz) as objects by column.
 * @param {string} file
 * @returns {Record<string, string>[]}
 */
export function readTable(file) {
  const bytes = readFileSync(file);
  const [columns = [], ...records] = parse(
    (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'),
  );
  return records.map((fields, index) => {
    if (fields.length === columns.length) {
      return Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']));
    }
    throw new Error(
      `${file}: record ${index + 1} has ${fields.length} fields, not ${columns.length}`,
    );
  });
}

/**
 * Writes rows as CSV, gzip when the file's name ends in .gz; `null` and `undefined` become empty.
 * The same rows give the same text.
 * @param {string} file
 * @param {readonly string[]} columns
 * @param {readonly Record<string, unknown>[]} rows
 */
export function writeTable(file, columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  const text = lines.map((fields) => `${fields.map(quote).join(',')}\n`).join('');
  writeFileSync(file, file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
}

/** @param {unknown} value */
function quote(value) {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {string} text */
function parse(text) {
  /** @type {string[][]} */
  const records = [];
  /** @type {string[]} */
  let record = [];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    if (end === '' && record.length === 0 && quoted === undefined && plain === '') break;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      records.push(record);
      record = [];
    }
  }
  return records;
}
