import { expect } from '@open-wc/testing';
import { define } from './define.js';

describe('define', () => {
  it('leaves a tag that is taken as it is', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('define-test-taken', First);
    define('define-test-taken', Second);
    expect(customElements.get('define-test-taken')).to.equal(First);
  });

  it('gives a class that has a tag another one', () => {
    class Twice extends HTMLElement {}
    define('define-test-one', Twice);
    define('define-test-two', Twice);
    expect(customElements.get('define-test-one')).to.equal(Twice);
    expect(document.createElement('define-test-two')).to.be.instanceOf(Twice);
  });
});
