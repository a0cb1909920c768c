import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { cardStyles } from '../../shared/card.styles.js';
import { tokens } from '../../shared/tokens.js';
import { expectAccessible } from '../../testing/axe.js';
import { hasPart, partOf, partsOf, seenText } from '../../testing/dom.js';
import { BarChart, type BarChartData } from './bar-chart.js';
import { barChartStyles } from './bar-chart.styles.js';
import type { Painter } from './chart-mount.js';

const buckets = [
  { date: '2026-11-19', from: '2026-11-19', to: '2026-11-19', name: 'Thursday' },
  { date: '2026-11-20', from: '2026-11-20', to: '2026-11-20', name: 'Friday' },
];

const data: BarChartData = {
  buckets,
  unit: 'day',
  series: [{ key: 'a', label: 'A', color: 'red', values: [1, 2] }],
  label: 'Chart',
  dates: '',
  summary: '3 things',
  totalLabel: 'Things',
  amount: (bucket) => `${bucket + 1} things`,
  locale: 'en-GB',
};

/** A page without ECharts, by a bad connection or by its policy. */
class Offline extends LitElement {
  static override styles = [tokens, cardStyles, barChartStyles];

  tables = 0;
  tries = 0;
  #settle: (() => void) | undefined;
  readonly settled = new Promise<void>((resolve) => (this.#settle = resolve));

  readonly chart = new BarChart(
    this,
    { select: () => undefined, viewTable: () => this.tables++ },
    async (): Promise<Painter> => {
      this.tries++;
      queueMicrotask(() => this.#settle?.());
      throw new TypeError('Failed to fetch dynamically imported module');
    },
  );

  protected override render(): unknown {
    return this.chart.render(data);
  }
}
customElements.define('offline-chart', Offline);

describe('BarChart', () => {
  const { error } = console;
  let complaints: unknown[][] = [];
  beforeEach(() => {
    complaints = [];
    console.error = (...complaint: unknown[]) => complaints.push(complaint);
  });
  afterEach(() => {
    console.error = error;
  });

  it('says that it could not be loaded, throws nothing, and offers the table', async () => {
    const element = await fixture<Offline>(html`<offline-chart></offline-chart>`);
    expect(partsOf(element, 'bucket').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Thursday: 1 things',
      'Friday: 2 things',
    ]);
    await element.settled;
    await element.updateComplete;
    expect(seenText(partOf(element, 'failed'))).to.equal(
      'The chart couldn’t be loaded. View as table',
    );
    expect(hasPart(element, 'bucket')).to.equal(false);
    expect(complaints.map(([words]) => words)).to.deep.equal(['The chart could not be loaded']);
    partOf(element, 'failed').querySelector('button')?.click();
    expect(element.tables).to.equal(1);
    await expectAccessible(element);
  });

  it('tries again when it comes back into the page', async () => {
    const element = await fixture<Offline>(html`<offline-chart></offline-chart>`);
    await element.settled;
    const { parentElement, tries } = element;
    element.remove();
    parentElement?.append(element);
    element.requestUpdate();
    await element.updateComplete;
    const seen = new Promise((resolve) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        requestAnimationFrame(resolve);
      });
      observer.observe(partOf(element, 'drawing'));
    });
    await seen;
    expect(element.tries).to.equal(tries + 1);
  });

  it('rejects a picture of a drawing that there is not', async () => {
    const element = await fixture<Offline>(html`<offline-chart></offline-chart>`);
    const outcome = await element.chart.image('Chart').catch((reason: unknown) => String(reason));
    expect(outcome).to.equal('Error: There is no drawing yet');
  });
});
