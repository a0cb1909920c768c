import { expect } from '@open-wc/testing';
import { elements } from '../../elements.js';
import type { StrictReport } from './strict-page.js';

/** Loads a page of this folder in a frame and waits for what it has to tell. */
async function reportOf(page: string): Promise<StrictReport> {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '700';
  const told = new Promise<StrictReport>((resolve) => {
    window.addEventListener('message', function listen({ source, data }) {
      if (source !== frame.contentWindow) return;
      window.removeEventListener('message', listen);
      resolve(data as StrictReport);
    });
  });
  frame.src = new URL(page, import.meta.url).href;
  document.body.append(frame);
  const report = await told;
  frame.remove();
  return report;
}

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  it('every element draws, is used, and violates nothing', async () => {
    const { violations, errors, drawn, touched, files } = await reportOf('strict.html');
    expect(violations).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    expect(drawn.sort()).to.deep.equal(Object.keys(elements).sort());
    expect(touched).to.be.at.least(drawn.length);
    expect(files.filter((name) => name.endsWith('.png'))).to.deep.equal([
      'call-activity_2026-10-22_2026-11-20.png',
      'message-activity_2026-10-22_2026-11-20.png',
    ]);
    expect(files.filter((name) => name.endsWith('.csv')).length).to.be.at.least(10);
  });

  it('a violation would be noticed', async () => {
    const { violations } = await reportOf('strict.html?violate');
    expect(violations.join()).to.contain('style-src');
    expect(violations.join()).to.contain('require-trusted-types-for');
  });
});
