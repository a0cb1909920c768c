import { expect, fixture, html } from '@open-wc/testing';
import { defineAll } from '../define.js';
import { partOf, partsOf, seenText } from '../testing/dom.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { atFixtureTime } from '../testing/suite.js';
import { StatsDashboard } from './stats-dashboard.js';

class HostsOwn extends HTMLElement {}

describe('<stats-dashboard> on a page that uses tags for itself', () => {
  atFixtureTime();

  async function showsCalls(dashboard: StatsDashboard): Promise<string> {
    const client = new ScriptedClient();
    dashboard.client = client;
    await client.arrival();
    for (const request of client.requests.filter(({ slice }) => slice === 'stats')) {
      await request.answer(statsAnswer);
    }
    const cards = partOf(dashboard, 'kpi-cards');
    await (cards as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    expect(seenText(partsOf(cards, 'figure')[0] as Element)).to.equal('1,467');
    return cards.localName;
  }

  before(() => {
    customElements.define('kpi-cards', HostsOwn);
    customElements.define('inlay-kpi-cards', class extends HTMLElement {});
  });

  it('works under a tag of the page’s own, and takes no plain tag', async () => {
    customElements.define('our-numbers', StatsDashboard);
    const dashboard = await fixture<StatsDashboard>(html`<our-numbers></our-numbers>`);
    expect(await showsCalls(dashboard)).to.equal('inlay-kpi-cards-2');
    expect(partOf(dashboard, 'recent-calls').localName).to.equal('inlay-recent-calls');
    expect(customElements.get('recent-calls')).to.equal(undefined);
    expect(customElements.get('kpi-cards')).to.equal(HostsOwn);
  });

  it('works with a prefix', async () => {
    defineAll({ prefix: 'acme-' });
    const dashboard = await fixture<StatsDashboard>(
      html`<acme-stats-dashboard></acme-stats-dashboard>`,
    );
    await showsCalls(dashboard);
    expect(dashboard.querySelector('kpi-cards')).to.equal(null);
  });
});
