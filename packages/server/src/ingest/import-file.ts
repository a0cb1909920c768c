import { BadRow, type RowWriter } from './apply.js';
import { CsvReader } from './csv.js';
import { ImportError } from './import-error.js';
import { NdjsonReader } from './ndjson.js';
import { csvRowReader, readJsonRow, RowFault } from './rows.js';
import { readTableFile, type TableFile } from './table-files.js';
import { tables, type Row, type Table } from './tables.js';
import { TextFault } from './text-blocks.js';

const CHUNK_ROWS = 2000;

interface LineOfFile {
  readonly line: number;
  readonly row: Row | RowFault;
}

/** Reads one format. Whatever it throws as `TextFault` is wrong at `line`. */
interface RowReader {
  readonly line: number;
  read(block: string): Generator<LineOfFile>;
  end(): void;
}

interface Chunk {
  readonly rows: Row[];
  /** The first line of each row. */
  readonly lines: number[];
}

export interface FileImport {
  readonly file: TableFile;
  readonly rows: RowWriter;
  /** Epoch ms; bounds the instants of events. */
  readonly now: number;
  /** Called after each chunk has been written. */
  onChunk(chunk: readonly Row[]): Promise<void>;
}

/**
 * Writes the rows of a file.
 * @throws {ImportError} for the first thing that is wrong in it.
 */
export async function importFile({ file, rows, now, onChunk }: FileImport): Promise<void> {
  for await (const chunk of chunksOf(file, now)) {
    await put(file, rows, chunk);
    await onChunk(chunk.rows);
  }
}

/** What comes before a fault is handed out before the fault is thrown, so the first one wins. */
async function* chunksOf(file: TableFile, now: number): AsyncGenerator<Chunk> {
  const reader = readerOf(file, now);
  let chunk: Chunk = { rows: [], lines: [] };
  try {
    for await (const block of readTableFile(file)) {
      for (const { line, row } of reader.read(block)) {
        if (row instanceof RowFault) throw importError(file, line, row);
        chunk.rows.push(row);
        chunk.lines.push(line);
        if (chunk.rows.length < CHUNK_ROWS) continue;
        yield chunk;
        chunk = { rows: [], lines: [] };
      }
    }
    reader.end();
  } catch (error) {
    yield chunk;
    throw error instanceof TextFault ? importError(file, reader.line, textFault(error)) : error;
  }
  yield chunk;
}

async function put(file: TableFile, rows: RowWriter, chunk: Chunk): Promise<void> {
  try {
    await rows.put(file.table, chunk.rows);
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    throw importError(file, chunk.lines[error.row] ?? 1, new RowFault(error.column, error.reason));
  }
}

const textFault = ({ message }: TextFault): RowFault => new RowFault(undefined, message);

const importError = ({ name }: TableFile, line: number, { column, message }: RowFault) =>
  new ImportError(message, { file: name, line, column });

function readerOf({ table, format }: TableFile, now: number): RowReader {
  return format === 'csv'
    ? new CsvRowReader(tables[table], now)
    : new NdjsonRowReader(tables[table], now);
}

class CsvRowReader implements RowReader {
  readonly #csv = new CsvReader();
  readonly #table: Table;
  readonly #now: number;
  #readRow: ((fields: readonly string[]) => Row | RowFault) | undefined;

  constructor(table: Table, now: number) {
    this.#table = table;
    this.#now = now;
  }

  get line(): number {
    return this.#csv.line;
  }

  *read(block: string): Generator<LineOfFile> {
    for (const { line, fields } of this.#csv.read(block)) {
      if (this.#readRow) yield { line, row: this.#readRow(fields) };
      else {
        const reader = csvRowReader(this.#table, fields, this.#now);
        if (reader instanceof RowFault) yield { line, row: reader };
        else this.#readRow = reader;
      }
    }
  }

  end(): void {
    this.#csv.end();
    if (!this.#readRow) throw new TextFault('the file is empty; its first line names the columns');
  }
}

class NdjsonRowReader implements RowReader {
  readonly #json = new NdjsonReader();
  readonly #table: Table;
  readonly #now: number;

  constructor(table: Table, now: number) {
    this.#table = table;
    this.#now = now;
  }

  get line(): number {
    return this.#json.line;
  }

  *read(block: string): Generator<LineOfFile> {
    for (const { line, value } of this.#json.read(block)) {
      yield { line, row: readJsonRow(this.#table, value, this.#now) };
    }
  }

  end(): void {
    return;
  }
}
