import { createClient } from '@inlay/sdk/client';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { defineAll } from '../../define.js';
import { sections } from '../../stats-dashboard/sections.js';
import { hasPart } from '../dom.js';
import { settled, type Fetching } from '../states.js';

/** What `/faults/…` of the test server does with every request. */
const faults = [
  'reset',
  'black-hole',
  'stall',
  'truncation',
  'page',
  'error-page',
  'retry-after-huge',
  'retry-after-negative',
  'retry-after-date',
  'retry-after-garbage',
] as const;

const isFetching = (tag: string) => tag !== 'time-range-selector' && tag !== 'quick-actions';

describe('over a broken connection', () => {
  const thrown: Event[] = [];
  const note = (event: Event) => thrown.push(event);

  before(() => {
    defineAll();
    for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, note);
  });

  after(() => {
    for (const type of ['error', 'unhandledrejection']) window.removeEventListener(type, note);
  });

  for (const fault of faults) {
    it(`every element says so, and throws nothing into the page: ${fault}`, async () => {
      const client = createClient({
        baseUrl: `${location.origin}/faults/${fault}`,
        getToken: async () => 'opaque-token-of-a-reader',
        deadlineMs: 1_000,
        retryDelayMs: 10,
      });
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const tags = Object.keys(sections).filter(isFetching);
      const elements = tags.map((tag) => document.createElement(tag) as Fetching);
      const failures = elements.map((element) => oneEvent(element, 'inlay-error'));
      for (const element of elements) element.client = client;
      box.append(...elements);
      await Promise.all(failures);
      await Promise.all(elements.map(settled));
      for (const element of elements) {
        const shown = [hasPart(element, 'error'), hasPart(element, 'skeleton')];
        expect(shown, element.localName).to.deep.equal([true, false]);
        expect(element.shadowRoot?.textContent).to.not.contain('opaque-token');
      }
      expect(thrown).to.deep.equal([]);
    });
  }
});
