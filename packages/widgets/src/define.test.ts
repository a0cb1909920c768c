import { expect } from '@open-wc/testing';
import { defineAll } from './define.js';
import { elements } from './elements.js';

describe('defineAll', () => {
  it('defines every element by its tag, and again without harm', () => {
    defineAll();
    defineAll();
    for (const [tag, element] of Object.entries(elements)) {
      expect(customElements.get(tag) === element, tag).to.equal(true);
    }
  });

  it('defines them once more under a prefix, and both work', () => {
    defineAll();
    defineAll({ prefix: 'acme-' });
    for (const [tag, element] of Object.entries(elements)) {
      expect(document.createElement(`acme-${tag}`), tag).to.be.instanceOf(element);
      expect(document.createElement(tag), tag).to.be.instanceOf(element);
    }
  });

  it('refuses a prefix that makes no tags, and names it', () => {
    for (const prefix of ['Acme-', '-', '9-', 'a b-']) {
      expect(() => defineAll({ prefix }), prefix).to.throw(
        SyntaxError,
        `prefix is ${JSON.stringify(prefix)}`,
      );
    }
  });
});
