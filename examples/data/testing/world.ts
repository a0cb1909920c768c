import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { emptyWorld, type World } from '../../../packages/server/src/testing/world.js';
import { readTable } from '../csv.mjs';

/** The rows of a folder of CSV files, as plain arrays; empty fields are left out. */
export function worldOf(folder: string): World {
  const tables = Object.keys(emptyWorld).map((table) => {
    const file = [`${table}.csv`, `${table}.csv.gz`]
      .map((name) => join(folder, name))
      .find((path) => existsSync(path));
    return [table, file === undefined ? [] : readTable(file).map(rowOf)];
  });
  return Object.fromEntries(tables);
}

function rowOf(fields: Record<string, string>): Record<string, unknown> {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([column, value]) => [column, typed(column, value)]));
}

function typed(column: string, value: string): unknown {
  if (column === 'is_manager' || column === 'is_active') return value === 'true';
  return column === 'duration_secs' ? Number(value) : value;
}
