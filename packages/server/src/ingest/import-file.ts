import { BadRow, type RowWriter } from './apply.js';
import { importError, type Chunk } from './row-chunks.js';
import { RowFault } from './rows.js';
import type { TableFile } from './table-files.js';
import type { Row } from './tables.js';

export interface FileImport {
  readonly file: TableFile;
  readonly chunks: AsyncIterable<Chunk>;
  readonly rows: RowWriter;
  /** Called after each chunk has been written. */
  onChunk(chunk: readonly Row[]): Promise<void>;
}

/**
 * Writes the rows of a file.
 * @throws {ImportError} for the first thing that is wrong in it.
 */
export async function importFile({ file, chunks, rows, onChunk }: FileImport): Promise<void> {
  for await (const chunk of chunks) {
    await put(file, rows, chunk);
    await onChunk(chunk.rows);
  }
}

async function put(file: TableFile, rows: RowWriter, chunk: Chunk): Promise<void> {
  try {
    await rows.put(file.table, chunk.rows, chunk.mentioning);
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    throw importError(file, chunk.lines[error.row] ?? 1, new RowFault(error.column, error.reason));
  }
}
