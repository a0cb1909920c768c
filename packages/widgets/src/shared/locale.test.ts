import { expect, fixture, html } from '@open-wc/testing';
import { resolveLocale } from './locale.js';

describe('resolveLocale', () => {
  let pageLang: string;

  beforeEach(() => {
    pageLang = document.documentElement.lang;
    document.documentElement.lang = 'pt-BR';
  });

  afterEach(() => {
    document.documentElement.lang = pageLang;
  });

  it('takes the preferred one, then the element’s, then what contains it', async () => {
    const outer = await fixture(html`<div lang="fr"><p lang="de"></p></div>`);
    const inner = outer.firstElementChild as Element;
    expect(resolveLocale(inner, 'en-gb')).to.equal('en-GB');
    expect(resolveLocale(inner)).to.equal('de');
    inner.removeAttribute('lang');
    expect(resolveLocale(inner)).to.equal('fr');
    outer.removeAttribute('lang');
    expect(resolveLocale(inner)).to.equal('pt-BR');
  });

  it('looks through shadow roots', async () => {
    const host = await fixture(html`<div lang="fr"></div>`);
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    expect(resolveLocale(inner)).to.equal('fr');
  });

  it('passes over an empty lang', async () => {
    const outer = await fixture(html`<div lang="fr"><p lang=""></p></div>`);
    expect(resolveLocale(outer.firstElementChild as Element)).to.equal('fr');
  });

  it('is the browser’s where the page has none, or one that is no locale', async () => {
    const element = await fixture(html`<p></p>`);
    document.documentElement.lang = 'not a locale!';
    expect(resolveLocale(element)).to.equal(navigator.language);
    document.documentElement.removeAttribute('lang');
    expect(resolveLocale(element)).to.equal(navigator.language);
    expect(resolveLocale(element, '%%')).to.equal(navigator.language);
  });
});
