import { expect } from '@open-wc/testing';
import { summarize, weekOf } from './week.js';

describe('weekOf', () => {
  it('lays counts out by weekday and hour, and knows nothing of the rest', () => {
    const week = weekOf([
      { day: 1, hour: 0, count: 4 },
      { day: 7, hour: 23, count: 0 },
    ]);
    expect(week).to.have.length(7);
    expect(week.every((row) => row.length === 24)).to.equal(true);
    expect([week[0]?.[0], week[6]?.[23], week[3]?.[12]]).to.deep.equal([4, 0, null]);
  });

  it('leaves out places that no week has, and counts that are none', () => {
    const week = weekOf([
      { day: 0, hour: 3, count: 1 },
      { day: 8, hour: 3, count: 1 },
      { day: 2, hour: 24, count: 1 },
      { day: 2, hour: -1, count: 1 },
      { day: 2, hour: 1.5, count: 1 },
      { day: 2, hour: 3, count: NaN },
      { day: 2, hour: 4, count: Infinity },
    ]);
    expect(week.flat().every((count) => count === null)).to.equal(true);
    expect(week.map((row) => row.length)).to.deep.equal([24, 24, 24, 24, 24, 24, 24]);
  });

  it('takes the last of two counts for one place, and nothing below zero', () => {
    const week = weekOf([
      { day: 2, hour: 3, count: 1 },
      { day: 2, hour: 3, count: 5 },
      { day: 2, hour: 4, count: -2 },
    ]);
    expect([week[1]?.[3], week[1]?.[4]]).to.deep.equal([5, 0]);
  });
});

describe('summarize', () => {
  it('adds up, and names the first of the largest', () => {
    const cells = [
      { day: 3, hour: 9, count: 7 },
      { day: 2, hour: 14, count: 7 },
      { day: 5, hour: 1, count: 2 },
    ];
    expect(summarize(weekOf(cells))).to.deep.equal({
      total: 16,
      peak: { day: 2, hour: 14, count: 7 },
    });
  });

  it('has no peak where everything is zero', () => {
    expect(summarize(weekOf([{ day: 1, hour: 1, count: 0 }]))).to.deep.equal({
      total: 0,
      peak: undefined,
    });
  });
});
