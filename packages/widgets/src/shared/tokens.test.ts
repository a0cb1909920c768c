import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { contrast } from '../testing/contrast.js';
import { emulate } from '../testing/emulate.js';
import { channelTokens } from './channel-tokens.js';
import { tokens } from './tokens.js';

class TokenProbe extends LitElement {
  static override styles = [tokens, channelTokens];

  override render(): unknown {
    return html`<div class="container"><p>Probe</p></div>`;
  }
}
customElements.define('token-probe', TokenProbe);

const inner = (probe: Element) => probe.shadowRoot?.querySelector('p') as HTMLElement;

/** A token as a colour over the background that a page has. */
function colorOf(probe: Element, token: string, background: string): string {
  const text = inner(probe);
  text.style.color = `var(${token})`;
  const seen = getComputedStyle(text).color;
  text.style.color = `color-mix(in srgb, ${opaque(seen)}, ${background} ${100 - alphaOf(seen)}%)`;
  return getComputedStyle(text).color;
}

const alphaOf = (color: string) => Number(/\/ ([\d.]+)\)$/.exec(color)?.[1] ?? 1) * 100;
const opaque = (color: string) => color.replace(/ \/ [\d.]+\)$/, ')');

describe('tokens', () => {
  const pages = [
    { scheme: 'light', background: '#ffffff', text: '#111827' },
    { scheme: 'light', background: '#f8fafc', text: '#374151' },
    { scheme: 'dark', background: '#0b0f19', text: '#e5e7eb' },
    { scheme: 'dark', background: '#171717', text: '#fafafa' },
  ];

  for (const { scheme, background, text } of pages) {
    describe(`in a ${scheme} page, ${text} on ${background}`, () => {
      let probe: TokenProbe;

      beforeEach(async () => {
        const page = await fixture<HTMLElement>(html`<div><token-probe></token-probe></div>`);
        page.style.cssText = `color-scheme: ${scheme}; background: ${background}; color: ${text}`;
        probe = page.firstElementChild as TokenProbe;
      });

      for (const token of ['--_muted', '--_good', '--_warning', '--_poor', '--_accent']) {
        it(`${token} holds 4.5:1 as text`, () => {
          expect(contrast(colorOf(probe, token, background), background)).to.be.at.least(4.5);
        });
      }

      for (const token of ['--_calls', '--_sms', '--_email', '--_other', '--_focus']) {
        it(`${token} holds 3:1 as a shape`, () => {
          expect(contrast(colorOf(probe, token, background), background)).to.be.at.least(3);
        });
      }

      it('--_on-accent holds 4.5:1 on the accent', () => {
        const accent = colorOf(probe, '--_accent', background);
        expect(contrast(colorOf(probe, '--_on-accent', accent), accent)).to.be.at.least(4.5);
      });

      it('a popover’s surface holds 7:1 under the text', () => {
        const surface = colorOf(probe, '--_surface', background);
        expect(contrast(text, surface)).to.be.at.least(7);
      });
    });
  }

  it('a surface goes by the text where the page is dark and does not say so', async () => {
    const page = await fixture<HTMLElement>(html`<div><token-probe></token-probe></div>`);
    page.style.cssText = 'color-scheme: normal; background: #111827; color: #f9fafb';
    const surface = colorOf(page.firstElementChild as Element, '--_surface', '#111827');
    expect(contrast('#f9fafb', surface)).to.be.at.least(7);
  });

  it('are the host’s where it sets them', async () => {
    const page = await fixture<HTMLElement>(html`<div><token-probe></token-probe></div>`);
    const ours = {
      '--inlay-accent': '--_accent',
      '--inlay-good': '--_good',
      '--inlay-warning': '--_warning',
      '--inlay-poor': '--_poor',
      '--inlay-color-calls': '--_calls',
      '--inlay-color-sms': '--_sms',
      '--inlay-color-email': '--_email',
      '--inlay-color-other': '--_other',
      '--inlay-text-muted': '--_muted',
      '--inlay-card-border': '--_border',
      '--inlay-card-background': '--_card',
      '--inlay-surface': '--_surface',
      '--inlay-focus': '--_focus',
      '--inlay-on-accent': '--_on-accent',
    };
    const text = inner(page.firstElementChild as Element);
    for (const [host, own] of Object.entries(ours)) {
      page.style.setProperty(host, 'rgb(1, 2, 3)');
      text.style.color = `var(${own})`;
      expect(getComputedStyle(text).color, host).to.equal('rgb(1, 2, 3)');
      page.style.removeProperty(host);
    }
    page.style.setProperty('--inlay-text', 'rgb(4, 5, 6)');
    page.style.setProperty('--inlay-font-family', 'monospace');
    text.style.removeProperty('color');
    expect(getComputedStyle(text).color).to.equal('rgb(4, 5, 6)');
    expect(getComputedStyle(text).fontFamily).to.equal('monospace');
  });

  it('take font family and colour of the host, and nothing else that is inherited', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .hostile, .hostile * {
        color: rgb(10, 20, 30); font: italic 900 31px/3 fantasy; letter-spacing: 5px;
        text-transform: uppercase; text-align: right; text-indent: 40px; word-spacing: 9px;
        white-space: pre; text-shadow: 1px 1px red; font-variant: small-caps;
        word-break: break-all; hyphens: auto; cursor: wait; text-wrap: balance;
      }
    `);
    document.adoptedStyleSheets.push(sheet);
    try {
      const page = await fixture<HTMLElement>(
        html`<div class="hostile"><token-probe></token-probe></div>`,
      );
      const calm = await fixture<HTMLElement>(html`<div><token-probe></token-probe></div>`);
      const styleOf = (root: Element) =>
        getComputedStyle(inner(root.querySelector('token-probe') as Element));
      const [hostile, usual] = [styleOf(page), styleOf(calm)];
      expect(hostile.color).to.equal('rgb(10, 20, 30)');
      expect(hostile.fontFamily).to.equal('fantasy');
      for (const name of [
        'font-size',
        'font-style',
        'font-weight',
        'font-variant',
        'line-height',
        'letter-spacing',
        'text-transform',
        'text-align',
        'text-indent',
        'text-shadow',
        'word-spacing',
        'word-break',
        'white-space',
        'hyphens',
        'cursor',
        'text-wrap-style',
      ]) {
        expect(hostile.getPropertyValue(name), name).to.equal(usual.getPropertyValue(name));
      }
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('leave to the page what hides, takes pointers, follows its scheme, scrolls and prints', async () => {
    const page = await fixture<HTMLElement>(html`<div><token-probe></token-probe></div>`);
    const said: Record<string, string> = {
      visibility: 'hidden',
      'pointer-events': 'none',
      'color-scheme': 'dark',
      'accent-color': 'rgb(1, 2, 3)',
      'scrollbar-color': 'rgb(1, 2, 3) rgb(4, 5, 6)',
      'print-color-adjust': 'exact',
    };
    const style = getComputedStyle(inner(page.firstElementChild as Element));
    for (const [name, value] of Object.entries(said)) {
      expect(style.getPropertyValue(name), name).to.not.equal(value);
      page.style.setProperty(name, value);
      expect(style.getPropertyValue(name), name).to.equal(value);
    }
  });

  it('keep the direction of the page', async () => {
    const page = await fixture<HTMLElement>(html`<div dir="rtl"><token-probe></token-probe></div>`);
    expect(getComputedStyle(inner(page.firstElementChild as Element)).direction).to.equal('rtl');
  });

  it('are the system’s in forced colours, and still under reduced motion', async () => {
    const probe = await fixture<TokenProbe>(html`<token-probe></token-probe>`);
    const duration = () => getComputedStyle(probe).getPropertyValue('--_duration').trim();
    expect(duration()).to.equal('150ms');
    await emulate({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
    expect(duration()).to.equal('0s');
    const token = (name: string) => getComputedStyle(probe).getPropertyValue(name).trim();
    expect(['--_muted', '--_surface', '--_accent', '--_sms'].map(token)).to.deep.equal([
      'CanvasText',
      'Canvas',
      'Highlight',
      'Highlight',
    ]);
    await emulate({});
  });
});
