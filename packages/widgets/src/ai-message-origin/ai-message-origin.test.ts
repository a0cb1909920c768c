import { expect } from '@open-wc/testing';
import { heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import {
  aiOriginAnswer,
  aiOriginOf,
  emptyAiOrigin,
  handwritten,
} from '../testing/fixtures/ai-message-origin-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import type { AiMessageOrigin } from './ai-message-origin.js';
import './define.js';

describe('<ai-message-origin>', () => {
  atFixtureTime();
  const states = new States<AiMessageOrigin>('ai-message-origin', {
    ready: aiOriginAnswer,
    empty: emptyAiOrigin,
  });

  const rowsOf = (element: Element) => partsOf(element, 'bar-row').map(seenText);

  it('shows how many messages AI composed, and their share of all outbound', async () => {
    const element = await states.ready();
    expect(seenText(partOf(element, 'facts'))).to.equal(
      'Composed by AI 738 of 2,115 outbound AI share 34.9% Of all outbound',
    );
    expect(partsOf(element, 'figure').map(heardText)).to.deep.equal(['738', '34.9%']);
  });

  it('lists the features, most first, with shares that add up', async () => {
    expect(rowsOf(await states.ready())).to.deep.equal([
      'Text agent 412 55.8%',
      'Drafts 205 27.8%',
      'Campaigns 118 16.0%',
      'Translation 3 0.4%',
    ]);
  });

  it('sums up what does not fit', async () => {
    const data = aiOriginOf(90, [
      ['a', 'A', 10],
      ['b', 'B', 5],
      ['c', 'C', 4],
      ['d', 'D', 3],
      ['e', 'E', 2],
    ]);
    const element = await states.with({ data });
    expect(rowsOf(element).at(-1)).to.equal('2 more features 5 20.8%');
    element.rows = 2;
    await element.updateComplete;
    expect(rowsOf(element)).to.deep.equal(['A 10 41.7%', '4 more features 14 58.3%']);
  });

  it('says that people wrote all of them, in the same room', async () => {
    const element = await states.with({ data: handwritten });
    expect(seenText(partOf(element, 'none'))).to.equal('All of them were written by people.');
    expect(partsOf(element, 'figure').map(seenText)).to.deep.equal(['0', '0%']);
    const { height } = (await states.ready()).getBoundingClientRect();
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('shows the same numbers as a table', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Feature', 'Messages', 'Share of outbound'],
      ['Text agent', '412', '–'],
      ['Drafts', '205', '–'],
      ['Campaigns', '118', '–'],
      ['Translation', '3', '–'],
      ['Total', '738', '34.9%'],
    ]);
  });

  itHasSixStates(states, {
    slice: 'ai-message-origin-stats',
    widths: [1280, 600, 320],
    empty: 'No outbound messages in the last 30 days. Try a longer range.',
  });
});
