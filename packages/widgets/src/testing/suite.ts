import { expect } from '@open-wc/testing';
import { expectAccessible } from './axe.js';
import { Clock } from './clock.js';
import { hasPart, heardText, partOf } from './dom.js';
import { generatedAt } from './fixtures/range.js';
import { chooseInMenu } from './menu.js';
import { ScriptedClient } from './scripted-client.js';
import { settled, type Fetching, type States } from './states.js';

/** An English page at the time at which the fixtures were made, for each test of a suite. */
export function atFixtureTime(): { readonly clock: Clock } {
  const page = { clock: undefined as unknown as Clock };
  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    page.clock = new Clock(generatedAt);
  });
  afterEach(() => page.clock.restore());
  return page;
}

/** What a suite of an element that shows a slice says of its states. */
export interface StatesSuite {
  /** The slice's `name`. */
  readonly slice: string;
  readonly widths: readonly number[];
  /** What the element says of an empty range. */
  readonly empty: string;
  /** Whether the sentence stands in the status line, beside zeros; else in place of the numbers. */
  readonly keepsZeros?: boolean;
  /** Whether the slice takes a range. */
  readonly ranged?: boolean;
}

/**
 * Tests that hold for every element that shows a slice: what it asks for, its six states, one size
 * in all of them, and axe in each.
 */
export function itHasSixStates<E extends Fetching>(
  states: States<E>,
  { slice, widths, empty, keepsZeros = false, ranged = true }: StatesSuite,
): void {
  it('asks for its slice with its own range and filters', async () => {
    const client = new ScriptedClient();
    await states.loading({ attributes: { 'time-range': 'today', 'phone-id': 'p1 p2' } }, client);
    const expected = ranged ? { time_range: 'today', phone_id: ['p1', 'p2'] } : {};
    expect([client.last.slice, client.last.query]).to.deep.equal([slice, expected]);
    expect(client.requests).to.have.length(1);
  });

  it('says that there is nothing', async () => {
    const element = await states.empty();
    const part = partOf(element, keepsZeros ? 'status' : 'empty');
    expect(heardText(part)).to.equal(empty);
  });

  it('is a silent skeleton until the first answer', async () => {
    const element = await states.loading();
    expect(partOf(element, 'body').ariaBusy).to.equal('true');
    expect(heardText(partOf(element, 'body'))).to.equal('Loading');
  });

  it('says what failed, and asks again on Retry', async () => {
    const client = new ScriptedClient();
    const element = await states.failed('timeout', {}, client);
    expect(heardText(partOf(element, 'error'))).to.equal(
      'The statistics took too long to answer. Retry Request req-7f3a',
    );
    partOf(element, 'retry').click();
    expect((await client.arrival(2)).fresh).to.equal(true);
  });

  it('shows a lock and no Retry to a reader without access', async () => {
    const element = await states.failed('denied');
    expect(heardText(partOf(element, 'denied'))).to.equal(
      'You don’t have access to these statistics.',
    );
    expect(hasPart(element, 'retry')).to.equal(false);
  });

  it('keeps old numbers and says how old', async () => {
    const element = await states.stale();
    expect(heardText(partOf(element, 'stale'))).to.match(/^Not updated since 14:05/);
  });

  describe('takes the same room in every state', () => {
    for (const width of widths) it(`at ${width} px`, () => states.expectOneSize(width));
  });

  describe('is accessible', () => {
    for (const [state, make] of Object.entries(states.all)) {
      it(`when ${state}`, async () => expectAccessible(await make()));
    }
  });

  it('overflows at no width', async () => {
    for (const width of [200, 320, 768, 1280]) {
      const element = await states.ready({ width });
      const box = element.shadowRoot?.firstElementChild as HTMLElement;
      expect(box.scrollWidth, `${width} px`).to.be.at.most(box.clientWidth);
    }
  });
}

/** What "View as table" shows, row by row, as it is heard. */
export async function tableOf(element: Fetching): Promise<string[][]> {
  await chooseInMenu(element, 'view-table');
  await settled(element);
  const rows = partOf(element, 'table-view').querySelectorAll('[role=row]');
  return [...rows].map((row) =>
    [...row.querySelectorAll('[role=columnheader], [role=rowheader], [role=cell]')].map((cell) =>
      heardText(cell.querySelector('.long') ?? cell),
    ),
  );
}
