import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expectAccessible } from '../testing/axe.js';
import { Clock } from '../testing/clock.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import {
  emptyEngagement,
  engagementAnswer,
  engagementOf,
} from '../testing/fixtures/engagement-stats.js';
import { generatedAt, lastThirtyDays } from '../testing/fixtures/range.js';
import { chooseInMenu } from '../testing/menu.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled, States } from '../testing/states.js';
import type { ChannelDonut, ChannelSelection } from './channel-donut.js';
import './define.js';

describe('<channel-donut>', () => {
  const states = new States<ChannelDonut>('channel-donut', {
    ready: engagementAnswer,
    empty: emptyEngagement,
  });
  const lopsided = engagementOf(
    lastThirtyDays,
    { calls: 120_431, sms: 9, email: 612, other: 0 },
    { active: 1, total: 1 },
  );
  let clock: Clock;

  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    clock = new Clock(generatedAt);
  });

  afterEach(async () => {
    clock.restore();
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  const rows = (element: ChannelDonut) => partsOf(element, 'legend-row');
  const row = (element: ChannelDonut, index: number) => rows(element)[index] as HTMLElement;
  const middle = (element: ChannelDonut) => seenText(partOf(element, 'middle'));
  const gradient = (element: ChannelDonut) => partOf(element, 'ring').style.backgroundImage;
  const colorsOf = (element: ChannelDonut) => [
    ...new Set(gradient(element).match(/var\(--_\w+\)/g) ?? []),
  ];

  it('lists channels with counts and shares that add up to 100', async () => {
    const element = await states.ready();
    expect(rows(element).map(seenText)).to.deep.equal([
      'Calls 1,204 36.7%',
      'SMS 1,433 43.6%',
      'Email 612 18.6%',
      'Other 37 1.1%',
    ]);
    expect(partOf(element, 'legend').ariaLabel).to.equal('Calls and messages by channel');
    expect(partOf(element, 'legend').localName).to.equal('ul');
  });

  it('has the total in the middle, a sentence, and the contacts', async () => {
    const element = await states.ready();
    expect(middle(element)).to.equal('3,286 Total');
    expect(seenText(partOf(element, 'summary'))).to.equal(
      '3,286 calls and messages · largest share: SMS, 43.6%',
    );
    expect(seenText(partOf(element, 'contacts'))).to.equal('486 of 2,310 contacts active');
  });

  it('draws an arc for each channel in its colour', async () => {
    const element = await states.ready();
    expect(gradient(element)).to.match(/^conic-gradient\(transparent 0\.9deg, var\(--_calls\)/);
    expect(colorsOf(element)).to.deep.equal([
      'var(--_calls)',
      'var(--_sms)',
      'var(--_email)',
      'var(--_other)',
    ]);
    const swatch = row(element, 0).querySelector('.swatch') as HTMLElement;
    element.style.setProperty('--inlay-color-calls', 'rgb(1, 2, 3)');
    expect(getComputedStyle(swatch).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('lists a channel without anything, and does not draw it', async () => {
    const element = await states.with({ data: lopsided });
    expect(rows(element).map(seenText)).to.deep.equal([
      'Calls 120,431 99.5%',
      'SMS 9 <0.1%',
      'Email 612 0.5%',
      'Other 0 0.0%',
    ]);
    expect(colorsOf(element)).to.deep.equal(['var(--_calls)', 'var(--_sms)', 'var(--_email)']);
    expect(rows(element).map(({ localName }) => localName)).to.deep.equal([
      'button',
      'button',
      'button',
      'div',
    ]);
    expect(middle(element)).to.equal('121.1k Total');
    expect(partOf(element, 'middle').querySelector('[title]')?.getAttribute('title')).to.equal(
      '121,052',
    );
  });

  it('is a whole ring for a single channel', async () => {
    const data = engagementOf(
      lastThirtyDays,
      { calls: 0, sms: 3, email: 0, other: 0 },
      { active: 1, total: 1 },
    );
    const element = await states.with({ data });
    expect(gradient(element)).to.equal('conic-gradient(var(--_sms) 0deg 360deg)');
    expect(seenText(row(element, 1))).to.equal('SMS 3 100.0%');
  });

  it('writes numbers in the reader’s language', async () => {
    const element = await states.ready({ attributes: { lang: 'de' } });
    expect(seenText(row(element, 0))).to.equal('Calls 1.204 36,7 %');
  });

  describe('brings out a channel', () => {
    it('under the pointer in the legend', async () => {
      const element = await states.ready();
      const { left, top } = row(element, 1).getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + 40), Math.round(top + 16)] });
      await element.updateComplete;
      expect(middle(element)).to.equal('1,433 SMS');
      expect(gradient(element)).to.contain('color-mix(in srgb, var(--_calls) 25%, transparent)');
      expect(gradient(element)).to.contain('var(--_sms)');
      await sendMouse({ type: 'move', position: [0, 0] });
      await element.updateComplete;
      expect(middle(element)).to.equal('3,286 Total');
      expect(gradient(element)).to.not.contain('color-mix');
    });

    it('that has the focus', async () => {
      const element = await states.ready();
      row(element, 0).focus();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await element.updateComplete;
      expect(middle(element)).to.equal('612 Email');
      (element.shadowRoot?.activeElement as HTMLElement).blur();
      await element.updateComplete;
      expect(middle(element)).to.equal('3,286 Total');
    });

    it('under the pointer in the ring, and none in its hole', async () => {
      const element = await states.ready();
      const { left, top, width } = partOf(element, 'ring').getBoundingClientRect();
      const pointAt = async (x: number, y: number) => {
        const position = [left + x * width, top + y * width].map(Math.round) as [number, number];
        await sendMouse({ type: 'move', position });
        await element.updateComplete;
        return middle(element);
      };
      expect(await pointAt(0.8, 0.18)).to.equal('1,204 Calls');
      expect(await pointAt(0.5, 0.95)).to.equal('1,433 SMS');
      expect(await pointAt(0.15, 0.22)).to.equal('612 Email');
      expect(await pointAt(0.5, 0.5)).to.equal('3,286 Total');
    });
  });

  it('selects a channel in the legend and in the ring', async () => {
    const element = await states.ready();
    const selectionOf = async (act: () => unknown) => {
      const fired = oneEvent(document.body, 'inlay-select');
      await act();
      return ((await fired) as CustomEvent<ChannelSelection>).detail;
    };
    const range = { time_range: 'last_30_days', from: '2026-10-22', to: '2026-11-20' };
    expect(await selectionOf(() => row(element, 2).click())).to.deep.equal({
      channel: 'email',
      count: 612,
      range,
    });
    const { left, top, width } = partOf(element, 'ring').getBoundingClientRect();
    const position = [left + 0.8 * width, top + 0.18 * width].map(Math.round) as [number, number];
    expect(await selectionOf(() => sendMouse({ type: 'click', position }))).to.deep.equal({
      channel: 'calls',
      count: 1204,
      range,
    });
  });

  it('can be seen as a table with the same numbers, in the same room', async () => {
    const element = await states.ready();
    const { height } = element.getBoundingClientRect();
    await chooseInMenu(element, 'view-table');
    await settled(element);
    const lines = [...partOf(element, 'table-view').querySelectorAll('tbody tr')].map((line) =>
      [...line.querySelectorAll('[role=rowheader], [role=cell]')].map(heardText).join(' '),
    );
    expect(lines).to.deep.equal([
      'Calls 1,204 36.7%',
      'SMS 1,433 43.6%',
      'Email 612 18.6%',
      'Other 37 1.1%',
    ]);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('asks for its slice', async () => {
    const client = new ScriptedClient();
    await states.loading({ attributes: { 'time-range': 'today', 'contact-id': 'c9' } }, client);
    const { slice, query } = client.last;
    expect({ slice, query }).to.deep.equal({
      slice: 'engagement-stats',
      query: { time_range: 'today', contact_id: ['c9'] },
    });
  });

  describe('takes the same room in every state', () => {
    for (const width of [1200, 640, 375, 280]) {
      it(`at ${width} px`, () => states.expectOneSize(width));
    }
  });

  it('overflows nowhere from 280 px on', async () => {
    for (const width of [280, 375, 1200]) {
      const element = await states.with({ data: lopsided }, { width });
      expect(element.scrollWidth, `${width}`).to.be.at.most(width);
      for (const one of rows(element)) {
        expect(one.scrollWidth, seenText(one)).to.be.at.most(one.clientWidth);
      }
    }
  });

  it('says that there is nothing, and what to do about it', async () => {
    expect(seenText(partOf(await states.empty(), 'empty'))).to.equal(
      'No calls or messages in the last 30 days. Try a longer range.',
    );
  });

  it('says what failed and asks again on Retry', async () => {
    const client = new ScriptedClient();
    const element = await states.failed('timeout', {}, client);
    expect(seenText(partOf(element, 'error'))).to.equal(
      'The statistics took too long to answer. Retry Request req-7f3a',
    );
    partOf(element, 'retry').click();
    await client.arrival(2);
    await client.last.answer(engagementAnswer);
    await settled(element);
    expect(rows(element)).to.have.length(4);
  });

  it('shows no Retry to a reader without access', async () => {
    const element = await states.failed('denied');
    expect(hasPart(element, 'denied')).to.equal(true);
    expect(hasPart(element, 'retry')).to.equal(false);
  });

  it('keeps old numbers when a refresh fails', async () => {
    const element = await states.stale();
    expect(seenText(partOf(element, 'stale'))).to.contain('Not updated since 14:05');
    expect(seenText(row(element, 0))).to.equal('Calls 1,204 36.7%');
  });

  describe('is accessible', () => {
    for (const [state, make] of Object.entries(states.all)) {
      it(`when ${state}`, async () => {
        await expectAccessible(await make({ width: 640 }));
      });
    }
  });
});
