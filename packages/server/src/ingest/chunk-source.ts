import { stat } from 'node:fs/promises';
import { ImportThread } from './import-thread.js';
import { chunksOf, type Chunk } from './row-chunks.js';
import type { TableFile } from './table-files.js';

/** Gives the rows of files, which are asked for in the order in which they were named. */
export interface ChunkSource {
  chunksOf(file: TableFile): AsyncIterable<Chunk>;
  /** Ends the reading, wherever it is. */
  close(): Promise<void>;
}

/** From here on a thread saves more than its start takes. */
const MANY_BYTES = 4 * 1024 * 1024;

/** Whether files are long enough to be read on a thread of their own. */
export async function areLong(files: readonly TableFile[]): Promise<boolean> {
  const sizes = await Promise.all(files.map(({ path }) => sizeOf(path)));
  return sizes.reduce((sum, size) => sum + size, 0) >= MANY_BYTES;
}

/** The calling thread reads by the same code as a thread of its own, which is ahead of the writing. */
export const chunkSource = (
  files: readonly TableFile[],
  now: number,
  isOnThread: boolean,
): ChunkSource =>
  isOnThread
    ? new ImportThread(files, now)
    : { chunksOf: (file) => chunksOf(file, now), close: async () => undefined };

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // Reading it says what is wrong.
    return 0;
  }
}
