import { expect, fixture, html } from '@open-wc/testing';
import { planStats, stats, type AnswerOf } from '@inlay/sdk/contract';
import { Clock } from '../testing/clock.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { generatedAt } from '../testing/fixtures/range.js';
import { busyStats, emptyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { cardStyles } from './card.styles.js';
import { StatsElement } from './stats-element.js';
import { tokens } from './tokens.js';

class TotalOfCalls extends StatsElement<typeof stats> {
  static override styles = [tokens, cardStyles];
  protected readonly slice = stats;
  protected readonly metrics: readonly string[] = [];
  protected readonly defaultHeading = 'Calls';
  protected readonly things = 'calls';

  protected override isEmpty(answer: AnswerOf<typeof stats>): boolean {
    return answer.total_calls === 0;
  }

  protected override renderSkeleton(): unknown {
    return html`<p>…</p>`;
  }

  protected override renderAnswer(answer: AnswerOf<typeof stats>): unknown {
    return html`<p>${answer.total_calls}</p>`;
  }
}
customElements.define('total-of-calls', TotalOfCalls);

class PlansNow extends StatsElement<typeof planStats> {
  protected readonly slice = planStats;
  protected readonly metrics: readonly string[] = [];
  protected readonly defaultHeading = 'Plans';
  protected readonly things = 'plans';

  protected override renderSkeleton(): unknown {
    return '…';
  }

  protected override renderAnswer(answer: AnswerOf<typeof planStats>): unknown {
    return answer.active_plans;
  }
}
customElements.define('plans-now', PlansNow);

describe('an element of a slice', () => {
  let clock: Clock;
  let client: ScriptedClient;

  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    clock = new Clock(generatedAt);
    client = new ScriptedClient();
  });

  afterEach(() => {
    clock.restore();
  });

  const make = () =>
    fixture<TotalOfCalls>(html`<total-of-calls .client=${client}></total-of-calls>`);
  const bodyOf = (element: Element) => seenText(partOf(element, 'body'));
  const said = (element: Element) =>
    seenText(element.shadowRoot?.querySelector('[role=status]') as Element);

  async function ready(): Promise<TotalOfCalls> {
    const element = await make();
    await client.last.answer(statsAnswer);
    await element.updateComplete;
    return element;
  }

  it('is a named group with a heading of a level that the host sets', async () => {
    const element = await ready();
    const heading = partOf(element, 'heading');
    expect([seenText(heading), heading.getAttribute('aria-level')]).to.deep.equal(['Calls', '3']);
    expect(partOf(element, 'card').getAttribute('aria-label')).to.equal('Calls');
    element.heading = 'Calls of Ines';
    element.headingLevel = 2;
    await element.updateComplete;
    expect(heading.getAttribute('aria-level')).to.equal('2');
    expect(partOf(element, 'card').getAttribute('aria-label')).to.equal('Calls of Ines');
    element.setAttribute('heading-level', '9');
    await element.updateComplete;
    expect(heading.getAttribute('aria-level')).to.equal('6');
    element.heading = '';
    await element.updateComplete;
    expect(hasPart(element, 'heading')).to.equal(false);
    expect(partOf(element, 'card').getAttribute('aria-label')).to.equal('Calls');
  });

  it('says in one sentence that there is nothing', async () => {
    const element = await make();
    await client.last.answer(emptyStats);
    await element.updateComplete;
    expect(seenText(partOf(element, 'empty'))).to.equal(
      'No calls in the last 30 days. Try a longer range.',
    );
  });

  it('names what failed in the reader’s words, whatever kind it is', async () => {
    const sentences = {
      unauthenticated: 'Your session has ended. Sign in again to see these numbers.',
      invalid: 'These numbers can’t be shown with the chosen range or filters.',
      rate_limited: 'Too many requests right now. Try again in a moment.',
      unavailable: 'The statistics can’t be reached right now.',
      timeout: 'The statistics took too long to answer.',
      contract: 'The statistics came back in a form that can’t be read.',
    } as const;
    for (const [kind, sentence] of Object.entries(sentences)) {
      client = new ScriptedClient();
      const element = await make();
      await client.last.fail(kind as keyof typeof sentences);
      await element.updateComplete;
      expect(seenText(partOf(element, 'error').querySelector('p') as Element)).to.equal(sentence);
      expect(said(element)).to.equal(sentence);
      expect(hasPart(element, 'expired')).to.equal(kind === 'unauthenticated');
    }
  });

  it('shows no request id where there is none, and not a word of a foreign error', async () => {
    const element = await make();
    await client.last.fail(new Error('token=secret'));
    await element.updateComplete;
    expect(bodyOf(element)).to.contain('These numbers couldn’t be loaded.');
    expect(element.shadowRoot?.textContent).to.not.contain('secret');
    expect(hasPart(element, 'request-id')).to.equal(false);
  });

  it('marks numbers that are about to change, and leaves them in place', async () => {
    const element = await ready();
    element.timeRange = 'today';
    await element.updateComplete;
    expect(bodyOf(element)).to.equal('1467');
    expect(partOf(element, 'body').getAttribute('aria-busy')).to.equal('true');
    await client.last.answer(busyStats);
    await element.updateComplete;
    expect(bodyOf(element)).to.equal('56366');
    expect(partOf(element, 'body').getAttribute('aria-busy')).to.equal('false');
  });

  it('writes the range of the numbers, not of the question', async () => {
    const element = await ready();
    element.timeRange = 'today';
    await element.updateComplete;
    expect(seenText(partOf(element, 'status'))).to.equal('22 Oct – 20 Nov · as of 14:05');
  });

  it('moves its time on when the server says that nothing has changed', async () => {
    const element = await ready();
    const timeOf = () => partOf(element, 'status').querySelector('time');
    const made = Date.parse(timeOf()?.dateTime ?? '');
    const refreshed = element.refresh();
    client.confirmedMs = 7 * 60_000;
    await client.last.answer(statsAnswer);
    await refreshed;
    expect(seenText(partOf(element, 'status'))).to.equal('22 Oct – 20 Nov · as of 14:12');
    expect(Date.parse(timeOf()?.dateTime ?? '') - made).to.equal(7 * 60_000);
    void element.refresh();
    await client.last.fail('timeout');
    await element.updateComplete;
    expect(seenText(partOf(element, 'stale'))).to.equal(
      'Not updated since 14:12 · 22 Oct – 20 Nov',
    );
  });

  it('asks a slice without a range for nothing but itself', async () => {
    const element = await fixture<PlansNow>(html`
      <plans-now .client=${client} time-range="today" phone-id="p1"></plans-now>
    `);
    await element.updateComplete;
    expect(client.requests.map(({ slice, query }) => ({ slice, query }))).to.deep.equal([
      { slice: 'plan-stats', query: {} },
    ]);
  });

  describe('says failures to screen readers', () => {
    it('once each, in a region that was there before', async () => {
      const element = await make();
      const region = element.shadowRoot?.querySelector('[role=status]');
      expect(said(element)).to.equal('');
      await client.last.fail('timeout');
      await element.updateComplete;
      expect(said(element)).to.equal('The statistics took too long to answer.');
      expect(element.shadowRoot?.querySelector('[role=status]') === region).to.equal(true);
    });

    it('not when numbers come as they should', async () => {
      const element = await ready();
      expect(said(element)).to.equal('');
      void element.refresh();
      await client.last.answer(busyStats);
      await element.updateComplete;
      expect(said(element)).to.equal('');
    });

    it('not when the host tells of them itself', async () => {
      const element = await make();
      element.addEventListener('inlay-error', (event) => event.preventDefault());
      await client.last.fail('timeout');
      await element.updateComplete;
      expect(said(element)).to.equal('');
      expect(hasPart(element, 'error')).to.equal(true);
    });
  });

  describe('Retry', () => {
    async function failed(): Promise<TotalOfCalls> {
      const element = await make();
      await client.last.fail('timeout');
      await element.updateComplete;
      return element;
    }

    it('asks once, however often it is pressed', async () => {
      const element = await failed();
      for (let press = 0; press < 3; press++) {
        partOf(element, 'retry').click();
        await element.updateComplete;
      }
      expect(client.requests).to.have.length(2);
      expect(partOf(element, 'retry').getAttribute('aria-disabled')).to.equal('true');
      await client.last.fail('timeout');
      await element.updateComplete;
      expect(partOf(element, 'retry').hasAttribute('aria-disabled')).to.equal(false);
    });

    it('keeps the focus, and hands it to the card when it goes', async () => {
      const element = await failed();
      const retry = partOf(element, 'retry');
      retry.focus();
      retry.click();
      await element.updateComplete;
      expect(retry.matches(':focus')).to.equal(true);
      await client.last.answer(statsAnswer);
      await element.updateComplete;
      const card = partOf(element, 'card');
      expect(card.matches(':focus')).to.equal(true);
      card.blur();
      expect(card.hasAttribute('tabindex')).to.equal(false);
    });

    it('does not take the focus from elsewhere', async () => {
      const element = await failed();
      const other = document.createElement('button');
      document.body.append(other);
      other.focus();
      partOf(element, 'retry').click();
      await client.last.answer(statsAnswer);
      await element.updateComplete;
      expect(document.activeElement === other).to.equal(true);
      other.remove();
    });
  });

  describe('refreshing itself', () => {
    it('asks past the caches at each interval, and keeps its numbers meanwhile', async () => {
      const element = await ready();
      clock.holdTimers();
      element.setAttribute('refresh-interval', '30');
      await element.updateComplete;
      await clock.advance(30_000);
      expect(client.requests.map(({ fresh }) => fresh)).to.deep.equal([false, true]);
      await element.updateComplete;
      expect(bodyOf(element)).to.equal('1467');
      element.remove();
    });

    it('can be paused and resumed by the reader', async () => {
      const element = await ready();
      expect(hasPart(element, 'pause')).to.equal(false);
      clock.holdTimers();
      element.refreshInterval = 30;
      await element.updateComplete;
      await element.updateComplete;
      const button = partOf(element, 'pause');
      expect(button.getAttribute('aria-label')).to.equal('Pause updates');
      button.click();
      await element.updateComplete;
      expect(button.getAttribute('aria-label')).to.equal('Resume updates');
      await clock.advance(120_000);
      expect(client.requests).to.have.length(1);
      button.click();
      await element.updateComplete;
      await clock.advance(0);
      expect(client.requests).to.have.length(2);
      element.remove();
    });
  });

  it('is hidden by hidden, whatever the host’s display', async () => {
    const element = await ready();
    element.style.display = 'grid';
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('leaves nothing behind when mounted and unmounted a hundred times', async () => {
    const before = partsOf(document.body, 'card').length;
    for (let turn = 0; turn < 100; turn++) {
      const element = document.createElement('total-of-calls') as TotalOfCalls;
      element.client = client;
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    await Promise.resolve();
    expect(client.listenerCount).to.equal(0);
    expect(client.requests.every(({ signal }) => signal?.aborted)).to.equal(true);
    expect(partsOf(document.body, 'card').length).to.equal(before);
  });

  it('reads its state to screen readers while it loads', async () => {
    const element = await make();
    expect(heardText(partOf(element, 'body'))).to.equal('Loading');
  });
});
