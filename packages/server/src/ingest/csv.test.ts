import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvReader } from './csv.js';
import { TextFault } from './text-blocks.js';

/** The records as `[line, …fields]`. */
function read(...blocks: string[]): (number | string)[][] {
  const reader = new CsvReader();
  const records = blocks.flatMap((block) => [...reader.read(block)]);
  reader.end();
  return records.map(({ line, fields }) => [line, ...fields]);
}

function faultOf(...blocks: string[]): [number, string] {
  const reader = new CsvReader();
  try {
    for (const block of blocks) for (const record of reader.read(block)) void record;
    reader.end();
  } catch (error) {
    if (error instanceof TextFault) return [reader.line, error.message];
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('reads', () => {
  test.each<[string, string, (number | string)[][]]>([
    ['nothing', '', []],
    ['one record', 'a,b\n', [[1, 'a', 'b']]],
    [
      'a last line without line feed',
      'a\nb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'LF and CRLF mixed',
      'a\r\nb\nc\r\n',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    ],
    [
      'empty fields',
      ',\n,,\n',
      [
        [1, '', ''],
        [2, '', '', ''],
      ],
    ],
    ['spaces as they are', ' a , b\n', [[1, ' a ', ' b']]],
    [
      'empty lines as nothing',
      '\na\n\r\n\nb\n',
      [
        [2, 'a'],
        [5, 'b'],
      ],
    ],
    ['quotes', '"a","b"\n', [[1, 'a', 'b']]],
    ['quoted and plain fields in turn', 'a,"b",c,"d"\r\n', [[1, 'a', 'b', 'c', 'd']]],
    [
      'empty quotes',
      '"",x\n""\n',
      [
        [1, '', 'x'],
        [2, ''],
      ],
    ],
    ['quoted commas', '"a,b",c\n', [[1, 'a,b', 'c']]],
    ['doubled quotes', '"a""b",""""\n', [[1, 'a"b', '"']]],
    [
      'quoted line feeds',
      '"a\nb",c\nd,e\n',
      [
        [1, 'a\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
    [
      'quoted CRLF as it is',
      '"a\r\nb"\r\nc\r\n',
      [
        [1, 'a\r\nb'],
        [3, 'c'],
      ],
    ],
    ['a quoted carriage return', '"a\rb"\n', [[1, 'a\rb']]],
    ['a quoted last field without line feed', 'a,"b"', [[1, 'a', 'b']]],
    ['a trailing comma after quotes', '"a",\n', [[1, 'a', '']]],
    ['a quoted last field before the end', '"a\n\n\nb"', [[1, 'a\n\n\nb']]],
    [
      'a plain record after a quoted one of many lines',
      '"\n\n",x\ny\n',
      [
        [1, '\n\n', 'x'],
        [4, 'y'],
      ],
    ],
  ])('%s', (_, csv, records) => {
    expect(read(csv)).toEqual(records);
  });

  test('a record that is spread over blocks', () => {
    expect(read('a\n"b\n', 'c\n', 'd",e\nf,g\n', 'h\n')).toEqual([
      [1, 'a'],
      [2, 'b\nc\nd', 'e'],
      [5, 'f', 'g'],
      [6, 'h'],
    ]);
  });

  test('a doubled quote that closes and opens across blocks', () => {
    expect(read('"a\n', '""b\n', '"\n')).toEqual([[1, 'a\n"b\n']]);
  });
});

describe('refuses', () => {
  const followed = 'a quoted field is followed by something else than a comma or a line end';
  const stray = 'a quote inside a field that is not quoted';
  const carriage = 'a carriage return that is neither quoted nor before a line feed';
  test.each<[string, string, [number, string]]>([
    ['an open quote', 'a\n"b\nc\n', [2, 'a quoted field is not closed']],
    ['an open quote on the last line', '"', [1, 'a quoted field is not closed']],
    ['text after quotes', 'a\n"b"c\n', [2, followed]],
    ['a space after quotes', '"b" ,c\n', [1, followed]],
    ['a carriage return after quotes', '"b"\rc\n', [1, followed]],
    ['a quote in a plain field', 'a\nb\nc"d\n', [3, stray]],
    ['a space before quotes', 'a, "b"\n', [1, stray]],
    ['a carriage return in a plain field', 'a\nb\rc\n', [2, carriage]],
    ['a carriage return in a plain field beside quotes', '"a",b\rc\n', [1, carriage]],
    ['a carriage return at the end', 'a\nb\r\r\n', [2, carriage]],
  ])('%s', (_, csv, fault) => {
    expect(faultOf(csv)).toEqual(fault);
  });

  test('a quote that is never closed, before it has read a whole file for it', () => {
    const block = `${'x'.repeat(1024 * 1024)}\n`;
    expect(faultOf('a\n', '"', ...Array.from({ length: 17 }, () => block))).toEqual([
      2,
      'the record is longer than 16 MiB, or a quoted field is not closed',
    ]);
  });
});

test('what a writer of RFC 4180 wrote is read back, however it is cut into blocks', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', '\r\n', ' ') });
  const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
  const quotes = fc.constantFrom('needed', 'always');
  fc.assert(
    fc.property(records, quotes, fc.constantFrom('\n', '\r\n'), (rows, quoting, end) => {
      const write = (value: string) =>
        quoting === 'always' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
      const csv = rows.map((row) => row.map(write).join(',') + end).join('');
      const blocks = csv.split(/(?<=\n)/);
      const found = read(...blocks);
      expect(found.map(([, ...fields]) => fields)).toEqual(rows);
      expect(found).toEqual(read(csv));
      let line = 1;
      for (const [index, row] of rows.entries()) {
        expect(found[index]?.[0]).toBe(line);
        line += 1 + row.join('').split('\n').length - 1;
      }
    }),
  );
});
