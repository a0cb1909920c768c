import { expect } from '@open-wc/testing';
import { english, setWords, words } from './words.js';

describe('words', () => {
  afterEach(() => setWords({}));

  it('are replaced one by one', () => {
    setWords({ states: { retry: 'Noch einmal' } });
    expect(words().states.retry).to.equal('Noch einmal');
    expect(words().states.pause).to.equal(english.states.pause);
    expect(words().ranges).to.deep.equal(english.ranges);
  });

  it('name the range in which there is nothing, and what to do', () => {
    const { empty } = words().states;
    expect(empty('calls', 'last_7_days', '')).to.equal(
      'No calls in the last 7 days. Try a longer range.',
    );
    expect(empty('messages', 'today', '')).to.equal('No messages today. Try a longer range.');
    expect(empty('calls', 'custom', '1–14 Mar')).to.equal(
      'No calls in 1–14 Mar. Try a longer range.',
    );
    expect(empty('calls', 'all_time', '')).to.equal('No calls yet.');
    expect(empty('plans', null, '')).to.equal('No plans yet.');
  });
});
