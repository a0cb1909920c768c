import { expect } from '@open-wc/testing';
import { arcAt, arcsOf, ringGradient } from './arcs.js';

const spans = (values: number[], minimum = 5) =>
  arcsOf(values, minimum).map(
    ({ index, start, end }) => `${index}: ${start.toFixed(1)}–${end.toFixed(1)}`,
  );

describe('arcsOf', () => {
  it('divides the ring in proportion, clockwise from the top', () => {
    expect(spans([1, 1, 2])).to.deep.equal(['0: 0.0–90.0', '1: 90.0–180.0', '2: 180.0–360.0']);
  });

  it('draws nothing for zero', () => {
    expect(spans([0, 3, 0, 3])).to.deep.equal(['1: 0.0–180.0', '3: 180.0–360.0']);
    expect(spans([0, 0])).to.deep.equal([]);
  });

  it('keeps a small one visible at the cost of the large ones', () => {
    expect(spans([1, 9999, 10_000])).to.deep.equal([
      '0: 0.0–5.0',
      '1: 5.0–182.5',
      '2: 182.5–360.0',
    ]);
  });
});

describe('ringGradient', () => {
  const colorOf = (index: number) => ['red', 'blue'][index] ?? '';

  it('leaves see-through gaps between arcs', () => {
    expect(ringGradient(arcsOf([1, 1], 5), colorOf, 2)).to.equal(
      'conic-gradient(transparent 1deg, red 1.4deg, red 178.6deg, transparent 179deg, ' +
        'transparent 181deg, blue 181.4deg, blue 358.6deg, transparent 359deg)',
    );
  });

  it('is a whole ring for one arc alone', () => {
    expect(ringGradient(arcsOf([0, 4], 5), colorOf, 2)).to.equal(
      'conic-gradient(blue 0deg 360deg)',
    );
  });
});

describe('arcAt', () => {
  const arcs = arcsOf([1, 1, 1, 1], 5);

  it('finds the arc under a point of the ring', () => {
    expect(arcAt(0.6, -0.6, 0.7, arcs)).to.equal(0);
    expect(arcAt(0.6, 0.6, 0.7, arcs)).to.equal(1);
    expect(arcAt(-0.6, 0.6, 0.7, arcs)).to.equal(2);
    expect(arcAt(-0.6, -0.6, 0.7, arcs)).to.equal(3);
    expect(arcAt(0, -0.9, 0.7, arcs)).to.equal(0);
  });

  it('finds none in the hole and outside', () => {
    expect(arcAt(0.1, 0.1, 0.7, arcs)).to.equal(undefined);
    expect(arcAt(0.9, 0.9, 0.7, arcs)).to.equal(undefined);
  });
});
