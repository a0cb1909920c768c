import { expect } from '@open-wc/testing';
import { heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import {
  aiUsageAnswer,
  aiUsageOf,
  emptyAiUsage,
  smallAiUsage,
} from '../testing/fixtures/ai-usage-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import type { AiUsageOverview } from './ai-usage-overview.js';
import './define.js';

describe('<ai-usage-overview>', () => {
  atFixtureTime();
  const states = new States<AiUsageOverview>('ai-usage-overview', {
    ready: aiUsageAnswer,
    empty: emptyAiUsage,
  });

  const rowsOf = (element: Element) => partsOf(element, 'bar-row').map(seenText);

  it('shows cost and tokens', async () => {
    const element = await states.ready();
    expect(seenText(partOf(element, 'facts'))).to.equal(
      'Cost $129.40 US dollars Tokens 8.4m $15.35 per million',
    );
    expect(partsOf(element, 'figure').map(heardText)).to.deep.equal(['$129.401238', '8,431,207']);
  });

  it('lists the dearest features, and the others as one, so that all add up', async () => {
    const element = await states.ready();
    expect(rowsOf(element)).to.deep.equal([
      'Text agent $61.20 47.3%',
      'Call summaries $38.12 29.4%',
      'Transcription $20.41 15.8%',
      '4 more features $9.67 7.5%',
    ]);
    expect(heardText(partsOf(element, 'bar-row')[3] as Element)).to.equal(
      '4 more features $9.668956 7.5%',
    );
  });

  it('opens the others and closes them, and keeps the focus', async () => {
    const element = await states.ready();
    const toggle = () => partOf(element, 'show-all');
    toggle().focus();
    expect(toggle().ariaExpanded).to.equal('false');
    toggle().click();
    await element.updateComplete;
    expect(rowsOf(element)).to.deep.equal([
      'Text agent $61.20 47.3%',
      'Call summaries $38.12 29.5%',
      'Transcription $20.41 15.8%',
      'Drafts of replies to long conversations $7.35 5.7%',
      'Translation $2.00 1.5%',
      'Sentiment $0.31 0.2%',
      'Tags <$0.01 <0.1%',
      'Show first 3',
    ]);
    expect(toggle().ariaExpanded).to.equal('true');
    expect(toggle().matches(':focus')).to.equal(true);
    toggle().click();
    await element.updateComplete;
    expect(rowsOf(element)).to.have.length(4);
    expect(toggle().matches(':focus')).to.equal(true);
  });

  it('has as many rows as the host wants, and no button when all fit', async () => {
    expect(rowsOf(await states.with({ data: aiUsageAnswer, rows: 7 }))).to.have.length(7);
    expect(rowsOf(await states.with({ data: aiUsageAnswer, rows: 0 }))).to.have.length(4);
    const small = await states.with({ data: smallAiUsage });
    expect(rowsOf(small)).to.deep.equal(['Text agent $0.40 80.4%', 'Drafts $0.10 19.6%']);
    expect(partsOf(small, 'show-all')).to.have.length(0);
  });

  it('takes the same room with few features', async () => {
    for (const width of [1280, 320]) {
      const { height } = (await states.ready({ width })).getBoundingClientRect();
      const small = await states.with({ data: smallAiUsage }, { width });
      expect(small.getBoundingClientRect().height).to.equal(height);
    }
  });

  it('writes what features are called as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const element = await states.with({ data: aiUsageOf(7, [['tags', name, 400_000]]) });
    expect(rowsOf(element)).to.deep.equal([`${name} $0.40 100.0%`]);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('shows the same numbers as a table', async () => {
    const rows = await tableOf(await states.ready());
    expect(rows.slice(0, 2)).to.deep.equal([
      ['Feature', 'Cost (USD)', 'Tokens'],
      ['Text agent', '$61.20487', '–'],
    ]);
    expect(rows).to.have.length(9);
    expect(rows.at(-1)).to.deep.equal(['Total', '$129.401238', '8,431,207']);
  });

  itHasSixStates(states, {
    slice: 'ai-usage-stats',
    widths: [1280, 600, 320],
    empty: 'No AI use in the last 30 days. Try a longer range.',
  });
});
