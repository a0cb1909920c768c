import { CsvReader } from './csv.js';
import { ImportError } from './import-error.js';
import { Mentions } from './mentions.js';
import { NdjsonReader } from './ndjson.js';
import { csvRowReader, readJsonRow, RowFault } from './rows.js';
import { readTableFile, type TableFile } from './table-files.js';
import { tables, type Row, type Table } from './tables.js';
import { TextFault } from './text-blocks.js';

/** Rows of a file that are written together. */
export interface Chunk {
  readonly rows: readonly Row[];
  /** The first line of each row. */
  readonly lines: ArrayLike<number>;
  /** Which of the rows refer to something that no row before them in the file refers to. */
  readonly mentioning: ArrayLike<number>;
}

const CHUNK_ROWS = 2000;
/** Long rows make chunks of fewer rows. */
const CHUNK_CHARS = 4 * 1024 * 1024;

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

/**
 * The rows of a file, each checked by itself. What comes before a fault is handed out before the
 * fault is thrown, so that the first one wins. `now`, in epoch ms, bounds the instants of events.
 * @throws {ImportError} for the first thing that is wrong.
 */
export async function* chunksOf(file: TableFile, now: number): AsyncGenerator<Chunk> {
  const reader = readerOf(file, now);
  const mentions = new Mentions(tables[file.table]);
  let filling = new FillingChunk();
  try {
    for await (const block of readTableFile(file)) {
      for (const { line, row } of reader.read(block)) {
        if (row instanceof RowFault) throw importError(file, line, row);
        filling.add(row, line, mentions.hasNew(row));
        if (filling.rows.length < CHUNK_ROWS) continue;
        yield filling;
        filling = new FillingChunk();
      }
      filling.chars += block.length;
      if (filling.chars < CHUNK_CHARS) continue;
      yield filling;
      filling = new FillingChunk();
    }
    reader.end();
  } catch (error) {
    yield filling;
    throw error instanceof TextFault ? importError(file, reader.line, textFault(error)) : error;
  }
  yield filling;
}

class FillingChunk implements Chunk {
  readonly rows: Row[] = [];
  readonly lines: number[] = [];
  readonly mentioning: number[] = [];
  /** Of the text that has been read for it, about. */
  chars = 0;

  add(row: Row, line: number, isMentioning: boolean): void {
    if (isMentioning) this.mentioning.push(this.rows.length);
    this.rows.push(row);
    this.lines.push(line);
  }
}

const textFault = ({ message }: TextFault): RowFault => new RowFault(undefined, message);

/** What is wrong with a line of a file. */
export const importError = ({ name }: TableFile, line: number, { column, message }: RowFault) =>
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
