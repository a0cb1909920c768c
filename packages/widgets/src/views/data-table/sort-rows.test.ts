import { expect } from '@open-wc/testing';
import { sortRows } from './sort-rows.js';

const rows = [
  { name: 'Sales 10', rate: 80 },
  { name: 'sales 9', rate: null },
  { name: 'Älvsjö', rate: 5 },
  { name: 'Zürich', rate: 80 },
];
const names = (sorted: typeof rows) => sorted.map(({ name }) => name);

describe('sortRows', () => {
  it('sorts text as readers do: numbers by size, accents and case aside', () => {
    expect(names(sortRows(rows, ({ name }) => name, 'ascending', 'en'))).to.deep.equal([
      'Älvsjö',
      'sales 9',
      'Sales 10',
      'Zürich',
    ]);
    expect(names(sortRows(rows, ({ name }) => name, 'ascending', 'sv'))).to.deep.equal([
      'sales 9',
      'Sales 10',
      'Zürich',
      'Älvsjö',
    ]);
  });

  it('puts what has no value last both ways, and keeps the order of equals', () => {
    expect(names(sortRows(rows, ({ rate }) => rate, 'ascending', 'en'))).to.deep.equal([
      'Älvsjö',
      'Sales 10',
      'Zürich',
      'sales 9',
    ]);
    expect(names(sortRows(rows, ({ rate }) => rate, 'descending', 'en'))).to.deep.equal([
      'Sales 10',
      'Zürich',
      'Älvsjö',
      'sales 9',
    ]);
  });

  it('leaves the rows that it was given as they are', () => {
    const before = names(rows);
    sortRows(rows, ({ name }) => name, 'descending', 'en');
    expect(names(rows)).to.deep.equal(before);
  });
});
