import { createClient } from '@inlay/sdk/client';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { DashHeatmap } from '../dash-heatmap/dash-heatmap.js';
import '../provider/define.js';
import type { StatsProvider } from '../provider/stats-provider.js';
import { expectAccessible } from '../testing/axe.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { answers } from '../testing/fixtures/answers.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled } from '../testing/states.js';
import { atFixtureTime } from '../testing/suite.js';
import './define.js';
import type { StatsDashboard } from './stats-dashboard.js';

/** The sections in their order, by their part. */
const inOrder = [
  'time-range-selector',
  'quick-actions',
  'kpi-cards',
  'messaging-kpi-cards',
  'response-insights',
  'call-activity-chart',
  'message-activity-chart',
  'call-heatmap',
  'message-heatmap',
  'recent-calls',
  'text-agent-performance',
  'plan-metrics',
  'ai-usage-overview',
  'ai-message-origin',
  'recent-activity-feed',
  'todo-status',
  'channel-donut',
];

describe('<stats-dashboard>', () => {
  const page = atFixtureTime();

  const sectionsOf = (dashboard: Element) =>
    inOrder.map((part) => partOf(dashboard, part) as HTMLElement & { updateComplete: unknown });
  const section = (dashboard: Element, part: string) => partOf(dashboard, part);

  async function placed(dashboard: StatsDashboard, width = 1280): Promise<StatsDashboard> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.width = `${width}px`;
    box.append(dashboard);
    await settled(dashboard);
    return dashboard;
  }

  async function asking(
    properties: Partial<StatsDashboard> = {},
    width?: number,
  ): Promise<{ dashboard: StatsDashboard; client: ScriptedClient }> {
    const client = new ScriptedClient();
    const dashboard = document.createElement('stats-dashboard');
    Object.assign(dashboard, { client, ...properties });
    await placed(dashboard, width);
    return { dashboard, client };
  }

  async function answerAll(client: ScriptedClient): Promise<void> {
    for (const request of client.requests) await request.answer(answers[request.slice]);
  }

  async function drawn(dashboard: StatsDashboard): Promise<void> {
    await settled(dashboard);
    for (const one of sectionsOf(dashboard)) await one.updateComplete;
  }

  async function ready(properties: Partial<StatsDashboard> = {}, width?: number) {
    const { dashboard, client } = await asking(properties, width);
    await answerAll(client);
    await drawn(dashboard);
    return { dashboard, client };
  }

  /** Chooses one of the presets. */
  async function choose(dashboard: Element, preset: number): Promise<void> {
    const selector = section(dashboard, 'time-range-selector');
    const opened = oneEvent(partOf(selector, 'panel'), 'toggle');
    partOf(selector, 'trigger').click();
    await opened;
    partsOf(selector, 'option')[preset]?.click();
  }

  /** A server of the fixtures' answers, and what it was asked. */
  function server() {
    const asked: string[] = [];
    const tokens: string[] = [];
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      const name = pathname.split('/').at(-1) ?? '';
      const headers = input instanceof Request ? input.headers : new Headers(init?.headers);
      asked.push(`${name}${search}`);
      tokens.push(headers.get('authorization') ?? '');
      return Response.json(answers[name]);
    };
    return { asked, tokens, fetch };
  }

  describe('its sections', () => {
    it('stand in the order of a reader’s questions', async () => {
      const { dashboard } = await asking();
      const all = [...(dashboard.shadowRoot?.querySelectorAll('*') ?? [])];
      const places = sectionsOf(dashboard).map((one) => all.indexOf(one));
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
      expect(section(dashboard, 'call-heatmap')).to.be.instanceOf(DashHeatmap);
    });

    it('show what their slices answer', async () => {
      const { dashboard } = await ready();
      expect(seenText(partsOf(section(dashboard, 'kpi-cards'), 'figure')[0] as Element)).to.equal(
        '1,467',
      );
      expect(partsOf(section(dashboard, 'recent-calls'), 'row')).to.have.length(10);
      const summaries = ['call-heatmap', 'message-heatmap'].map(
        (part) => seenText(partOf(section(dashboard, part), 'summary')).split(' ·')[0],
      );
      expect(summaries).to.deep.equal(['1,467 calls', '2,419 messages']);
      expect(seenText(partOf(section(dashboard, 'plan-metrics'), 'facts'))).to.contain('17');
      expect(seenText(partOf(section(dashboard, 'todo-status'), 'figure'))).to.equal('111');
    });

    it('are one heading level below the dashboard’s', async () => {
      const { dashboard } = await asking({ heading: 'Statistics' });
      const level = (element: Element) => partOf(element, 'heading').ariaLevel;
      const own = dashboard.shadowRoot?.querySelector('.title');
      expect([own?.ariaLevel, own?.textContent?.trim()]).to.deep.equal(['2', 'Statistics']);
      expect(level(section(dashboard, 'recent-calls'))).to.equal('3');
      dashboard.headingLevel = 4;
      await drawn(dashboard);
      expect(level(section(dashboard, 'recent-calls'))).to.equal('5');
    });

    it('are told locale and templates', async () => {
      const hrefs = {
        contactHref: '/contacts/{id}',
        callHref: '/calls/{id}',
        messageHref: '/messages/{id}',
        unansweredHref: '/inbox?from={from}',
        addPhoneHref: '/phones/new',
        createAgentHref: '/agents/new',
        uploadDocumentHref: '/docs/new',
      };
      const { dashboard } = await ready({ ...hrefs, locale: 'de' });
      const href = (part: string, link: string) =>
        partsOf(section(dashboard, part), link)[0]?.getAttribute('href');
      expect(href('recent-calls', 'contact-link')).to.equal('/contacts/c-204');
      expect(href('recent-calls', 'call-link')).to.equal('/calls/call-1302');
      expect(href('recent-activity-feed', 'activity')).to.equal('/messages/activity-1304');
      expect(href('response-insights', 'unanswered-link')).to.equal('/inbox?from=2026-10-22');
      const actions = partsOf(section(dashboard, 'quick-actions'), 'action');
      expect(actions.map((action) => action.getAttribute('href'))).to.deep.equal([
        '/phones/new',
        '/agents/new',
        '/docs/new',
      ]);
      expect(seenText(partsOf(section(dashboard, 'kpi-cards'), 'figure')[0] as Element)).to.equal(
        '1.467',
      );
      dashboard.actions = 'create-agent';
      await drawn(dashboard);
      expect(partsOf(section(dashboard, 'quick-actions'), 'action')).to.have.length(1);
    });
  });

  describe('asks', () => {
    it('once for each slice, with a base-url and tokens of its own', async () => {
      const { asked, tokens, fetch } = server();
      const real = globalThis.fetch;
      globalThis.fetch = fetch;
      try {
        const dashboard = document.createElement('stats-dashboard');
        Object.assign(dashboard, {
          baseUrl: 'https://stats.example',
          getToken: async () => 'reader.s.token',
          timeRange: 'last_7_days',
          compare: 'previous_period',
        });
        await placed(dashboard);
        const query = '?compare=previous_period&time_range=last_7_days';
        await expect7(asked);
        expect([...asked].sort()).to.deep.equal([
          `ai-message-origin-stats${query}`,
          `ai-usage-stats${query}`,
          `engagement-stats${query}`,
          `messaging-stats${query}`,
          'plan-stats',
          `stats${query}`,
          `text-agent-stats${query}`,
        ]);
        expect(new Set(tokens)).to.deep.equal(new Set(['Bearer reader.s.token']));
      } finally {
        globalThis.fetch = real;
      }
    });

    it('as a provider around it says, once for each slice', async () => {
      const { asked, fetch } = server();
      const client = createClient({
        baseUrl: 'https://stats.example',
        getToken: async () => 'outer.s.token',
        fetch,
      });
      await fixture(html`
        <stats-provider .client=${client} time-range="today" phone-id="p1">
          <stats-dashboard></stats-dashboard>
        </stats-provider>
      `);
      await expect7(asked);
      expect(asked).to.have.length(7);
      expect(asked).to.include('stats?phone_id=p1&time_range=today').and.include('plan-stats');
    });

    it('for a range that the reader chooses, but not for plans again', async () => {
      const { dashboard, client } = await ready();
      const before = client.requests.length;
      const told = oneEvent(document.body, 'inlay-range-change');
      await choose(dashboard, 0);
      expect((await told).detail).to.deep.equal({ time_range: 'today' });
      await drawn(dashboard);
      expect(dashboard.timeRange).to.equal('today');
      const later = client.requests.slice(before);
      expect(new Set(later.map(({ slice }) => slice))).to.deep.equal(
        new Set(Object.keys(answers).filter((slice) => slice !== 'plan-stats')),
      );
      for (const { query } of later) expect(query).to.deep.equal({ time_range: 'today' });
    });

    it('leaves the range of a provider around it alone', async () => {
      const client = new ScriptedClient();
      const outer = await fixture<StatsProvider>(html`
        <stats-provider .client=${client} time-range="last_90_days">
          <stats-dashboard></stats-dashboard>
        </stats-provider>
      `);
      const dashboard = outer.querySelector('stats-dashboard');
      if (!dashboard) throw new Error('There is no dashboard');
      await drawn(dashboard);
      expect(client.last.query).to.deep.equal({ time_range: 'last_90_days' });
      await choose(dashboard, 1);
      await drawn(dashboard);
      expect([outer.timeRange, dashboard.timeRange]).to.deep.equal(['last_90_days', 'yesterday']);
    });

    it('again at each interval, and one button pauses all', async () => {
      page.clock.holdTimers();
      const client = new ScriptedClient();
      const dashboard = document.createElement('stats-dashboard');
      Object.assign(dashboard, { client, refreshInterval: 30 });
      document.body.append(dashboard);
      await dashboard.updateComplete;
      await client.arrival();
      await answerAll(client);
      const asked = client.requests.length;
      await page.clock.advance(30_000);
      const again = client.requests.slice(asked);
      expect(new Set(again.map(({ slice }) => slice)).size).to.equal(7);
      expect(again.every(({ fresh }) => fresh)).to.equal(true);
      for (const request of again) await request.answer(answers[request.slice]);
      const pause = partOf(dashboard, 'pause');
      expect(pause.ariaLabel).to.equal('Pause updates');
      for (const one of sectionsOf(dashboard)) expect(hasPart(one, 'pause')).to.equal(false);
      pause.click();
      await page.clock.advance(90_000);
      expect(client.requests).to.have.length(asked + again.length);
      dashboard.remove();
    });
  });

  describe('for a reader without access', () => {
    it('is one card, and sends nothing', async () => {
      let tokens = 0;
      const { dashboard, client } = await asking({ permissions: ['Ingest:Write'] });
      dashboard.getToken = async () => `token ${tokens++}`;
      dashboard.baseUrl = 'https://stats.example';
      await settled(dashboard);
      expect(client.requests).to.have.length(0);
      expect(tokens).to.equal(0);
      expect(partsOf(dashboard, 'card')).to.have.length(1);
      expect(seenText(dashboard.shadowRoot?.firstElementChild as Element)).to.equal(
        'You don’t have access to these statistics.',
      );
      for (const part of inOrder) expect(hasPart(dashboard, part)).to.equal(false);
      await expectAccessible(dashboard);
    });

    it('draws and asks once the reader may', async () => {
      const { dashboard, client } = await asking({ permissions: [] });
      dashboard.role = 'org_owner';
      await settled(dashboard);
      await client.arrival();
      expect(hasPart(dashboard, 'kpi-cards')).to.equal(true);
      dashboard.role = null;
      dashboard.permissions = ['Dashboard:Instance:ViewOwn'];
      await settled(dashboard);
      expect(hasPart(dashboard, 'kpi-cards')).to.equal(true);
    });
  });

  describe('lays out by its own width', () => {
    const top = (dashboard: Element, part: string) =>
      section(dashboard, part).getBoundingClientRect().top;
    const rowsOf = (dashboard: Element, parts: readonly string[]) =>
      new Set(parts.map((part) => top(dashboard, part))).size;
    const agents = inOrder.slice(10, 14);

    for (const [width, charts, heatmaps, cards, feed] of [
      [1280, 1, 1, 1, 1],
      [1231, 1, 2, 1, 1],
      [1139, 1, 2, 2, 1],
      [859, 2, 2, 2, 2],
      [599, 2, 2, 4, 2],
      [320, 2, 2, 4, 2],
    ] as const) {
      it(`at ${width} px`, async () => {
        const { dashboard } = await asking({}, width);
        expect(rowsOf(dashboard, ['call-activity-chart', 'message-activity-chart'])).to.equal(
          charts,
        );
        expect(rowsOf(dashboard, ['call-heatmap', 'message-heatmap'])).to.equal(heatmaps);
        expect(rowsOf(dashboard, agents)).to.equal(cards);
        expect(rowsOf(dashboard, ['recent-activity-feed', 'todo-status'])).to.equal(feed);
        expect(dashboard.scrollWidth).to.be.at.most(width);
        for (const one of sectionsOf(dashboard)) {
          const { left, right } = one.getBoundingClientRect();
          const frame = dashboard.getBoundingClientRect();
          expect(left, one.className).to.be.at.least(frame.left);
          expect(right, one.className).to.be.at.most(frame.right + 0.01);
        }
      });
    }

    it('with cards of one row equally high', async () => {
      const { dashboard } = await ready();
      const heights = agents.map(
        (part) => partOf(section(dashboard, part), 'card').getBoundingClientRect().height,
      );
      expect(new Set(heights).size).to.equal(1);
    });
  });

  describe('moves nothing while sections fill', () => {
    const boxesOf = (dashboard: Element) =>
      Object.fromEntries(
        sectionsOf(dashboard)
          .filter((one) => one.className !== 'time-range-selector')
          .map((one) => [one.className, JSON.stringify(one.getBoundingClientRect())]),
      );

    for (const width of [1280, 1000, 768, 320]) {
      for (const heading of [undefined, 'Statistics']) {
        it(`at ${width} px ${heading ? 'with' : 'without'} a heading`, async () => {
          const { dashboard, client } = await asking({ heading }, width);
          const before = boxesOf(dashboard);
          const slices = Object.keys(answers).reverse();
          for (const slice of slices) {
            for (const request of client.requests.filter((one) => one.slice === slice)) {
              await request.answer(answers[slice]);
            }
            await drawn(dashboard);
            expect(boxesOf(dashboard), slice).to.deep.equal(before);
          }
        });
      }
    }
  });

  it('shows what the host puts into its header', async () => {
    const client = new ScriptedClient();
    const dashboard = await fixture<StatsDashboard>(html`
      <stats-dashboard .client=${client}>
        <button slot="header">Share</button>
      </stats-dashboard>
    `);
    const button = dashboard.querySelector('button');
    expect(button?.assignedSlot?.name).to.equal('header');
    expect(button?.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('is named, and tells of a section that fails', async () => {
    const { dashboard, client } = await asking();
    expect(dashboard.shadowRoot?.querySelector('[role=group]')?.ariaLabel).to.equal('Dashboard');
    const fired = oneEvent(document.body, 'inlay-error');
    const failing = client.requests.find(({ slice }) => slice === 'plan-stats');
    await failing?.fail('unavailable');
    expect((await fired).target).to.equal(dashboard);
    await drawn(dashboard);
    expect(heardText(partOf(section(dashboard, 'plan-metrics'), 'error'))).to.contain(
      'can’t be reached',
    );
  });

  // axe takes a while over all sections, several times.
  it('is accessible while it loads and when it is filled', async () => {
    const { dashboard, client } = await asking({ heading: 'Statistics' });
    await expectAccessible(dashboard);
    await answerAll(client);
    await drawn(dashboard);
    await expectAccessible(dashboard);
  }).timeout(40_000);
});

/** Resolves once all seven slices were asked for. */
async function expect7(asked: readonly string[]): Promise<void> {
  while (asked.length < 7) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}
