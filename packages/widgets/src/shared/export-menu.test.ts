import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KpiCards } from '../kpi-cards/kpi-cards.js';
import { expectAccessible } from '../testing/axe.js';
import { heardText, partOf, partsOf } from '../testing/dom.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import { openMenu } from '../testing/menu.js';
import { settled } from '../testing/states.js';
import '../kpi-cards/define.js';

describe('the menu for an element’s numbers', () => {
  const cards = () => fixture<KpiCards>(html`<kpi-cards .data=${statsAnswer}></kpi-cards>`);
  const focused = (element: Element) =>
    heardText(element.shadowRoot?.activeElement ?? document.body);

  async function openBy(element: KpiCards, key: string): Promise<void> {
    const toggled = new Promise((resolve) =>
      partOf(element, 'menu').addEventListener('toggle', resolve, { once: true }),
    );
    partOf(element, 'menu-button').focus();
    await sendKeys({ press: key });
    await toggled;
    await settled(element);
  }

  for (const [key, item] of [
    ['Enter', 'View as table'],
    ['Space', 'View as table'],
    ['ArrowDown', 'View as table'],
    ['ArrowUp', 'Download CSV'],
  ] as const) {
    it(`opens by ${key} with the focus on an item`, async () => {
      const element = await cards();
      await openBy(element, key);
      expect(focused(element)).to.equal(item);
      expect(partOf(element, 'menu-button').getAttribute('aria-expanded')).to.equal('true');
    });
  }

  it('moves by arrows, Home, End and letters', async () => {
    const element = await cards();
    await openBy(element, 'Enter');
    for (const [key, item] of [
      ['ArrowDown', 'Download CSV'],
      ['ArrowDown', 'View as table'],
      ['ArrowUp', 'Download CSV'],
      ['Home', 'View as table'],
      ['End', 'Download CSV'],
      ['v', 'View as table'],
    ] as const) {
      await sendKeys({ press: key });
      expect(focused(element), key).to.equal(item);
    }
  });

  it('closes by Escape and gives the focus back', async () => {
    const element = await cards();
    await openBy(element, 'Enter');
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(partOf(element, 'menu').matches(':popover-open')).to.equal(false);
    expect(partOf(element, 'menu-button').matches(':focus')).to.equal(true);
    expect(partOf(element, 'menu-button').getAttribute('aria-expanded')).to.equal('false');
  });

  it('closes when Tab leaves it', async () => {
    const element = await cards();
    await openBy(element, 'Enter');
    await sendKeys({ press: 'Tab' });
    expect(partOf(element, 'menu').matches(':popover-open')).to.equal(false);
  });

  it('holds nothing before it is first wanted', async () => {
    const element = await cards();
    expect(partsOf(element, 'menu-item')).to.have.length(0);
    await openMenu(element);
    expect(partsOf(element, 'menu-item').map(heardText)).to.deep.equal([
      'View as table',
      'Download CSV',
    ]);
  });

  it('is accessible', async () => {
    const element = await cards();
    await expectAccessible(element);
    await openMenu(element);
    await expectAccessible(element);
  });
});
