import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { messagingStats, stats, type RangedQuery } from '@inlay/sdk/contract';
import { LitElement } from 'lit';
import { busyStats, statsAnswer, type StatsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient, scriptedError } from '../testing/scripted-client.js';
import { SliceTask } from './slice-task.js';

class TaskHost extends LitElement {
  slice: typeof stats | typeof messagingStats = stats;
  client: ScriptedClient | undefined;
  query: RangedQuery | undefined = {};
  data: StatsAnswer | undefined;
  readonly task = new SliceTask<typeof stats | typeof messagingStats>(this, () => ({
    slice: this.slice,
    client: this.client,
    query: this.query,
    data: this.data,
  }));

  /** State and total, as in `ready 1467`; `…` behind it while more is on its way. */
  get shown(): string {
    const { state } = this.task;
    const total = 'answer' in state ? [(state.answer as StatsAnswer).total_calls] : [];
    const more = 'pending' in state && state.pending ? ['…'] : [];
    return [state.kind, ...total, ...more].join(' ');
  }

  async set(values: Partial<Pick<TaskHost, 'slice' | 'client' | 'query' | 'data'>>): Promise<void> {
    Object.assign(this, values);
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('task-host', TaskHost);

describe('SliceTask', () => {
  let client: ScriptedClient;
  let host: TaskHost;

  beforeEach(async () => {
    client = new ScriptedClient();
    host = await fixture<TaskHost>(html`<task-host></task-host>`);
  });

  it('is loading, and asks nobody, without a client or without a query', async () => {
    expect(host.shown).to.equal('loading');
    await host.set({ client, query: undefined });
    expect(host.shown).to.equal('loading');
    expect(client.requests).to.deep.equal([]);
    await host.set({ query: { time_range: 'today' } });
    expect(client.requests.map(({ query }) => query)).to.deep.equal([{ time_range: 'today' }]);
    expect(host.shown).to.equal('loading');
  });

  it('is ready from the first with data of the host, and fetches nothing', async () => {
    await host.set({ client, data: busyStats });
    expect(host.shown).to.equal('ready 56366');
    await host.task.refresh();
    expect(client.requests).to.deep.equal([]);
    await host.set({ data: undefined });
    expect(host.shown).to.equal('loading');
    expect(client.requests).to.have.length(1);
  });

  it('asks once while nothing that it asks for changes', async () => {
    await host.set({ client });
    await host.set({ query: {} });
    expect(client.requests).to.have.length(1);
    await client.last.answer(statsAnswer);
    await host.set({ query: {} });
    expect(host.shown).to.equal('ready 1467');
    expect(client.requests).to.have.length(1);
  });

  it('holds the answer of the old range until that of the new one is there', async () => {
    await host.set({ client });
    await client.last.answer(statsAnswer);
    await host.set({ query: { time_range: 'today' } });
    expect(host.shown).to.equal('ready 1467 …');
    await client.last.answer(busyStats);
    expect(host.shown).to.equal('ready 56366');
  });

  it('takes the answer to the latest question, whichever comes first', async () => {
    await host.set({ client, query: { time_range: 'today' } });
    const slow = client.last;
    await host.set({ query: { time_range: 'yesterday' } });
    expect(slow.signal?.aborted).to.equal(true);
    await client.last.answer(statsAnswer);
    await slow.answer(busyStats);
    expect(host.shown).to.equal('ready 1467');
  });

  it('drops what comes from a client that does not heed that it was given up', async () => {
    const settle: ((how: 'answer' | 'fail') => void)[] = [];
    client.get = () =>
      new Promise((resolve, reject) => {
        settle.push((how) =>
          how === 'answer' ? resolve(busyStats as never) : reject(new Error(how)),
        );
      });
    await host.set({ client, query: { time_range: 'today' } });
    await host.set({ query: { time_range: 'yesterday' } });
    await host.set({ query: {} });
    expect(settle).to.have.length(3);
    settle[0]?.('answer');
    settle[1]?.('fail');
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.shown).to.equal('loading');
    settle[2]?.('answer');
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.shown).to.equal('ready 56366');
  });

  it('keeps the answer when a later request fails, and gets over it', async () => {
    await host.set({ client });
    await client.last.answer(statsAnswer);
    const refreshed = host.task.refresh();
    expect(client.last.fresh).to.equal(true);
    await client.last.fail('timeout');
    await refreshed;
    expect(host.shown).to.equal('stale 1467');
    void host.task.refresh();
    expect(host.shown).to.equal('stale 1467 …');
    await client.last.answer(busyStats);
    expect(host.shown).to.equal('ready 56366');
  });

  it('forgets the answer when access is refused', async () => {
    await host.set({ client });
    await client.last.answer(statsAnswer);
    void host.task.refresh();
    await client.last.fail('denied');
    expect(host.shown).to.equal('denied');
    void host.task.refresh();
    await client.last.fail('timeout');
    expect(host.shown).to.equal('error');
  });

  it('stays with a refusal until there is an answer', async () => {
    await host.set({ client });
    await client.last.fail('denied');
    await host.set({ query: { time_range: 'today' } });
    expect(host.shown).to.equal('denied');
    await client.last.answer(statsAnswer);
    expect(host.shown).to.equal('ready 1467');
  });

  it('lets go of an error when something else is asked for, not when the same is', async () => {
    await host.set({ client });
    await client.last.fail('unavailable');
    expect(host.shown).to.equal('error');
    void host.task.refresh();
    expect(host.shown).to.equal('error …');
    await host.set({ query: { time_range: 'today' } });
    expect(host.shown).to.equal('loading');
  });

  it('forgets the answer when there is another client or another slice', async () => {
    await host.set({ client });
    await client.last.answer(statsAnswer);
    const other = new ScriptedClient();
    await host.set({ client: other });
    expect(host.shown).to.equal('loading');
    await other.last.answer(busyStats);
    await host.set({ slice: messagingStats });
    expect(host.shown).to.equal('loading');
    expect(other.last.slice).to.equal(messagingStats.name);
    await host.set({ client: undefined });
    expect(host.shown).to.equal('loading');
  });

  it('forgets the answer and asks again when the client has another reader', async () => {
    await host.set({ client });
    await client.last.answer(statsAnswer);
    client.changeIdentity();
    expect(host.shown).to.equal('loading');
    await host.updateComplete;
    expect(client.requests).to.have.length(2);
    await client.last.answer(busyStats);
    expect(host.shown).to.equal('ready 56366');
  });

  it('drops an answer that was on its way when the reader changed', async () => {
    await host.set({ client });
    const [old] = client.requests;
    client.changeIdentity();
    await host.updateComplete;
    await old?.answer(statsAnswer);
    expect(host.shown).to.equal('loading');
  });

  describe('disconnected', () => {
    it('aborts without an error, and asks again when connected', async () => {
      const heard: Event[] = [];
      host.addEventListener('inlay-error', (event) => heard.push(event));
      await host.set({ client });
      const parent = host.parentElement as HTMLElement;
      host.remove();
      expect(client.last.signal?.aborted).to.equal(true);
      await host.set({ query: { time_range: 'today' } });
      expect(client.requests).to.have.length(1);
      parent.append(host);
      await host.updateComplete;
      expect(client.requests).to.have.length(2);
      expect(client.last.query).to.deep.equal({ time_range: 'today' });
      await client.last.answer(statsAnswer);
      expect(host.shown).to.equal('ready 1467');
      expect(heard).to.deep.equal([]);
    });

    it('does not refresh', async () => {
      await host.set({ client });
      host.remove();
      await host.task.refresh();
      expect(client.requests).to.have.length(1);
    });

    it('holds no listener at the client, and one when connected again', async () => {
      await host.set({ client });
      expect(client.listenerCount).to.equal(1);
      const parent = host.parentElement as HTMLElement;
      host.remove();
      await Promise.resolve();
      expect(client.listenerCount).to.equal(0);
      parent.append(host);
      await host.updateComplete;
      expect(client.listenerCount).to.equal(1);
      await host.set({ client: new ScriptedClient() });
      expect(client.listenerCount).to.equal(0);
    });

    it('keeps the answer when it is only moved', async () => {
      await host.set({ client });
      await client.last.answer(statsAnswer);
      document.body.append(host);
      expect(host.shown).to.equal('ready 1467');
      await host.updateComplete;
      expect(host.shown).to.equal('ready 1467 …');
      expect(client.requests).to.have.length(2);
      host.remove();
    });

    it('keeps nothing that another reader could come back to', async () => {
      await host.set({ client });
      await client.last.answer(statsAnswer);
      const parent = host.parentElement as HTMLElement;
      host.remove();
      await Promise.resolve();
      client.changeIdentity();
      parent.append(host);
      expect(host.shown).to.equal('loading');
    });
  });

  describe('inlay-session-expired', () => {
    let heard: CustomEvent<{ error: Error }>[];
    const hear = (event: Event) => heard.push(event as CustomEvent<{ error: Error }>);

    beforeEach(async () => {
      heard = [];
      document.body.addEventListener('inlay-session-expired', hear);
      await host.set({ client });
    });

    afterEach(() => document.body.removeEventListener('inlay-session-expired', hear));

    it('tells once for all tasks of a client, and again after an answer', async () => {
      const error = scriptedError('unauthenticated');
      const other = await fixture<TaskHost>(html`<task-host></task-host>`);
      await other.set({ client });
      const [first, second] = client.requests;
      await second?.fail(error);
      await first?.fail(error);
      expect([host.shown, other.shown]).to.deep.equal(['error', 'error']);
      expect(heard.map(({ target, detail }) => [target, detail])).to.deep.equal([
        [other, { error }],
      ]);
      expect([heard[0]?.bubbles, heard[0]?.composed]).to.deep.equal([true, true]);
      void host.task.refresh();
      await client.last.fail('unauthenticated');
      expect(heard).to.have.length(1);
      void host.task.refresh();
      await client.last.answer(statsAnswer);
      void host.task.refresh();
      await client.last.fail('unauthenticated');
      expect([heard.length, host.shown]).to.deep.equal([2, 'stale 1467']);
    });

    it('tells of each client, and again of one whose reader has changed', async () => {
      await client.last.fail('unauthenticated');
      const second = new ScriptedClient();
      await host.set({ client: second });
      await second.last.fail('unauthenticated');
      expect(heard).to.have.length(2);
      second.changeIdentity();
      await host.updateComplete;
      await second.last.fail('unauthenticated');
      expect(heard).to.have.length(3);
    });

    it('does not take other failures for the end of the session', async () => {
      for (const kind of ['denied', 'timeout', 'unavailable', 'contract'] as const) {
        void host.task.refresh();
        await client.last.fail(kind);
      }
      expect(heard).to.deep.equal([]);
    });
  });

  describe('inlay-error', () => {
    it('bubbles, is composed and carries the error', async () => {
      await host.set({ client });
      const error = scriptedError('contract');
      const fired = oneEvent(document.body, 'inlay-error');
      await client.last.fail(error);
      const event = (await fired) as CustomEvent<{ error: Error }>;
      expect(event.detail.error).to.equal(error);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
      expect(host.task.announced).to.equal(true);
    });

    it('prevented, is not announced', async () => {
      host.addEventListener('inlay-error', (event) => event.preventDefault());
      await host.set({ client });
      await client.last.fail('timeout');
      expect(host.task.announced).to.equal(false);
    });

    it('carries an error even where something else was thrown', async () => {
      await host.set({ client });
      const fired = oneEvent(host, 'inlay-error');
      await client.last.fail('boom' as never);
      const event = (await fired) as CustomEvent<{ error: Error }>;
      expect(event.detail.error).to.be.instanceOf(Error);
      expect(host.shown).to.equal('error');
    });
  });
});
