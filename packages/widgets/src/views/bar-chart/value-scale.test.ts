import { expect } from '@open-wc/testing';
import { linesOf, valueScale } from './value-scale.js';

describe('valueScale', () => {
  const cases: [largest: number, lines: number[]][] = [
    [0, [0, 1]],
    [1, [0, 1]],
    [2, [0, 1, 2]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [11, [0, 5, 10, 15]],
    [42, [0, 10, 20, 30, 40, 50]],
    [100, [0, 25, 50, 75, 100]],
    [101, [0, 25, 50, 75, 100, 125]],
    [1467, [0, 500, 1000, 1500]],
    [12_345, [0, 2500, 5000, 7500, 10_000, 12_500]],
  ];
  for (const [largest, lines] of cases) {
    it(`draws lines for ${largest}`, () => {
      expect(linesOf(valueScale(largest))).to.deep.equal(lines);
    });
  }

  it('holds every count under three to five lines above zero, all whole', () => {
    for (let largest = 3; largest < 2_000_000; largest = Math.ceil(largest * 1.01)) {
      const scale = valueScale(largest);
      const [, ...above] = linesOf(scale);
      expect(above.length, String(largest)).to.be.within(3, 5);
      expect(above.at(-1), String(largest)).to.equal(scale.max);
      expect(scale.max, String(largest)).to.be.within(largest, largest * 1.67);
      expect(above.every(Number.isInteger), String(largest)).to.equal(true);
    }
  });
});
