import { expect } from '@open-wc/testing';
import { heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { emptyTextAgent, textAgentAnswer } from '../testing/fixtures/text-agent-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import './define.js';
import type { TextAgentPerformance } from './text-agent-performance.js';

describe('<text-agent-performance>', () => {
  atFixtureTime();
  const states = new States<TextAgentPerformance>('text-agent-performance', {
    ready: textAgentAnswer,
    empty: emptyTextAgent,
  });

  it('shows suggestions, and how often and how surely the agent replied', async () => {
    const element = await states.ready();
    expect(seenText(partOf(element, 'facts'))).to.equal('Suggestions 1,284 762 sent automatically');
    expect(partsOf(element, 'bar-row').map(seenText)).to.deep.equal([
      'Auto-reply rate 59.4%',
      'Average confidence 0.84',
      'Escalation rate 6.5%',
    ]);
    expect(partsOf(element, 'bar').map((bar) => bar.style.inlineSize)).to.deep.equal([
      '59.35%',
      '84.37%',
      '6.46%',
    ]);
  });

  it('reads rates and confidence exactly', async () => {
    const element = await states.ready();
    expect(partsOf(element, 'bar-row').map(heardText)).to.deep.equal([
      'Auto-reply rate 59.35%',
      'Average confidence 0.8437',
      'Escalation rate 6.46%',
    ]);
  });

  it('has a reason where a rate is missing', async () => {
    const data = { ...textAgentAnswer, avg_confidence: null };
    const element = await states.with({ data });
    expect(seenText(partsOf(element, 'bar-row')[1] as Element)).to.equal('Average confidence –');
    expect(partOf(element, 'no-value').ariaLabel).to.equal('No value. There was no suggestion.');
  });

  it('shows the same numbers as a table', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Figure', 'Value', 'Unit'],
      ['Suggestions', '1,284', ''],
      ['Sent automatically', '762', ''],
      ['Auto-reply rate', '59.35', '%'],
      ['Average confidence', '0.8437', ''],
      ['Escalations', '83', ''],
      ['Escalation rate', '6.46', '%'],
    ]);
  });

  itHasSixStates(states, {
    slice: 'text-agent-stats',
    widths: [1280, 600, 320],
    empty: 'No suggestions in the last 30 days. Try a longer range.',
  });
});
