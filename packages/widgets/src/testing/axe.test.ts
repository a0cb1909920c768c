import { expect, fixture, html } from '@open-wc/testing';
import { expectAccessible } from './axe.js';
import { emulate } from './emulate.js';

async function failureOf(element: HTMLElement): Promise<string> {
  try {
    await expectAccessible(element);
    return '';
  } catch (error) {
    const { message, actual } = error as { message: string; actual: string[] };
    return `${message} ${actual.join()}`;
  }
}

describe('expectAccessible', () => {
  it('lets pass what is right', async () => {
    expect(await failureOf(await fixture(html`<p>Calls</p>`))).to.equal('');
  });

  it('finds a button without a name, in a shadow root too', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.attachShadow({ mode: 'open' }).append(document.createElement('button'));
    expect(await failureOf(host))
      .to.contain('light')
      .and.contain('button-name');
  });

  it('finds text that pales in the dark alone', async () => {
    const text = await fixture<HTMLElement>(html`<p>Calls</p>`);
    text.style.color = 'light-dark(#111827, #1f2937)';
    expect(await failureOf(text))
      .to.contain('dark')
      .and.contain('color-contrast');
  });

  it('leaves the page as it was', async () => {
    document.body.style.marginTop = '3px';
    await expectAccessible(await fixture(html`<p>Calls</p>`));
    expect(document.body.getAttribute('style')).to.equal('margin-top: 3px;');
    expect(document.body.hasAttribute('dir')).to.equal(false);
    document.body.removeAttribute('style');
  });
});

it('a page can be put into forced colours and out of them', async () => {
  const forced = matchMedia('(forced-colors: active)');
  await emulate({ 'forced-colors': 'active' });
  expect(forced.matches).to.equal(true);
  await emulate({});
  expect(forced.matches).to.equal(false);
});

it('the reader’s zone is another one than the organization’s', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.match(/^Asia\/Kat(h)?mandu$/);
});
