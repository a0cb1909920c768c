import { StoreBusy, type Store, type Writer } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import { writeRows, type RowWriter } from './apply.js';
import { areLong, chunkSource, type ChunkSource } from './chunk-source.js';
import { ImportError } from './import-error.js';
import { importFile } from './import-file.js';
import { RowInUse } from './removals.js';
import { Replacement } from './replacement.js';
import { findTableFiles, type TableFile } from './table-files.js';
import { tables, type Row, type TableName } from './tables.js';

export interface ImportOptions {
  /** Folder with `<table>.csv` or `<table>.ndjson` for some of the tables, each also as `.gz`. */
  readonly dir: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Tables that become equal to their file, for the organizations named in it. */
  readonly replace?: readonly TableName[];
  /** Whether the files are read on a thread of their own; by default where they are long. */
  readonly isOnThread?: boolean;
  onProgress?(progress: FileProgress): void;
}

/** How far the import of a file is. */
export interface FileProgress {
  readonly table: TableName;
  /** The file's name. */
  readonly file: string;
  /** Rows read so far. */
  readonly rows: number;
  /** Rows taken away by `replace`. */
  readonly removed: number;
  readonly isDone: boolean;
}

/**
 * Brings the rows of a folder into the database, all or nothing, in one write. Every check is made
 * before the commit, references against files and database together; of one key twice in a file
 * the last stands. Memory does not grow with the files.
 * @returns one entry for each file, in the order of `tableNames`.
 * @throws {ImportError} for the first thing that is wrong; the database is as it was.
 * @throws {StoreBusy} when another process is writing. @throws {StoreFull} when the disk is full.
 */
export async function importDirectory(options: ImportOptions): Promise<readonly FileProgress[]> {
  const { dir, store, clock, replace = [] } = options;
  const files = await findTableFiles(dir);
  refuseFilelessReplace(dir, files, replace);
  const { isOnThread = await areLong(files) } = options;
  const source = chunkSource(files, clock(), isOnThread);
  try {
    const results = await asImportErrors(files, () =>
      writeRows(store, async (rows, tx) => {
        const done: FileProgress[] = [];
        for (const file of files) done.push(await importOne(options, file, source, rows, tx));
        return done;
      }),
    );
    await optimize(store);
    return results;
  } finally {
    await source.close();
  }
}

async function importOne(
  { replace = [], onProgress }: ImportOptions,
  file: TableFile,
  source: ChunkSource,
  rows: RowWriter,
  tx: Writer,
): Promise<FileProgress> {
  const { table, name } = file;
  const progress = { table, file: name, rows: 0, removed: 0, isDone: false };
  const replacement = replace.includes(table)
    ? await Replacement.start(tx, tables[table])
    : undefined;
  const onChunk = async (chunk: readonly Row[]) => {
    await replacement?.note(chunk);
    progress.rows += chunk.length;
    onProgress?.({ ...progress });
  };
  await rows.fill(table, () => importFile({ file, chunks: source.chunksOf(file), rows, onChunk }));
  const removed = (await replacement?.finish(rows)) ?? 0;
  const result = { ...progress, removed, isDone: true };
  onProgress?.(result);
  return result;
}

function refuseFilelessReplace(
  dir: string,
  files: readonly TableFile[],
  replace: readonly TableName[],
): void {
  const fileless = replace.find((name) => !files.some(({ table }) => table === name));
  if (fileless !== undefined) {
    throw new ImportError(`${fileless} cannot be replaced: ${dir} has no file of it`);
  }
}

/** A row that was left out of a replaced table and is still needed is that file's fault. */
async function asImportErrors<Result>(
  files: readonly TableFile[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RowInUse)) throw error;
    const file = files.find(({ table }) => table === error.table)?.name ?? error.table;
    throw new ImportError(`left out, but ${error.message}`, { file, line: 1, column: 'id' });
  }
}

/** The rows are safe by now: whoever writes meanwhile may go first. */
async function optimize(store: Store): Promise<void> {
  try {
    await store.optimize();
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error;
  }
}
