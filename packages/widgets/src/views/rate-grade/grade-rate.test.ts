import { expect } from '@open-wc/testing';
import { gradeRate } from './grade-rate.js';

describe('gradeRate', () => {
  const bounds = { goodFrom: 80, warningFrom: 60 };

  it('gives each bound to the better grade', () => {
    const rates = [100, 80, 79.99, 60, 59.99, 0];
    expect(rates.map((rate) => gradeRate(rate, bounds))).to.deep.equal([
      'good',
      'good',
      'warning',
      'warning',
      'poor',
      'poor',
    ]);
  });

  it('has no grade without a rate', () => {
    expect(gradeRate(null, bounds)).to.equal(undefined);
  });

  it('takes other bounds', () => {
    expect(gradeRate(85, { goodFrom: 90, warningFrom: 85 })).to.equal('warning');
  });
});
