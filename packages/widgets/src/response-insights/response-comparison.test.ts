import { expect } from '@open-wc/testing';
import { heardText, partOf, partsOf } from '../testing/dom.js';
import { comparedMessaging } from '../testing/fixtures/compared.js';
import { emptyMessaging, messagingAnswer } from '../testing/fixtures/messaging-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime } from '../testing/suite.js';
import './define.js';
import type { ResponseInsights } from './response-insights.js';

const states = new States<ResponseInsights>('response-insights', {
  ready: comparedMessaging,
  empty: emptyMessaging,
});

const details = (element: Element) => [...partOf(element, 'facts').querySelectorAll('.detail')];

describe('<response-insights> compared', () => {
  atFixtureTime();

  it('says how each number has changed, and whether that is good', async () => {
    const element = await states.ready();
    expect(details(element).map(heardText)).to.deep.equal([
      'up 4.9% versus previous 30 days, worse',
      'up 15% versus previous 30 days, worse',
      'Good up 0.8 pts versus previous 30 days, better',
    ]);
    const against = [...(details(element)[2] as Element).querySelectorAll('.against')];
    expect(against.map((words) => getComputedStyle(words).display)).to.deep.equal(['none', 'none']);
    expect(partsOf(element, 'change').map(({ title }) => title)).to.deep.equal([
      '22 Sept – 21 Oct: 35 min 11 s',
      '22 Sept – 21 Oct: 301',
      '22 Sept – 21 Oct: 80.2%',
    ]);
  });

  it('takes the same room', async () => {
    for (const width of [1200, 1000, 700, 375, 300]) {
      const compared = await states.ready({ width });
      const plain = await states.with({ data: messagingAnswer }, { width });
      expect(compared.offsetHeight, `${width}`).to.equal(plain.offsetHeight);
      const lines = (element: Element) => details(element).map((line) => line.scrollHeight);
      expect(lines(compared), `${width}`).to.deep.equal(lines(plain));
    }
  });
});
