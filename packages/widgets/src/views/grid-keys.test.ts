import { expect } from '@open-wc/testing';
import { moveInGrid } from './grid-keys.js';

const week = { rows: 7, columns: 24, rightToLeft: false };

const moved = (row: number, column: number, key: string, ctrlKey = false, shape = week) => {
  const place = moveInGrid({ row, column }, { key, ctrlKey }, shape);
  return place && `${place.row}, ${place.column}`;
};

describe('moveInGrid', () => {
  it('moves by one cell, and not over an edge', () => {
    expect(moved(3, 5, 'ArrowRight')).to.equal('3, 6');
    expect(moved(3, 5, 'ArrowLeft')).to.equal('3, 4');
    expect(moved(3, 5, 'ArrowUp')).to.equal('2, 5');
    expect(moved(3, 5, 'ArrowDown')).to.equal('4, 5');
    expect(moved(0, 0, 'ArrowLeft')).to.equal('0, 0');
    expect(moved(0, 0, 'ArrowUp')).to.equal('0, 0');
    expect(moved(6, 23, 'ArrowRight')).to.equal('6, 23');
    expect(moved(6, 23, 'ArrowDown')).to.equal('6, 23');
  });

  it('goes to the ends of the row, and with Ctrl to the corners', () => {
    expect(moved(3, 5, 'Home')).to.equal('3, 0');
    expect(moved(3, 5, 'End')).to.equal('3, 23');
    expect(moved(3, 5, 'Home', true)).to.equal('0, 0');
    expect(moved(3, 5, 'End', true)).to.equal('6, 23');
  });

  it('follows what is seen from right to left', () => {
    const arabic = { ...week, rightToLeft: true };
    expect(moved(3, 5, 'ArrowLeft', false, arabic)).to.equal('3, 6');
    expect(moved(3, 5, 'ArrowRight', false, arabic)).to.equal('3, 4');
    expect(moved(3, 5, 'Home', false, arabic)).to.equal('3, 0');
  });

  it('leaves other keys alone, and up and down in a single row', () => {
    expect(moved(3, 5, 'Tab')).to.equal(undefined);
    expect(moved(3, 5, 'a')).to.equal(undefined);
    const strip = { ...week, rows: 1 };
    expect(moved(0, 5, 'ArrowDown', false, strip)).to.equal(undefined);
    expect(moved(0, 5, 'ArrowUp', false, strip)).to.equal(undefined);
    expect(moved(0, 5, 'End', true, strip)).to.equal('0, 23');
  });
});
