import type { SqlValue } from '../store/store.js';
import type { Chunk } from './row-chunks.js';
import type { Row } from './tables.js';

/**
 * A chunk as it goes from thread to thread: cloning rows as such costs as much as parsing them.
 * Every text stands once in `words`; a column of texts is positions there, counted from 1.
 */
export interface PackedChunk {
  readonly lines: Float64Array<ArrayBuffer>;
  readonly mentioning: Uint32Array<ArrayBuffer>;
  /** Texts joined by NUL, which none of them holds. */
  readonly words: string;
  /** Numbers with NaN for NULL, or positions of words with 0 for NULL; no columns without rows. */
  readonly columns: readonly (Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>)[];
}

const SEPARATOR = '\0';

export function pack({ rows, lines, mentioning }: Chunk): PackedChunk {
  const words = new Words();
  const columns = (rows[0] ?? []).map((_, index) =>
    isOfNumbers(rows, index) ? numbersOf(rows, index) : words.positionsOf(rows, index),
  );
  return {
    lines: Float64Array.from(lines),
    mentioning: Uint32Array.from(mentioning),
    words: words.joined(),
    columns,
  };
}

/** What need not be copied on its way. */
export const buffersOf = ({ lines, mentioning, columns }: PackedChunk): ArrayBuffer[] => [
  lines.buffer,
  mentioning.buffer,
  ...columns.map(({ buffer }) => buffer),
];

export function unpack({ lines, mentioning, words, columns }: PackedChunk): Chunk {
  const known = [null, ...words.split(SEPARATOR)];
  const rows = Array.from(lines, () => new Array<SqlValue>(columns.length).fill(null));
  for (const [index, column] of columns.entries()) {
    if (column instanceof Uint32Array) fillWords(rows, index, column, known);
    else fillNumbers(rows, index, column);
  }
  return { rows, lines, mentioning };
}

/** Whether the first value of a column that is there is a number; so are the others then. */
const isOfNumbers = (rows: readonly Row[], index: number): boolean =>
  typeof rows.find((row) => row[index] !== null)?.[index] === 'number';

function numbersOf(rows: readonly Row[], index: number): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(rows.length);
  for (let n = 0; n < rows.length; n++) {
    const value = rows[n]?.[index];
    if (typeof value === 'string') throw mixed(index);
    numbers[n] = value ?? NaN;
  }
  return numbers;
}

/** The texts of a chunk, each once. */
class Words {
  readonly #positions = new Map<string, number>();

  positionsOf(rows: readonly Row[], index: number): Uint32Array<ArrayBuffer> {
    const positions = new Uint32Array(rows.length);
    for (let n = 0; n < rows.length; n++) {
      const value = rows[n]?.[index];
      if (typeof value === 'number') throw mixed(index);
      if (typeof value === 'string') positions[n] = this.#positionOf(value);
    }
    return positions;
  }

  joined(): string {
    return [...this.#positions.keys()].join(SEPARATOR);
  }

  #positionOf(word: string): number {
    let position = this.#positions.get(word);
    if (position === undefined) this.#positions.set(word, (position = this.#positions.size + 1));
    return position;
  }
}

const mixed = (index: number): Error =>
  new Error(`column ${index} of a chunk holds both texts and numbers`);

function fillWords(
  rows: readonly SqlValue[][],
  index: number,
  positions: Uint32Array,
  known: readonly (string | null)[],
): void {
  for (let n = 0; n < positions.length; n++) {
    const row = rows[n];
    if (row) row[index] = known[positions[n] ?? 0] ?? null;
  }
}

function fillNumbers(rows: readonly SqlValue[][], index: number, numbers: Float64Array): void {
  for (let n = 0; n < numbers.length; n++) {
    const [row, value] = [rows[n], numbers[n] ?? NaN];
    if (row && !Number.isNaN(value)) row[index] = value;
  }
}
