import { expect } from '@open-wc/testing';
import { defineAll } from '../../define.js';
import { elements } from '../../elements.js';
import { KpiCards } from '../../kpi-cards/kpi-cards.js';
import { answers } from '../fixtures/answers.js';
import { isFullRun } from '../full-run.js';
import { held, type Held } from '../held.js';
import { ScriptedClient } from '../scripted-client.js';
import { settled, type Fetching } from '../states.js';
import { atFixtureTime } from '../suite.js';

/** How many of an element stand in the page at once. */
const together = 5;

const mebibyte = 2 ** 20;

/** As an element that forgets to take its listener off the window. */
class LeakyCards extends KpiCards {
  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', () => this.requestUpdate());
  }
}
customElements.define('leaky-cards', LeakyCards);

/** Puts elements into the page, has them draw an answer, and takes them away. */
async function mountAndUnmount(tag: string): Promise<void> {
  const box = document.createElement('div');
  document.body.append(box);
  const client = new ScriptedClient();
  const mounted = Array.from({ length: together }, () => document.createElement(tag) as Fetching);
  for (const element of mounted) element.client = client;
  box.append(...mounted);
  await Promise.all(mounted.map(settled));
  for (const { slice, answer } of client.requests) await answer(answers[slice]);
  await Promise.all(mounted.map(settled));
  for (const { shadowRoot } of mounted) expect(shadowRoot?.childElementCount).to.be.above(0);
  box.remove();
  await settled(mounted[0] as Fetching);
}

/** What the page holds more than before, once everything has been drawn once. */
async function leftBy(tag: string, times: number): Promise<Held> {
  await mountAndUnmount(tag);
  await mountAndUnmount(tag);
  const before = await held();
  for (let count = 0; count < times; count += together) await mountAndUnmount(tag);
  const after = await held();
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    bytes: after.bytes - before.bytes,
  };
}

describe('an element that was taken out of the page', () => {
  atFixtureTime();

  let times: number;
  before(async () => {
    defineAll();
    await import('../../shared/echarts.js');
    times = (await isFullRun()) ? 1000 : 50;
  });

  for (const tag of Object.keys(elements)) {
    it(`leaves nothing of <${tag}>`, async () => {
      const { nodes, listeners, bytes } = await leftBy(tag, times);
      expect(nodes, 'nodes').to.be.at.most(0);
      expect(listeners, 'listeners').to.be.at.most(0);
      expect(bytes, 'bytes').to.be.at.most(mebibyte);
    }).timeout(600_000);
  }

  it('is missed by nothing here: one that keeps a listener is found', async () => {
    const { nodes, listeners } = await leftBy('leaky-cards', 50);
    expect(listeners).to.be.at.least(50);
    expect(nodes).to.be.at.least(50);
  });
});
