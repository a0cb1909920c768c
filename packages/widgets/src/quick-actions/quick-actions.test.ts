import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { expectAccessible } from '../testing/axe.js';
import { heardText, partOf, partsOf } from '../testing/dom.js';
import { atFixtureTime } from '../testing/suite.js';
import './define.js';
import type { QuickActionNavigation, QuickActions } from './quick-actions.js';

describe('<quick-actions>', () => {
  atFixtureTime();

  const actionsOf = (element: Element) =>
    partsOf(element, 'action').map((action) => `${action.localName} ${heardText(action)}`);

  async function allLinks(): Promise<QuickActions> {
    return fixture(html`
      <quick-actions
        add-phone-href="/phones/new"
        create-agent-href="https://crm.example/agents/new"
        upload-document-href="docs?upload"
      ></quick-actions>
    `);
  }

  async function firedBy(element: QuickActions, part: string) {
    const fired = oneEvent(document.body, 'inlay-navigate');
    partOf(element, part).click();
    return (await fired) as CustomEvent<QuickActionNavigation>;
  }

  it('are buttons without addresses, and links with them', async () => {
    expect(actionsOf(await fixture(html`<quick-actions></quick-actions>`))).to.deep.equal([
      'button Add phone number',
      'button Create agent',
      'button Upload document',
    ]);
    const links = await allLinks();
    expect(actionsOf(links)).to.deep.equal([
      'a Add phone number',
      'a Create agent',
      'a Upload document',
    ]);
    expect(partsOf(links, 'action').map((link) => link.getAttribute('href'))).to.deep.equal([
      '/phones/new',
      'https://crm.example/agents/new',
      'docs?upload',
    ]);
    expect(partOf(links, 'actions').ariaLabel).to.equal('Quick actions');
  });

  it('are those that the host names, in its order, and no others', async () => {
    const element = await fixture<QuickActions>(
      html`<quick-actions actions="upload-document, add-phone toString add-phone"></quick-actions>`,
    );
    expect(actionsOf(element)).to.deep.equal(['button Upload document', 'button Add phone number']);
    element.actions = '';
    await element.updateComplete;
    expect(actionsOf(element)).to.deep.equal([]);
  });

  it('ask the host across shadow roots', async () => {
    const element = await fixture<QuickActions>(html`<quick-actions></quick-actions>`);
    const event = await firedBy(element, 'create-agent');
    expect(event.target).to.equal(element);
    expect(event.cancelable).to.equal(true);
    expect(event.detail).to.deep.equal({ target: 'create-agent', href: null });
  });

  it('announce a link, which the host may follow by itself', async () => {
    const element = await allLinks();
    let followed: boolean | undefined;
    element.addEventListener('inlay-navigate', (event) => event.preventDefault());
    element.addEventListener('click', (event) => (followed = !event.defaultPrevented));
    const { detail } = await firedBy(element, 'add-phone');
    expect(detail).to.deep.equal({ target: 'add-phone', href: '/phones/new' });
    expect(followed).to.equal(false);
  });

  for (const href of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '']) {
    it(`make no link of ${JSON.stringify(href)}`, async () => {
      const element = await fixture<QuickActions>(html`<quick-actions></quick-actions>`);
      element.addPhoneHref = href;
      await element.updateComplete;
      expect(partOf(element, 'add-phone').localName).to.equal('button');
    });
  }

  for (const [width, rows] of [
    [600, 1],
    [320, 1],
    [200, 3],
  ] as const) {
    it(`stand in ${rows} ${rows === 1 ? 'row' : 'rows'} at ${width} px, large enough to press`, async () => {
      const element = await allLinks();
      element.style.width = `${width}px`;
      const boxes = partsOf(element, 'action').map((action) => action.getBoundingClientRect());
      expect(new Set(boxes.map(({ top }) => top)).size).to.equal(rows);
      for (const { height } of boxes) expect(height).to.be.at.least(32);
      for (const action of partsOf(element, 'action')) {
        expect(action.scrollWidth).to.be.at.most(action.clientWidth);
      }
    });
  }

  it('are accessible', async () => {
    await expectAccessible(await allLinks());
    await expectAccessible(await fixture(html`<quick-actions></quick-actions>`));
  });
});
