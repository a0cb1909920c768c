import { constants, copyFileSync, rmSync } from 'node:fs';
import { importDirectory } from '../packages/server/dist/ingest/import.js';
import { openSqlite } from '../packages/server/dist/store/sqlite/sqlite-store.js';
import { stopwatch } from './measure.mjs';
import { NOW } from './world/calendar.mjs';

const IMPORT_CACHE_MIB = 256;

export function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm', '.wal']) rmSync(file + suffix, { force: true });
}

export function copyDatabase(from, to) {
  removeDatabase(to);
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

/** Imports a world into a fresh database, as `inlay import` does. */
export async function importWorld(folder, file) {
  removeDatabase(file);
  const store = await openSqlite(file, { cacheMiB: IMPORT_CACHE_MIB, isDraft: true });
  try {
    const { result, secs } = await stopwatch(() =>
      importDirectory({ dir: folder, store, clock: () => NOW }),
    );
    const rows = Object.fromEntries(result.map(({ table, rows }) => [table, rows]));
    const total = result.reduce((sum, { rows }) => sum + rows, 0);
    return { rows, total, secs, rowsPerSec: total / secs };
  } finally {
    await store.close();
  }
}
