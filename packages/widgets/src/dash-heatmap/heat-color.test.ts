import { expect } from '@open-wc/testing';
import { heatColor } from './heat-color.js';

describe('heatColor', () => {
  it('takes three whole numbers 0–255', () => {
    expect(heatColor('239,68,68')).to.equal('rgb(239 68 68)');
    expect(heatColor(' 59, 130 ,246 ')).to.equal('rgb(59 130 246)');
  });

  const wrong = ['256,0,0', '1,2', '1,2,3,4', '1.5,2,3', '-1,2,3', 'red', '#ef4444', '', undefined];
  for (const text of [...wrong, '0,0,0);background:url(//x']) {
    it(`takes nothing else: ${text}`, () => {
      expect(heatColor(text)).to.equal(undefined);
    });
  }
});
