import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createClient, type GetToken } from '@inlay/sdk/client';
import { messagingStats, stats, type Slice } from '@inlay/sdk/contract';
import type { KpiCards } from '../kpi-cards/kpi-cards.js';
import { StatsElement } from '../shared/stats-element.js';
import { expectAccessible } from '../testing/axe.js';
import { hasPart, partsOf, seenText } from '../testing/dom.js';
import { busyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { configure } from './configure.js';
import { setPageClient } from './page-client.js';
import { StatsProvider } from './stats-provider.js';
import '../kpi-cards/define.js';
import './define.js';

/** Shows how many calls there are, and nothing else. */
class CallTotal<S extends Slice = typeof stats> extends StatsElement<S> {
  protected readonly slice = stats as unknown as S;
  protected readonly metrics: readonly string[] = [];
  protected readonly defaultHeading = 'Total';
  protected readonly things = 'calls';

  protected override renderSkeleton(): string {
    return '…';
  }

  protected override renderAnswer(answer: unknown): string {
    return String((answer as { total_calls: number }).total_calls);
  }
}
customElements.define('call-total', CallTotal);

class MessageTotal extends CallTotal<typeof messagingStats> {
  protected override readonly slice = messagingStats;
}
customElements.define('message-total', MessageTotal);

const bodyOf = (element: Element) => seenText(partsOf(element, 'body')[0] as Element);

/** An element's update, its provider's before it, and what follows from them. */
async function settled(...elements: Element[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const element of elements) await (element as KpiCards).updateComplete;
  }
}

