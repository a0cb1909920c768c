import { expect, fixture, html } from '@open-wc/testing';
import '../channel-donut/define.js';
import '../dash-heatmap/define.js';
import '../kpi-cards/define.js';
import '../response-insights/define.js';
import { partsOf } from '../testing/dom.js';
import { drawingOf } from '../testing/drawing.js';
import { engagementAnswer } from '../testing/fixtures/engagement-stats.js';
import { messagingAnswer } from '../testing/fixtures/messaging-stats.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import './define.js';
import type { CallActivityChart } from './call-activity-chart.js';

/** How often the page has asked for ECharts. */
function requests(): number {
  const entries = performance.getEntriesByType('resource');
  return entries.filter(({ name }) => /shared\/echarts/.test(name)).length;
}

// Loaded file by file, a page has more of them than it keeps account of by default.
performance.setResourceTimingBufferSize(10_000);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves when what can be seen of an element has been told to all who watch it. */
async function watched(element: Element): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
  await frame();
  await frame();
}

describe('ECharts', () => {
  it('is never asked for by elements without axes', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <kpi-cards .data=${statsAnswer}></kpi-cards>
        <dash-heatmap .data=${statsAnswer}></dash-heatmap>
        <channel-donut .data=${engagementAnswer}></channel-donut>
        <response-insights .data=${messagingAnswer}></response-insights>
      </div>`,
    );
    for (const element of page.children) {
      await watched(element);
      expect(partsOf(element, 'body').length, element.localName).to.equal(1);
    }
    expect(requests()).to.equal(0);
  });

  it('is asked for once, when the first chart comes into view', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <call-activity-chart .data=${statsAnswer}></call-activity-chart>
        <call-activity-chart .data=${statsAnswer}></call-activity-chart>
      </div>`,
    );
    const [first, second] = [...page.children] as [CallActivityChart, CallActivityChart];
    first.style.marginTop = '3000px';
    await watched(first);
    expect(partsOf(first, 'bucket')).to.have.length(30);
    expect(requests(), 'out of view').to.equal(0);
    first.scrollIntoView();
    await drawingOf(first);
    expect(requests(), 'in view').to.equal(1);
    second.scrollIntoView();
    await drawingOf(second);
    expect(requests(), 'a second one').to.equal(1);
  });
});
