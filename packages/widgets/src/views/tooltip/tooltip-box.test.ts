import { expect } from '@open-wc/testing';
import { tooltipPlace } from './tooltip-box.js';

describe('tooltipPlace', () => {
  const box = { width: 100, height: 24 };
  const viewport = { width: 320, height: 600 };
  const cell = (left: number, top: number) => ({ left, top, width: 20, bottom: top + 20 });

  it('is centred above', () => {
    expect(tooltipPlace(cell(150, 200), box, viewport)).to.deep.equal({ left: 110, top: 170 });
  });

  it('is below where there is no room above', () => {
    expect(tooltipPlace(cell(150, 20), box, viewport)).to.deep.equal({ left: 110, top: 46 });
  });

  it('stays inside the window', () => {
    expect(tooltipPlace(cell(0, 200), box, viewport)).to.deep.equal({ left: 6, top: 170 });
    expect(tooltipPlace(cell(300, 200), box, viewport)).to.deep.equal({ left: 214, top: 170 });
  });
});
