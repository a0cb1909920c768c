import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buffersOf, pack, unpack, type PackedChunk } from './packed-chunk.js';
import type { Chunk } from './row-chunks.js';
import type { Row } from './tables.js';

/** What comes out on the other side. */
function sent(rows: readonly Row[]): Chunk {
  const packed = pack({ rows, lines: rows.map((_, index) => 2 + index), mentioning: [0, 5] });
  return unpack(structuredClone(packed, { transfer: buffersOf(packed) }) as PackedChunk);
}

describe('a chunk that goes from thread to thread', () => {
  test.each<[string, Row[]]>([
    ['no rows', []],
    ['texts and numbers', [['a', 1, 'b', 2 ** 52 + 1]]],
    ['NULLs', [[null, 0, null, 'x'], ['', null, null, null]]], // prettier-ignore
    ['an empty text alone', [['']]],
    ['NULL alone', [[null]]],
    ['one text in several columns', [['a', 'a'], ['b', 'a']]], // prettier-ignore
    ['texts that look like numbers', [['1', 1], ['01', -1]]], // prettier-ignore
    ['texts of any script', [['é', '\uFEFF', '🙂', '\r\n', '__proto__']]],
  ])('keeps %s', (_, rows) => {
    const { rows: found, lines, mentioning } = sent(rows);
    expect(found).toEqual(rows);
    expect(Array.from(lines)).toEqual(rows.map((_row, index) => 2 + index));
    expect(Array.from(mentioning)).toEqual([0, 5]);
  });

  test('keeps any rows', () => {
    const text = fc.option(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🙂') }));
    const number = fc.option(fc.maxSafeInteger());
    fc.assert(
      fc.property(fc.array(fc.tuple(text, number, text, number)), (rows) => {
        // JSON has no -0, nor has SQLite.
        expect(JSON.stringify(sent(rows).rows)).toBe(JSON.stringify(rows));
      }),
    );
  });

  test('is not made of a column of both texts and numbers', () => {
    const mixed = 'column 1 of a chunk holds both texts and numbers';
    expect(() => sent([['a', 1], ['a', 'b']])).toThrow(mixed); // prettier-ignore
    expect(() => sent([['a', 'b'], ['a', 1]])).toThrow(mixed); // prettier-ignore
  });
});