describe('<stats-provider>', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(() => {
    setPageClient(undefined);
  });

  describe('gives range and filters', () => {
    it('which an element takes unless it has its own', async () => {
      await fixture(html`
        <stats-provider
          .client=${client}
          time-range="custom"
          from="2026-03-01"
          to="2026-03-14"
          phone-id="p1"
          team-id="t1 t2"
        >
          <call-total></call-total>
          <div><call-total time-range="today" phone-id="p9"></call-total></div>
        </stats-provider>
      `);
      await client.arrival(2);
      expect(client.requests.map(({ query }) => query)).to.deep.equal([
        {
          time_range: 'custom',
          from: '2026-03-01',
          to: '2026-03-14',
          phone_id: ['p1'],
          team_id: ['t1', 't2'],
        },
        { time_range: 'today', phone_id: ['p9'], team_id: ['t1', 't2'] },
      ]);
    });

    it('anew when they change', async () => {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client}><call-total></call-total></stats-provider>
      `);
      await client.arrival(1);
      provider.timeRange = 'yesterday';
      provider.setAttribute('contact-id', 'c1');
      await client.arrival(2);
      expect(client.requests.map(({ query }) => query)).to.deep.equal([
        {},
        { time_range: 'yesterday', contact_id: ['c1'] },
      ]);
    });

    it('and asks nothing while a filter is given but empty', async () => {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client} contact-id=""><call-total></call-total></stats-provider>
      `);
      const total = provider.querySelector('call-total') as Element;
      await settled(provider, total);
      expect(client.requests).to.deep.equal([]);
      expect(hasPart(total, 'skeleton')).to.equal(true);
      provider.contactId = 'c7';
      const { query } = await client.arrival(1);
      expect(query).to.deep.equal({ contact_id: ['c7'] });
    });
  });

  describe('finds the client', () => {
    const tokens: string[] = [];
    const getToken: GetToken = async () => {
      tokens.push('asked');
      return 'opaque-token';
    };
    const real = globalThis.fetch;
    let urls: string[];

    beforeEach(() => {
      urls = [];
      tokens.length = 0;
      globalThis.fetch = async (input) => {
        urls.push(input instanceof Request ? input.url : String(input));
        return new Response(JSON.stringify(statsAnswer), {
          headers: { 'content-type': 'application/json' },
        });
      };
    });

    afterEach(() => {
      globalThis.fetch = real;
    });

    it('only once both base-url and getToken are there, in either order', async () => {
      for (const first of ['baseUrl', 'getToken'] as const) {
        urls = [];
        const provider = await fixture<StatsProvider>(html`
          <stats-provider><call-total></call-total></stats-provider>
        `);
        const total = provider.querySelector('call-total') as CallTotal;
        const set = {
          baseUrl: () => provider.setAttribute('base-url', 'https://crm.example/inlay'),
          getToken: () => (provider.getToken = getToken),
        };
        set[first]();
        await settled(provider, total);
        expect(urls).to.deep.equal([]);
        expect(hasPart(total, 'skeleton')).to.equal(true);
        expect(hasPart(total, 'error')).to.equal(false);
        set[first === 'baseUrl' ? 'getToken' : 'baseUrl']();
        await settled(provider, total);
        await total.refresh();
        expect(urls[0]).to.equal('https://crm.example/inlay/api/dashboard/stats');
        expect(bodyOf(total)).to.equal('1467');
      }
    });

    it('from properties that were set before it was defined', async () => {
      const tag = 'late-provider';
      const provider = document.createElement(tag) as StatsProvider;
      provider.append(document.createElement('call-total'));
      Object.assign(provider, { baseUrl: 'https://crm.example', getToken, timeRange: 'today' });
      document.body.append(provider);
      const total = provider.querySelector('call-total') as CallTotal;
      await settled(total);
      expect(urls).to.deep.equal([]);
      customElements.define(tag, class extends StatsProvider {});
      await settled(provider, total);
      await total.refresh();
      expect(urls[0]).to.equal('https://crm.example/api/dashboard/stats?time_range=today');
      expect(bodyOf(total)).to.equal('1467');
      provider.remove();
    });

    it('shares one request among all elements that show the same', async () => {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider base-url="https://crm.example" .getToken=${getToken}>
          ${Array.from({ length: 20 }, () => html`<call-total></call-total>`)}
          <kpi-cards></kpi-cards>
        </stats-provider>
      `);
      const totals = [...provider.querySelectorAll<CallTotal>('call-total')];
      await provider.refresh();
      expect(urls).to.deep.equal(['https://crm.example/api/dashboard/stats']);
      expect(tokens).to.deep.equal(['asked']);
      expect(totals.map(bodyOf)).to.deep.equal(totals.map(() => '1467'));
    });

    it('tells of a base-url that cannot be asked, and throws nothing', async () => {
      const logged: unknown[][] = [];
      const realError = console.error;
      console.error = (...args) => logged.push(args);
      try {
        const provider = document.createElement('stats-provider');
        provider.baseUrl = 'ftp://crm.example';
        provider.getToken = getToken;
        const fired = oneEvent(provider, 'inlay-error');
        document.body.append(provider);
        const event = (await fired) as CustomEvent<{ error: Error }>;
        expect(event.detail.error).to.be.instanceOf(TypeError);
        expect(event.detail.error.message).to.contain('"ftp://crm.example"');
        expect(logged).to.have.length(1);
        await provider.updateComplete;
        provider.remove();
      } finally {
        console.error = realError;
      }
    });

    it('of the page where there is no provider, also when it comes after the element', async () => {
      await fixture(html`<call-total time-range="today"></call-total>`);
      setPageClient(client);
      const { query } = await client.arrival(1);
      expect(query).to.deep.equal({ time_range: 'today' });
    });

    it('of the page as configure() makes it', async () => {
      configure({ baseUrl: 'https://page.example', getToken });
      const total = await fixture<CallTotal>(html`<call-total></call-total>`);
      await total.refresh();
      expect(bodyOf(total)).to.equal('1467');
      expect(new Set(urls)).to.deep.equal(new Set(['https://page.example/api/dashboard/stats']));
    });

    it('of the page through a provider that only gives a range', async () => {
      setPageClient(client);
      await fixture(html`
        <stats-provider time-range="today"><call-total></call-total></stats-provider>
      `);
      const { query } = await client.arrival(1);
      expect(query).to.deep.equal({ time_range: 'today' });
    });

    it('not of the page while it waits for a token function of its own', async () => {
      setPageClient(client);
      const provider = await fixture<StatsProvider>(html`
        <stats-provider base-url="https://crm.example"><call-total></call-total></stats-provider>
      `);
      await settled(provider, provider.querySelector('call-total') as Element);
      expect(client.requests).to.deep.equal([]);
    });

    it('of the element first', async () => {
      const own = new ScriptedClient();
      await fixture(html`
        <stats-provider .client=${client}><call-total .client=${own}></call-total></stats-provider>
      `);
      await own.arrival(1);
      expect(client.requests).to.deep.equal([]);
    });
  });

  it('forgets what was shown when another token function comes', async () => {
    const hanging = () => new Promise<string>(() => undefined);
    const answers = createClient({
      baseUrl: '',
      getToken: async () => 'token',
      fetch: async () => new Response(JSON.stringify(statsAnswer)),
    });
    const provider = await fixture<StatsProvider>(html`
      <stats-provider .client=${answers}><call-total></call-total></stats-provider>
    `);
    const total = provider.querySelector('call-total') as CallTotal;
    await provider.refresh();
    expect(bodyOf(total)).to.equal('1467');
    provider.client = undefined;
    provider.baseUrl = '';
    provider.getToken = hanging;
    await settled(provider, total);
    expect(hasPart(total, 'skeleton')).to.equal(true);
    expect(bodyOf(total)).to.not.contain('1467');
  });

  describe('refreshes', () => {
    it('every element inside, past the caches, and resolves when all have settled', async () => {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client}>
          <call-total></call-total><message-total></message-total>
        </stats-provider>
      `);
      await client.arrival(2);
      for (const request of [...client.requests]) await request.answer(statsAnswer);
      let done = false;
      const refreshed = provider.refresh().then(() => (done = true));
      await client.arrival(4);
      expect(client.requests.map(({ slice, fresh }) => `${slice} ${fresh}`)).to.deep.equal([
        'stats false',
        'messaging-stats false',
        'stats true',
        'messaging-stats true',
      ]);
      await client.requests[2]?.answer(busyStats);
      expect(done).to.equal(false);
      await client.requests[3]?.fail('timeout');
      await refreshed;
      expect(bodyOf(provider.querySelector('call-total') as Element)).to.equal('56366');
    });

    it('no element that has left', async () => {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client}><call-total></call-total></stats-provider>
      `);
      await client.arrival(1);
      provider.querySelector('call-total')?.remove();
      await provider.refresh();
      expect(client.requests).to.have.length(1);
    });
  });

  describe('nested', () => {
    it('leaves to the outer one what it does not say', async () => {
      const outer = await fixture<StatsProvider>(html`
        <stats-provider .client=${client} time-range="today" phone-id="p1">
          <stats-provider contact-id="c1"><call-total></call-total></stats-provider>
        </stats-provider>
      `);
      const { query } = await client.arrival(1);
      expect(query).to.deep.equal({ time_range: 'today', phone_id: ['p1'], contact_id: ['c1'] });
      await client.last.answer(statsAnswer);
      void outer.refresh();
      const { fresh } = await client.arrival(2);
      expect(fresh).to.equal(true);
    });
  });

  it('takes its elements over from an outer one that was there before it', async () => {
    const tag = 'late-inner-provider';
    const inner = document.createElement(tag) as StatsProvider;
    inner.append(document.createElement('call-total'));
    inner.setAttribute('phone-id', 'p1');
    const outer = await fixture<StatsProvider>(html`
      <stats-provider .client=${client} time-range="today">${inner}</stats-provider>
    `);
    await client.arrival(1);
    customElements.define(tag, class extends StatsProvider {});
    await client.arrival(2);
    expect(client.requests.map(({ query }) => query)).to.deep.equal([
      { time_range: 'today' },
      { time_range: 'today', phone_id: ['p1'] },
    ]);
    outer.timeRange = 'yesterday';
    const { query } = await client.arrival(3);
    expect(query).to.deep.equal({ time_range: 'yesterday', phone_id: ['p1'] });
  });

  describe('with permissions', () => {
    it('that allow no dashboard, sends nothing and shows one card', async () => {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client} .permissions=${['Ingest:Write']}>
          <p>Numbers</p>
          <call-total></call-total><message-total></message-total>
        </stats-provider>
      `);
      await settled(provider, ...provider.children);
      expect(client.requests).to.deep.equal([]);
      expect(partsOf(provider, 'denied').map(seenText)).to.deep.equal([
        'You don’t have access to these statistics.',
      ]);
      expect(provider.querySelector('p')?.checkVisibility()).to.equal(false);
      expect(provider.shadowRoot?.querySelector('slot')).to.not.equal(null);
      await expectAccessible(provider);
    });

    it('keeps what the page’s own client could answer from elements inside', async () => {
      setPageClient(client);
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .permissions=${[]}><call-total></call-total></stats-provider>
      `);
      await settled(provider, provider.querySelector('call-total') as Element);
      expect(client.requests).to.deep.equal([]);
    });

    it('asks once they allow one, or the role does, and shows the content', async () => {
      for (const allow of [
        { permissions: ['Dashboard:Instance:ViewOwn'] },
        { role: 'org_owner' },
        { permissions: undefined },
      ]) {
        client = new ScriptedClient();
        const provider = await fixture<StatsProvider>(html`
          <stats-provider .client=${client} .permissions=${[]}>
            <p>Numbers</p>
            <call-total></call-total>
          </stats-provider>
        `);
        Object.assign(provider, allow);
        await client.arrival(1);
        expect(hasPart(provider, 'denied')).to.equal(false);
        expect(provider.querySelector('p')?.checkVisibility()).to.equal(true);
      }
    });
  });

  describe('and the host’s page', () => {
    it('has no box of its own and restyles nothing of the host’s inside', async () => {
      const page = await fixture<HTMLElement>(html`
        <div>
          <stats-provider><p>Host text</p></stats-provider>
        </div>
      `);
      page.style.cssText = 'letter-spacing: 3px; text-transform: uppercase; font-size: 21px';
      const text = page.querySelector('p') as Element;
      const { letterSpacing, textTransform, fontSize } = getComputedStyle(text);
      expect([letterSpacing, textTransform, fontSize]).to.deep.equal(['3px', 'uppercase', '21px']);
      const provider = page.querySelector('stats-provider') as Element;
      expect(getComputedStyle(provider).display).to.equal('contents');
    });

    it('keeps the ARIA role of the host', async () => {
      const provider = await fixture<StatsProvider>(
        html`<stats-provider role="main"></stats-provider>`,
      );
      provider.role = 'org_owner';
      await provider.updateComplete;
      expect(provider.getAttribute('role')).to.equal('main');
    });
  });

  describe('takes the range of inlay-range-change', () => {
    const change = (detail: object) =>
      new CustomEvent('inlay-range-change', {
        detail,
        bubbles: true,
        composed: true,
        cancelable: true,
      });

    async function nested(): Promise<{ outer: StatsProvider; inner: StatsProvider; at: Element }> {
      const outer = await fixture<StatsProvider>(html`
        <stats-provider>
          <stats-provider><p></p></stats-provider>
        </stats-provider>
      `);
      const inner = outer.querySelector('stats-provider') as StatsProvider;
      return { outer, inner, at: inner.querySelector('p') as Element };
    }

    it('that came from inside it and not from inside another provider', async () => {
      const { outer, inner, at } = await nested();
      at.dispatchEvent(change({ time_range: 'custom', from: '2026-03-01', to: '2026-03-14' }));
      await settled(inner);
      const { timeRange, from, to } = inner;
      expect([timeRange, from, to]).to.deep.equal(['custom', '2026-03-01', '2026-03-14']);
      expect(outer.timeRange).to.equal(undefined);
      at.dispatchEvent(change({ time_range: 'today' }));
      await settled(inner);
      expect([inner.timeRange, inner.from, inner.to]).to.deep.equal([
        'today',
        undefined,
        undefined,
      ]);
    });

    it('unless any listener prevented it, one at the provider itself too', async () => {
      const { inner, at } = await nested();
      inner.addEventListener('inlay-range-change', (event) => event.preventDefault());
      at.dispatchEvent(change({ time_range: 'today' }));
      await settled(inner);
      expect(inner.timeRange).to.equal(undefined);
    });
  });
});
