import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from './import-error.js';
import { isTableName, tableNames, type TableName } from './tables.js';
import { textBlocks, TextFault } from './text-blocks.js';

/** A file with the rows of one table. */
export interface TableFile {
  readonly table: TableName;
  /** Its name in the folder, such as `calls.csv.gz`. */
  readonly name: string;
  readonly path: string;
  readonly format: 'csv' | 'ndjson';
  readonly isGzip: boolean;
}

const CHUNK_BYTES = 256 * 1024;
const pattern = /^([^.].*)\.(csv|ndjson)(\.gz)?$/i;

/**
 * The files of `dir` that hold tables, in the order of `tableNames`. Other kinds of files are left
 * alone, but a CSV or NDJSON file must be named after a table.
 * @throws {ImportError} for a wrong name, two files of one table, or none at all.
 */
export async function findTableFiles(dir: string): Promise<TableFile[]> {
  const names = await namesIn(dir);
  const files = names.map((name) => tableFile(dir, name)).filter((file) => file !== undefined);
  if (files.length === 0) {
    throw new ImportError(`${dir} has no <table>.csv or <table>.ndjson, also .gz; ${known}`);
  }
  return tableNames.flatMap((table) => {
    const [file, other] = files.filter((candidate) => candidate.table === table);
    if (other)
      throw new ImportError(`${file?.name} and ${other.name} both hold ${table}: keep one`);
    return file ? [file] : [];
  });
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).sort();
  } catch (error) {
    throw new ImportError(`${dir} is not a folder that can be read`, undefined, { cause: error });
  }
}

const known = `tables are ${tableNames.join(', ')}`;

function tableFile(dir: string, name: string): TableFile | undefined {
  const [, table, format, gz] = pattern.exec(name) ?? [];
  if (table === undefined) return undefined;
  if (!isTableName(table) || (format !== 'csv' && format !== 'ndjson')) {
    throw new ImportError(`${name} is not named after a table; ${known}`);
  }
  return { table, name, path: join(dir, name), format, isGzip: gz !== undefined };
}

/**
 * The text of a file in blocks of whole lines.
 * @throws {TextFault} where it is not UTF-8, or not gzip although its name says so.
 */
export async function* readTableFile({ path, isGzip }: TableFile): AsyncGenerator<string> {
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!isGzip) return yield* textBlocks(bytes);
  const unzipped = createGunzip({ chunkSize: CHUNK_BYTES });
  try {
    yield* textBlocks(pipeline(bytes, unzipped, reportedByIteration));
  } catch (error) {
    throw isZlibError(error) ? new TextFault(`corrupt gzip: ${error.message}`) : error;
  }
}

/** The error of a pipeline also ends the iteration over its last stream, which throws it. */
const reportedByIteration = () => undefined;

const isZlibError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
