import { TextFault } from './text-blocks.js';
import { quoted } from './values.js';

/** One JSON value and its line, counted from 1. */
export interface NdjsonRecord {
  readonly line: number;
  readonly value: unknown;
}

/** A reader of JSON values, one to a line. Lines end with LF or CRLF; blank lines are skipped. */
export class NdjsonReader {
  /** The line that is being read. */
  line = 1;

  /** The values in a block of whole lines, in order. */
  *read(block: string): Generator<NdjsonRecord> {
    for (let start = 0; start < block.length; this.line++) {
      const feed = block.indexOf('\n', start);
      const end = feed === -1 ? block.length : feed;
      const text = block.slice(start, end);
      if (text.trim() !== '') yield { line: this.line, value: parseLine(text) };
      start = end + 1;
    }
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new TextFault(`${quoted(text.trim())} is not JSON`);
    throw error;
  }
}
