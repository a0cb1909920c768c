import { expect } from '@open-wc/testing';
import { csvOf, type CsvValue } from './csv.js';

/** A reader of RFC 4180 as strict as the text of it. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    record.push(field);
    if (text[end] === ',') {
      at = end + 1;
    } else if (text.startsWith('\r\n', end)) {
      records.push(record);
      record = [];
      at = end + 2;
    } else {
      throw new Error(
        `Neither comma nor CRLF at ${end}: ${JSON.stringify(text.slice(end, end + 9))}`,
      );
    }
  }
  if (record.length > 0) throw new Error('The last record has no end');
  return records;
}

function quotedField(text: string, start: number): [field: string, end: number] {
  let field = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] === '"') field += text[at++];
    else return [field, at + 1];
  }
  throw new Error('A quote without its end');
}

function plainField(text: string, start: number): [field: string, end: number] {
  const length = /^[^",\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return [text.slice(start, start + length), start + length];
}

const formulas = [
  '1+1',
  'cmd|"/c calc"!A0',
  'SUM(A1:A9)',
  'HYPERLINK("http://evil.example","x")',
  '',
];
const starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '﹦', '﹢'];
const plain = [
  'Front desk',
  'Müller & Söhne',
  'a,b',
  'say "hi"',
  '"',
  '""',
  ',',
  'two\nlines',
  'two\r\nlines',
  '\nfirst',
  ' =1+1',
  "'=1+1",
  'a=b',
  'x\ty',
  '日本語',
  '👩‍💻',
  'مرحبا',
  '\u202Eabc',
  'null',
  'NaN',
];
const numbers = ['-1', '-12.5', '-0', '-00.250', '42', '1e9'];
const phones = ['+4930901820', '+15550100', '+123456', '+123456789012345'];
const almost = [
  '+5',
  '+12345',
  '-.5',
  '-1e3',
  '+12345 6',
  '-1-1',
  '+1234567890123456',
  '-',
  '+',
  '-.',
  '--1',
  '+49(30)1',
  '-1,5',
  '=1',
];

/** What goes in and what has to come out of a parser, 300 cells and more. */
const corpus: [cell: CsvValue, read: string][] = [
  ...starts.flatMap((start) =>
    formulas.map((rest): [string, string] => [`${start}${rest}`, `'${start}${rest}`]),
  ),
  ...plain.map((text): [string, string] => [text, text]),
  ...plain.map((text): [string, string] => [`=${text}`, `'=${text}`]),
  ...plain.map((text): [string, string] => [`${text}=1+1`, `${text}=1+1`]),
  ...plain.map((text): [string, string] => [`${text},"${text}"`, `${text},"${text}"`]),
  ...[...numbers, ...phones].map((text): [string, string] => [text, text]),
  ...almost.map((text): [string, string] => [text, `'${text}`]),
  ...almost.map((text): [string, string] => [`x${text}`, `x${text}`]),
  ...Array.from({ length: 140 }, (_, index): [number, string] => {
    const value = (index - 60) * 37.25;
    return [value, String(value)];
  }),
  [null, ''],
  ['', ''],
  [Number.NaN, ''],
  [Number.POSITIVE_INFINITY, ''],
];

describe('csvOf', () => {
  it('writes a header and rows, each with its end', () => {
    expect(
      csvOf(
        ['Day', 'Calls'],
        [
          ['2026-03-02', 42],
          ['2026-03-03', null],
        ],
      ),
    ).to.equal('Day,Calls\r\n2026-03-02,42\r\n2026-03-03,\r\n');
    expect(csvOf(['Day'], [])).to.equal('Day\r\n');
  });

  it('quotes what would otherwise be read as another cell', () => {
    expect(csvOf(['a'], [['b,c'], ['say "hi"'], ['two\nlines']])).to.equal(
      'a\r\n"b,c"\r\n"say ""hi"""\r\n"two\nlines"\r\n',
    );
  });

  it('comes back cell by cell, formulas disarmed and numbers and phones as they are', () => {
    expect(corpus.length).to.be.at.least(300);
    const rows = Array.from({ length: Math.ceil(corpus.length / 6) }, (_, row) =>
      corpus.slice(row * 6, row * 6 + 6),
    );
    const header = ['a', 'b', 'c', 'd', 'e', 'f'];
    const text = csvOf(
      header,
      rows.map((row) => row.map(([cell]) => cell)),
    );
    expect(parseCsv(text)).to.deep.equal([
      header,
      ...rows.map((row) => row.map(([, read]) => read)),
    ]);
  });

  it('disarms a header too', () => {
    expect(csvOf(['=1+1'], [])).to.equal("'=1+1\r\n");
  });
});
