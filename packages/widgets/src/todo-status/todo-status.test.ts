import { expect } from '@open-wc/testing';
import { partOf, partsOf, seenText } from '../testing/dom.js';
import { busyStats, emptyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import './define.js';
import type { TodoStatus } from './todo-status.js';

describe('<todo-status>', () => {
  atFixtureTime();
  const states = new States<TodoStatus>('todo-status', { ready: statsAnswer, empty: emptyStats });

  const rowsOf = (element: Element) => partsOf(element, 'bar-row').map(seenText);
  const lengthsOf = (element: Element) =>
    partsOf(element, 'bar').map((bar) => bar.style.inlineSize);

  it('lists all four statuses in order, with counts and shares that add up', async () => {
    const element = await states.ready();
    expect(rowsOf(element)).to.deep.equal([
      'Pending 21 18.9%',
      'In progress 7 6.3%',
      'Completed 78 70.3%',
      'Canceled 5 4.5%',
    ]);
    expect(partOf(element, 'bars').ariaLabel).to.equal('To-dos by status');
    expect(seenText(partOf(element, 'facts'))).to.equal('Total 111 28 open');
  });

  it('draws each bar as long as its share', async () => {
    const lengths = lengthsOf(await states.ready()).map((length) => parseFloat(length));
    const expected = [21, 7, 78, 5].map((count) => (count / 111) * 100);
    for (const [index, length] of lengths.entries()) {
      expect(length).to.be.closeTo(expected[index] ?? NaN, 0.001);
    }
    expect(lengths).to.have.length(4);
  });

  it('lists a status without to-dos, without a bar, whatever the order of the answer', async () => {
    const data = {
      ...statsAnswer,
      total_todos: 4,
      todo_status_counts: [
        { status: 'completed' as const, count: 4 },
        { status: 'pending' as const, count: 0 },
        { status: 'in_progress' as const, count: 0 },
        { status: 'canceled' as const, count: 0 },
      ],
    };
    const element = await states.with({ data });
    expect(rowsOf(element)).to.deep.equal([
      'Pending 0 0.0%',
      'In progress 0 0.0%',
      'Completed 4 100.0%',
      'Canceled 0 0.0%',
    ]);
    expect(lengthsOf(element)).to.deep.equal(['100%']);
  });

  it('writes large counts in full beside a compact total', async () => {
    const data = { ...busyStats, total_todos: 12_431 };
    expect(seenText(partOf(await states.with({ data }), 'figure'))).to.equal('12.4k');
  });

  it('shows the same numbers as a table', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Status', 'To-dos', 'Share'],
      ['Pending', '21', '18.9%'],
      ['In progress', '7', '6.3%'],
      ['Completed', '78', '70.3%'],
      ['Canceled', '5', '4.5%'],
    ]);
  });

  itHasSixStates(states, {
    slice: 'stats',
    widths: [1280, 600, 320],
    empty: 'No to-dos in the last 30 days. Try a longer range.',
  });
});
