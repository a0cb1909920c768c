import { expect } from '@open-wc/testing';
import { placeBeside } from './place.js';

const panel = { width: 424, height: 220 };
const desk = { width: 1280, height: 800 };
const button = (left: number, top: number) => ({ left, top, right: left + 200, bottom: top + 32 });

describe('placeBeside', () => {
  it('puts the panel below its button, the starts in line', () => {
    expect(placeBeside(button(100, 40), panel, desk, false)).to.deep.equal({ left: 100, top: 76 });
    expect(placeBeside(button(800, 40), panel, desk, true)).to.deep.equal({ left: 576, top: 76 });
  });

  it('puts the ends in line where the start would push it out', () => {
    expect(placeBeside(button(1040, 40), panel, desk, false).left).to.equal(816);
    expect(placeBeside(button(40, 40), panel, desk, true).left).to.equal(40);
  });

  it('puts it above where there is no room below', () => {
    expect(placeBeside(button(100, 700), panel, desk, false).top).to.equal(476);
  });

  it('stays below, inside the viewport, where there is no room above either', () => {
    const low = { width: 1280, height: 260 };
    expect(placeBeside(button(100, 100), panel, low, false).top).to.equal(32);
  });

  it('never leaves a viewport of 375 px', () => {
    const phone = { width: 375, height: 667 };
    for (let left = -50; left < 375; left += 25) {
      for (const rightToLeft of [false, true]) {
        const place = placeBeside(
          button(left, 300),
          { width: 280, height: 424 },
          phone,
          rightToLeft,
        );
        expect(place.left, `left of ${left}`).to.be.within(8, 375 - 8 - 280);
        expect(place.top, `top of ${left}`).to.be.within(8, 667 - 8 - 424);
      }
    }
  });

  it('shows the beginning of what is larger than the viewport', () => {
    const tiny = { width: 200, height: 150 };
    expect(placeBeside(button(10, 10), panel, tiny, false)).to.deep.equal({ left: 8, top: 8 });
  });
});
