import { expect } from '@open-wc/testing';
import { hostileLinks } from '../testing/hostile/texts.js';
import { announceNavigation, expandUrl, safeUrl } from './links.js';

describe('safeUrl', () => {
  const safe = [
    'https://crm.example/contacts/1',
    'http://crm.example',
    'HTTPS://crm.example',
    'mailto:ana@crm.example',
    'tel:+4512345678',
    '/contacts/1',
    'contacts/1?tab=calls#top',
    '../contacts',
    '?tab=calls',
    '#top',
    '//crm.example/contacts',
    './javascript:alert(1)',
    '/redirect?to=javascript:alert(1)',
  ];
  for (const url of safe) {
    it(`gives ${JSON.stringify(url)} back`, () => {
      expect(safeUrl(url)).to.equal(url);
    });
  }

  const hostile = [
    ...hostileLinks.filter((link) => !link.includes('{')),
    'https://',
    'http://[',
    '',
    '   ',
    null,
    undefined,
  ];
  for (const url of hostile) {
    it(`refuses ${JSON.stringify(url)}`, () => {
      expect(safeUrl(url)).to.equal(undefined);
    });
  }
});

describe('expandUrl', () => {
  it('fills placeholders, percent-encoded', () => {
    const url = expandUrl('https://crm.example/c/{id}?from={from}&again={id}', {
      id: 'a/b?c#d&e%f',
      from: '2026-03-02',
    });
    expect(url).to.equal(
      'https://crm.example/c/a%2Fb%3Fc%23d%26e%25f?from=2026-03-02&again=a%2Fb%3Fc%23d%26e%25f',
    );
  });

  it('leaves a template without placeholders alone', () => {
    expect(expandUrl('/inbox?filter=unanswered', {})).to.equal('/inbox?filter=unanswered');
  });

  for (const id of ['javascript:alert(1)', '//evil.example', '\\\\evil.example', '../admin']) {
    it(`keeps ${JSON.stringify(id)} inside the page's own address`, () => {
      const url = expandUrl('{id}', { id });
      expect(new URL(url ?? '', 'https://crm.example/app/').origin).to.equal('https://crm.example');
      expect(new URL(url ?? '', 'https://crm.example/app/').pathname).to.match(/^\/app\/[^/]+$/);
    });
  }

  for (const id of ['.', '..', '...', '', undefined, null, '\ud800']) {
    it(`makes no link of the value ${JSON.stringify(id)}`, () => {
      expect(expandUrl('/contacts/{id}/edit', { id })).to.equal(undefined);
    });
  }

  it('makes no link of a placeholder without a value, or with an inherited one', () => {
    expect(expandUrl('/contacts/{id}', {})).to.equal(undefined);
    expect(expandUrl('/contacts/{constructor}', {})).to.equal(undefined);
    expect(expandUrl('/contacts/{__proto__}', {})).to.equal(undefined);
  });

  it('makes no link of a template that is not safe', () => {
    expect(expandUrl('javascript:open("{id}")', { id: '1' })).to.equal(undefined);
    expect(expandUrl('{scheme}:alert(1)', { scheme: 'javascript' })).to.equal(undefined);
    expect(expandUrl(undefined, {})).to.equal(undefined);
  });
});

describe('announceNavigation', () => {
  const click = (init: MouseEventInit = {}) =>
    new MouseEvent('click', { cancelable: true, ...init });

  it('fires inlay-navigate with its detail, past shadow roots, and lets the link be followed', () => {
    const host = document.createElement('div');
    const events: CustomEvent[] = [];
    host.addEventListener('inlay-navigate', (event) => events.push(event as CustomEvent));
    const event = click();
    announceNavigation(host, event, { href: '/contacts/1', kind: 'contact' });
    expect(events.map(({ detail, bubbles, composed }) => ({ detail, bubbles, composed }))).to.eql([
      { detail: { href: '/contacts/1', kind: 'contact' }, bubbles: true, composed: true },
    ]);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('keeps the browser from following when the host prevents it', () => {
    const host = document.createElement('div');
    host.addEventListener('inlay-navigate', (event) => event.preventDefault());
    const event = click();
    announceNavigation(host, event, { href: '/contacts/1' });
    expect(event.defaultPrevented).to.equal(true);
  });

  for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
    it(`leaves a click with ${JSON.stringify(init)} to the browser`, () => {
      const host = document.createElement('div');
      host.addEventListener('inlay-navigate', (event) => event.preventDefault());
      const event = click(init);
      announceNavigation(host, event, { href: '/contacts/1' });
      expect(event.defaultPrevented).to.equal(false);
    });
  }
});
