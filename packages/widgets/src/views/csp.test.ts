import { expect, waitUntil } from '@open-wc/testing';
import '../channel-donut/define.js';
import '../dash-heatmap/define.js';
import '../response-insights/define.js';
import { partOf, partsOf } from '../testing/dom.js';
import { engagementAnswer } from '../testing/fixtures/engagement-stats.js';
import { messagingAnswer } from '../testing/fixtures/messaging-stats.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import { States } from '../testing/states.js';
import { tooltipOf } from '../testing/tooltip.js';

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  const violations: string[] = [];
  const report = ({ violatedDirective, sample }: SecurityPolicyViolationEvent) =>
    violations.push(`${violatedDirective} ${sample}`);

  before(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content =
      "style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html; img-src 'self'";
    document.head.append(policy);
    document.addEventListener('securitypolicyviolation', report);
  });

  after(() => document.removeEventListener('securitypolicyviolation', report));

  beforeEach(() => {
    violations.length = 0;
  });

  const reported = async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return violations;
  };

  it('reports a style attribute, so that the tests below can fail', async () => {
    document.body.setAttribute('style', 'color: red');
    expect(await reported()).to.have.length(1);
    document.body.removeAttribute('style');
  });

  it('a heatmap, its tooltip and its turn', async () => {
    const states = new States<HTMLElementTagNameMap['dash-heatmap']>('dash-heatmap', {
      ready: statsAnswer,
      empty: statsAnswer,
    });
    await states.loading();
    const element = await states.ready();
    partsOf(element, 'cell')[40]?.focus();
    await tooltipOf(element);
    (element.parentElement as HTMLElement).style.width = '400px';
    expect(await reported()).to.deep.equal([]);
  });

  it('a donut and its highlight', async () => {
    const states = new States<HTMLElementTagNameMap['channel-donut']>('channel-donut', {
      ready: engagementAnswer,
      empty: engagementAnswer,
    });
    await states.loading();
    const element = await states.ready();
    partsOf(element, 'legend-row')[1]?.focus();
    expect(await reported()).to.deep.equal([]);
    expect(partOf(element, 'ring').style.backgroundImage).to.contain('color-mix');
  });

  it('response insights, sorted, with all phones and hours as a table', async () => {
    const states = new States<HTMLElementTagNameMap['response-insights']>('response-insights', {
      ready: messagingAnswer,
      empty: messagingAnswer,
    });
    await states.loading();
    const element = await states.ready();
    partsOf(element, 'hour')[18]?.focus();
    partsOf(element, 'sort')[2]?.click();
    partOf(element, 'show-all').click();
    await element.updateComplete;
    partOf(element, 'hours-table').click();
    await waitUntil(() => element.shadowRoot?.querySelector('.strip-table table'));
    expect(await reported()).to.deep.equal([]);
    expect(partsOf(element, 'row')).to.have.length(12);
  });
});
