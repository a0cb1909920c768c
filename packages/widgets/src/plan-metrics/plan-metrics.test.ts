import { expect } from '@open-wc/testing';
import { heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { emptyPlans, firstPlan, planAnswer } from '../testing/fixtures/plan-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import './define.js';
import type { PlanMetrics } from './plan-metrics.js';

describe('<plan-metrics>', () => {
  atFixtureTime();
  const states = new States<PlanMetrics>('plan-metrics', { ready: planAnswer, empty: emptyPlans });

  it('shows active plans, contacts in them and the completion rate', async () => {
    const element = await states.ready();
    expect(partsOf(element, 'figure').map(seenText)).to.deep.equal(['17', '1,342']);
    expect(seenText(partOf(element, 'facts'))).to.equal(
      'Active plans 17 of 46 plans Contacts in progress 1,342 In active plans',
    );
    expect(heardText(partOf(element, 'bar-row'))).to.equal('Completion rate 78.26%');
    expect(partOf(element, 'bar').style.inlineSize).to.equal('78.26%');
  });

  it('says when that was, and no range', async () => {
    const element = await states.ready();
    expect(seenText(partOf(element, 'status'))).to.equal('as of 14:05');
  });

  it('has a reason for no completion rate, and one plan', async () => {
    const element = await states.with({ data: firstPlan });
    expect(seenText(partOf(element, 'facts'))).to.contain('of 1 plan ');
    expect(partOf(element, 'no-value').ariaLabel).to.equal('No value. No plan has ended yet.');
    expect(partsOf(element, 'bar')).to.have.length(0);
  });

  it('shows the same numbers as a table', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Figure', 'Value', 'Unit'],
      ['Active plans', '17', ''],
      ['All plans', '46', ''],
      ['Contacts in progress', '1,342', ''],
      ['Completion rate', '78.26', '%'],
    ]);
  });

  itHasSixStates(states, {
    slice: 'plan-stats',
    widths: [1280, 600, 320],
    empty: 'No plans yet.',
    ranged: false,
  });
});
