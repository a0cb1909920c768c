import { expect } from '@open-wc/testing';
import { expectAccessible } from '../testing/axe.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import {
  emptyMessaging,
  messagingAnswer,
  messagingOf,
} from '../testing/fixtures/messaging-stats.js';
import { comparedMessaging } from '../testing/fixtures/compared.js';
import { lastThirtyDays } from '../testing/fixtures/range.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import '../kpi-cards/define.js';
import type { KpiCards } from '../kpi-cards/kpi-cards.js';
import './define.js';
import type { MessagingKpiCards } from './messaging-kpi-cards.js';

describe('<messaging-kpi-cards>', () => {
  atFixtureTime();
  const states = new States<MessagingKpiCards>('messaging-kpi-cards', {
    ready: messagingAnswer,
    empty: emptyMessaging,
  });
  const busy = messagingOf(lastThirtyDays, 30, []);

  const cardsOf = (element: Element) =>
    partsOf(element, 'kpi').map((card) => [...card.children].map(seenText));
  const splitOf = (element: Element) =>
    [...partOf(element, 'split').children].map(
      (part) => `${part.classList[2]} ${(part as HTMLElement).style.flexGrow}`,
    );

  it('shows total, delivery rate, and inbound against outbound', async () => {
    const element = await states.ready();
    expect(cardsOf(element)).to.deep.equal([
      ['Total messages', '2,419', '1,727 SMS· 655 email· 37 other'],
      ['Delivery rate', '97.4%', 'Delivered or read'],
      ['Inbound and outbound', '1,113 inbound 1,306 outbound', ''],
    ]);
    expect(splitOf(element)).to.deep.equal(['inbound 1113', 'outbound 1306']);
    expect(partOf(element, 'split').ariaHidden).to.equal('true');
  });

  it('reads large numbers exactly', async () => {
    const element = await states.with({ data: busy });
    expect(partsOf(element, 'figure').map(seenText)).to.deep.equal([
      '80.5k',
      '97.4%',
      '37k inbound 43.4k outbound',
    ]);
    expect(partsOf(element, 'figure').map(heardText)).to.deep.equal([
      '80,456',
      '97.4%',
      '37,010 inbound 43,446 outbound',
    ]);
  });

  it('draws one part where all went one way, and an empty track for nothing', async () => {
    const oneWay = { ...messagingAnswer, inbound_count: 0 };
    expect(splitOf(await states.with({ data: oneWay }))).to.deep.equal(['outbound 1306']);
    expect(splitOf(await states.empty())).to.deep.equal([]);
  });

  it('keeps the cards of an empty range, with zeros and a reason for no rate', async () => {
    const element = await states.empty();
    expect(partsOf(element, 'figure').map(seenText)).to.deep.equal([
      '0',
      '–',
      '0 inbound 0 outbound',
    ]);
    expect(partOf(element, 'no-value').ariaLabel).to.equal(
      'No value. No outbound message has reached its end yet.',
    );
  });

  it('says how total and rate have changed, and that more delivered is better', async () => {
    const element = await states.with({ data: comparedMessaging });
    expect(partsOf(element, 'detail').map(heardText)).to.deep.equal([
      'down 10% versus previous 30 days',
      'up 2.1 pts versus previous 30 days, better',
      '',
    ]);
    expect(partsOf(element, 'change').map((change) => change.part[1])).to.deep.equal([
      'change-neutral',
      'change-good',
    ]);
    const { comparison } = comparedMessaging;
    if (!comparison) throw new Error('The fixture compares nothing');
    const worse = { ...comparison, delivery_rate: 99.1 };
    element.data = { ...comparedMessaging, comparison: worse };
    await element.updateComplete;
    expect(heardText(partsOf(element, 'detail')[1] as Element)).to.equal(
      'down 1.7 pts versus previous 30 days, worse',
    );
    element.data = { ...comparedMessaging, comparison: { ...comparison, delivery_rate: null } };
    await element.updateComplete;
    expect(heardText(partsOf(element, 'detail')[1] as Element)).to.equal('Delivered or read');
    await expectAccessible(element);
  });

  it('draws all messages over time', async () => {
    const element = await states.ready();
    const [line, ...others] = partsOf(element, 'sparkline');
    expect(line?.querySelector('path')?.getAttribute('d')?.split(/[ML]/)).to.have.length(31);
    expect(others).to.have.length(0);
  });

  it('shows the same numbers as a table', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Figure', 'Value', 'Unit'],
      ['Total messages', '2,419', ''],
      ['Delivery rate', '97.38', '%'],
      ['Inbound messages', '1,113', ''],
      ['Outbound messages', '1,306', ''],
    ]);
  });

  describe('stands in line with <kpi-cards>', () => {
    for (const width of [1280, 700, 500, 320, 200]) {
      it(`at ${width} px`, async () => {
        const calls = new States<KpiCards>('kpi-cards', { ready: statsAnswer, empty: undefined });
        const boxesOf = (element: Element) =>
          partsOf(element, 'kpi').map((card) => card.getBoundingClientRect());
        const [first, second] = boxesOf(await calls.ready({ width })) as [DOMRect, DOMRect];
        const [total, rate, split] = boxesOf(await states.ready({ width })) as DOMRect[];
        expect([total?.left, total?.width, total?.height]).to.deep.equal([
          first.left,
          first.width,
          first.height,
        ]);
        expect([rate?.left, rate?.width]).to.deep.equal([second.left, second.width]);
        expect(split?.height).to.equal(first.height);
        expect(split?.right).to.be.closeTo(
          split && split.left < second.left ? second.right : first.left + width,
          0.01,
        );
      });
    }
  });

  for (const width of [700, 500, 320, 240]) {
    it(`fills its card with the bar and stays inside with the words at ${width} px`, async () => {
      const element = await states.with({ data: busy }, { width });
      const card = partsOf(element, 'kpi')[2] as HTMLElement;
      const { paddingInlineStart, borderInlineStartWidth } = getComputedStyle(card);
      const inset = parseFloat(paddingInlineStart) + parseFloat(borderInlineStartWidth);
      const { left, right } = card.getBoundingClientRect();
      const bar = partOf(element, 'split').getBoundingClientRect();
      expect([bar.left, bar.right]).to.deep.equal([left + inset, right - inset]);
      const figure = partsOf(element, 'figure')[2] as HTMLElement;
      expect(figure.scrollWidth).to.equal(figure.clientWidth);
    });
  }

  it('is named by its heading when it has one', async () => {
    const element = await states.ready();
    expect(partOf(element, 'frame').ariaLabel).to.equal('Message figures');
    expect(hasPart(element, 'heading')).to.equal(false);
    element.heading = 'Messages';
    await element.updateComplete;
    expect(partOf(element, 'frame').ariaLabel).to.equal('Messages');
  });

  itHasSixStates(states, {
    slice: 'messaging-stats',
    widths: [1280, 700, 320],
    empty: 'No messages in the last 30 days. Try a longer range.',
    keepsZeros: true,
  });
});
