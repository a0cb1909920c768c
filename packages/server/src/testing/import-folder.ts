import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDirectory, type FileProgress, type ImportOptions } from '../ingest/import.js';
import { tableNames, tables } from '../ingest/tables.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Reader, Store } from '../store/store.js';

/** Files by name; text is written as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A database of its own, into which folders of files are imported at a frozen time. */
export interface ImportFolder {
  readonly store: Store;
  /** The database's file. */
  readonly file: string;
  import(files: Files, options?: Partial<ImportOptions>): Promise<readonly FileProgress[]>;
  /** Writes files into a folder of their own and returns its path. */
  write(files: Files): Promise<string>;
  /** Everything in the database: its schema, and the rows of every table by key. */
  dump(): Promise<Readonly<Record<string, readonly object[]>>>;
  close(): Promise<void>;
}

export async function openImportFolder(now: number): Promise<ImportFolder> {
  const root = await mkdtemp(join(tmpdir(), 'inlay-import-'));
  const file = join(root, 'test.db');
  const store = await openSqlite(file, { readers: 1 });
  const write = async (files: Files) => {
    const dir = await mkdtemp(join(root, 'files-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
    return dir;
  };
  return {
    store,
    file,
    write,
    import: async (files, options = {}) =>
      // A thread runs what was built, not this.
      importDirectory({
        dir: await write(files),
        store,
        clock: () => now,
        isOnThread: false,
        ...options,
      }),
    dump: () => store.read(dumpOf),
    close: async () => {
      await store.close();
      await rm(root, { recursive: true });
    },
  };
}

async function dumpOf(tx: Reader): Promise<Record<string, object[]>> {
  const rows: Record<string, object[]> = {
    schema: await tx.all<object>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    ),
  };
  for (const name of tableNames) {
    const { key, columns } = tables[name];
    const order = key.map((position) => columns[position]?.storedAs);
    rows[name] = await tx.all<object>(`SELECT * FROM ${name} ORDER BY ${order}`);
  }
  return rows;
}

/** A CSV file of records written with commas, none of whose fields needs quotes. */
export const lines = (...records: string[]): string => records.map((line) => `${line}\n`).join('');
