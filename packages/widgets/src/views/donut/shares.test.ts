import { expect } from '@open-wc/testing';
import { formatShare } from './format-share.js';
import { sharesOf } from './shares.js';

describe('sharesOf', () => {
  const cases: [counts: number[], shares: (number | null)[]][] = [
    [
      [1, 1, 1],
      [33.4, 33.3, 33.3],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [16.7, 16.7, 16.7, 16.7, 16.6, 16.6],
    ],
    [
      [1204, 1433, 612, 37],
      [36.7, 43.6, 18.6, 1.1],
    ],
    [
      [2, 0, 0, 0],
      [100, 0, 0, 0],
    ],
    [
      [1, 99_999, 0, 0],
      [0, 100, 0, 0],
    ],
    [
      [0, 0, 0, 0],
      [null, null, null, null],
    ],
  ];
  for (const [counts, shares] of cases) {
    it(`makes ${counts.join(', ')} into ${shares.join(', ')}`, () => {
      expect(sharesOf(counts)).to.deep.equal(shares);
    });
  }

  it('always adds up to 100', () => {
    for (let seed = 1; seed < 400; seed++) {
      const counts = [seed * 7919, seed ** 2, (seed * 31) % 97, seed % 2].map((n) => n % 4001);
      const tenths = sharesOf(counts).map((share) => Math.round((share ?? 0) * 10));
      expect(
        tenths.reduce((sum, share) => sum + share, 0),
        counts.join(),
      ).to.equal(1000);
    }
  });
});

describe('formatShare', () => {
  it('writes one decimal, always', () => {
    expect(formatShare(100, 5, 'en-GB')).to.equal('100.0%');
    expect(formatShare(36.7, 5, 'en-GB')).to.equal('36.7%');
    expect(formatShare(36.7, 5, 'de')).to.equal('36,7\u00a0%');
    expect(formatShare(0, 0, 'en-GB')).to.equal('0.0%');
  });

  it('never writes nothing for something', () => {
    expect(formatShare(0, 1, 'en-GB')).to.equal('<0.1%');
  });
});
