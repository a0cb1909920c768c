import { expect, fixture, html } from '@open-wc/testing';
import { defineAll } from '../define.js';
import { partOf } from '../testing/dom.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import type { StatsDashboard } from './stats-dashboard.js';

it('<stats-dashboard> is made of prefixed elements where all are', async () => {
  defineAll({ prefix: 'acme-' });
  const dashboard = await fixture<StatsDashboard>(
    html`<acme-stats-dashboard .client=${new ScriptedClient()}></acme-stats-dashboard>`,
  );
  const tags = [...(dashboard.shadowRoot?.querySelectorAll('*') ?? [])]
    .map(({ localName }) => localName)
    .filter((name) => name.includes('-'));
  expect(tags).to.have.length(17);
  for (const tag of tags) expect(tag).to.match(/^acme-/);
  expect(partOf(dashboard, 'plan-metrics').localName).to.equal('acme-plan-metrics');
});
