import { expect } from '@open-wc/testing';
import { Memo } from './memo.js';

describe('Memo', () => {
  it('makes a value anew only when what it is made of is another', () => {
    const memo = new Memo<string>();
    let made = 0;
    const answer = {};
    const of = (...from: unknown[]) => memo.of(from, () => `value ${++made}`);
    expect([of(answer, 1), of(answer, 1), of(answer, 2), of({}, 2)]).to.deep.equal([
      'value 1',
      'value 1',
      'value 2',
      'value 3',
    ]);
    expect(of(), 'of less').to.equal('value 4');
  });

  it('keeps a value that is nothing', () => {
    const memo = new Memo<undefined>();
    let made = 0;
    const make = () => void made++;
    memo.of([1], make);
    memo.of([1], make);
    expect(made).to.equal(1);
  });
});
