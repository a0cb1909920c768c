import { expect } from '@open-wc/testing';
import { rangesWords } from './ranges.words.js';
import { statesWords } from './states.words.js';
import { setWords } from './wording.js';

describe('words', () => {
  afterEach(() => setWords({}));

  it('are replaced one by one', () => {
    setWords({ states: { retry: 'Noch einmal' } });
    expect(statesWords().retry).to.equal('Noch einmal');
    expect(statesWords().pause).to.equal('Pause updates');
    expect(rangesWords().today).to.equal('Today');
  });

  it('stay one object until they are replaced, and come back', () => {
    const before = statesWords();
    expect(statesWords()).to.equal(before);
    setWords({ states: { retry: 'Noch einmal' } });
    const after = statesWords();
    expect(after).not.to.equal(before);
    expect(statesWords()).to.equal(after);
    setWords({});
    expect(statesWords()).to.deep.equal(before);
  });

  it('name the range in which there is nothing, and what to do', () => {
    const { empty } = statesWords();
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
