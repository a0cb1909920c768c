import { TextFault } from './text-blocks.js';

/** One record and the line, counted from 1, on which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: string[];
}

const MAX_RECORD_CHARS = 16 * 1024 * 1024;

/**
 * A reader of RFC 4180, strict: a quote stands only around a whole field or doubled inside one, and
 * a carriage return only before a line feed or in quotes. Lines end with LF or CRLF; empty lines
 * outside quotes are skipped. Faults are thrown as `TextFault` and belong to the record at `line`.
 */
export class CsvReader {
  /** The line on which the record that is being read starts. */
  line = 1;
  #text = '';

  /** The records that a block of whole lines completes, in order. */
  *read(block: string): Generator<CsvRecord> {
    const text = this.#text + block;
    let quote = text.indexOf('"');
    let start = 0;
    while (start < text.length) {
      const feed = text.indexOf('\n', start);
      const end = feed === -1 ? text.length : feed;
      if (quote !== -1 && quote < end) {
        const record = quotedRecord(text, start);
        if (record === undefined) break;
        yield { line: this.line, fields: record.fields };
        this.line += record.lines;
        start = record.end;
        quote = text.indexOf('"', start);
      } else {
        const fields = plainFields(text, start, end);
        if (fields) yield { line: this.line, fields };
        this.line += 1;
        start = end + 1;
      }
    }
    this.#hold(text.slice(start));
  }

  /** To be called when there are no more blocks. */
  end(): void {
    if (this.#text !== '') throw new TextFault('a quoted field is not closed');
  }

  #hold(text: string): void {
    if (text.length > MAX_RECORD_CHARS) {
      throw new TextFault('the record is longer than 16 MiB, or a quoted field is not closed');
    }
    this.#text = text;
  }
}

/** The fields of a line without quotes; `undefined` for an empty line. */
function plainFields(text: string, start: number, end: number): string[] | undefined {
  const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
  if (line.includes('\r')) throw new TextFault(strayReturn);
  return line === '' ? undefined : line.split(',');
}

interface QuotedRecord {
  readonly fields: string[];
  /** Where the next record starts. */
  readonly end: number;
  /** How many lines it takes. */
  readonly lines: number;
}

/** Reads a record with quotes; `undefined` when the text ends inside of one. */
function quotedRecord(text: string, start: number): QuotedRecord | undefined {
  const fields: string[] = [];
  for (let at = start; ;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    if (field === undefined) return undefined;
    fields.push(field.value);
    const next = text[field.end];
    if (next === ',') at = field.end + 1;
    else return { fields, ...recordEnd(text, start, field.end) };
  }
}

interface Field {
  readonly value: string;
  /** Where the comma, the end of the line or the end of the text after it is. */
  readonly end: number;
}

function quotedField(text: string, start: number): Field | undefined {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  const end = close + 1;
  if (end === text.length || text[end] === ',' || lineBreak(text, end) > 0) return { value, end };
  throw new TextFault('a quoted field is followed by something else than a comma or a line end');
}

function plainField(text: string, start: number): Field {
  let end = start;
  while (end < text.length && text[end] !== ',' && lineBreak(text, end) === 0) {
    if (text[end] === '"') throw new TextFault('a quote inside a field that is not quoted');
    if (text[end] === '\r') throw new TextFault(strayReturn);
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

function recordEnd(text: string, start: number, fieldEnd: number): Omit<QuotedRecord, 'fields'> {
  const end = fieldEnd + lineBreak(text, fieldEnd);
  let lines = 1;
  for (let at = text.indexOf('\n', start); at !== -1 && at < fieldEnd; lines++) {
    at = text.indexOf('\n', at + 1);
  }
  return { end, lines };
}

/** The length of the line break at a place; 0 when there is none. */
function lineBreak(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}

const strayReturn = 'a carriage return that is neither quoted nor before a line feed';
