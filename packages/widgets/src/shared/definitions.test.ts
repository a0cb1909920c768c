import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DashHeatmap } from '../dash-heatmap/dash-heatmap.js';
import type { KpiCards } from '../kpi-cards/kpi-cards.js';
import type { ResponseInsights } from '../response-insights/response-insights.js';
import { expectAccessible } from '../testing/axe.js';
import { hasPart, heardText, partOf, partsOf } from '../testing/dom.js';
import { definitionsAnswer } from '../testing/fixtures/definitions.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient, type ScriptedRequest } from '../testing/scripted-client.js';
import { settled, type Fetching } from '../testing/states.js';
import '../dash-heatmap/define.js';
import '../kpi-cards/define.js';
import '../response-insights/define.js';

describe('the meaning of an element’s numbers', () => {
  let client: ScriptedClient;
  beforeEach(() => {
    client = new ScriptedClient();
    document.documentElement.lang = 'en-GB';
  });

  const buttonOf = (element: Element) => partOf(element, 'definitions-button');
  const panelOf = (element: Element) => partOf(element, 'definitions');
  const isOpen = (element: Element) => panelOf(element).matches(':popover-open');
  const asked = () => client.requests.filter(({ slice }) => slice === 'definitions');

  const cards = () => fixture<KpiCards>(html`<kpi-cards .client=${client}></kpi-cards>`);

  async function open(element: Fetching): Promise<ScriptedRequest> {
    const toggled = new Promise((resolve) =>
      panelOf(element).addEventListener('toggle', resolve, { once: true }),
    );
    buttonOf(element).click();
    await toggled;
    await settled(element);
    const request = asked().at(-1);
    if (!request) throw new Error('Nobody was asked');
    return request;
  }

  it('is told in the words of the server, for the numbers that are shown alone', async () => {
    const element = await cards();
    const request = await open(element);
    expect(heardText(panelOf(element))).to.equal('What the numbers mean Loading');
    await request.answer(definitionsAnswer);
    await element.updateComplete;
    expect(partsOf(element, 'definition').map(heardText)).to.deep.equal([
      'Total calls Calls started in the range, those in progress included Unit: A whole number',
      'Average duration Talk time per connected call Numerator: Sum of talk time ' +
        'Denominator: Calls that have a talk time Unit: Time, counted in seconds ' +
        'Left out: Calls that never connected; no value when none did',
    ]);
  });

  it('has a button that leaves the status line, and Pause in it, their own room', async () => {
    const element = await fixture<DashHeatmap>(
      html`<dash-heatmap
        .data=${statsAnswer}
        .client=${client}
        refresh-interval="60"
      ></dash-heatmap>`,
    );
    const box = (part: string) => partOf(element, part).getBoundingClientRect();
    const button = box('definitions-button');
    expect([button.width, button.height]).to.deep.equal([24, 24]);
    expect(button.bottom).to.be.at.most(box('status').top);
    expect(box('status').top).to.equal(box('heading').bottom);
    expect(box('pause').height).to.be.at.least(24);
  });

  it('asks nobody before it is opened, and at every opening', async () => {
    const element = await cards();
    expect(asked()).to.have.length(0);
    await (await open(element)).answer(definitionsAnswer);
    await sendKeys({ press: 'Escape' });
    await open(element);
    expect(asked()).to.have.length(2);
    expect(partsOf(element, 'definition')).to.have.length(2);
  });

  for (const key of ['Enter', 'Space']) {
    it(`opens by ${key}, closes by Escape, and gives the focus back`, async () => {
      const element = await cards();
      const button = buttonOf(element);
      expect(button.ariaLabel).to.equal('What the numbers mean: Call figures');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      button.focus();
      await sendKeys({ press: key });
      await client.arrival(2);
      await settled(element);
      expect(isOpen(element)).to.equal(true);
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      expect(panelOf(element).matches(':focus')).to.equal(true);
      expect([panelOf(element).role, panelOf(element).ariaLabel]).to.deep.equal([
        'dialog',
        'What the numbers mean: Call figures',
      ]);
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(isOpen(element)).to.equal(false);
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      expect(button.matches(':focus')).to.equal(true);
    });
  }

  it('closes at a second press and when Tab has left it', async () => {
    const page = await fixture(html`
      <div><kpi-cards .client=${client}></kpi-cards><button>After</button></div>
    `);
    const element = page.firstElementChild as KpiCards;
    await open(element);
    buttonOf(element).click();
    expect(isOpen(element)).to.equal(false);
    await open(element);
    await sendKeys({ press: 'Tab' });
    expect(isOpen(element)).to.equal(false);
  });

  it('says what failed, and asks again on Retry with the focus kept', async () => {
    const element = await cards();
    await (await open(element)).fail('timeout');
    await element.updateComplete;
    expect(heardText(panelOf(element))).to.equal(
      'What the numbers mean The statistics took too long to answer. Retry',
    );
    partOf(element, 'definitions-retry').click();
    await element.updateComplete;
    expect(panelOf(element).matches(':focus')).to.equal(true);
    await asked()[1]?.answer(definitionsAnswer);
    await element.updateComplete;
    expect(partsOf(element, 'definition')).to.have.length(2);
  });

  it('says that there is nothing where the server defines none of the numbers', async () => {
    const element = await cards();
    await (await open(element)).answer({ definitions: [] });
    await element.updateComplete;
    expect(heardText(panelOf(element))).to.equal(
      'What the numbers mean Nothing is written about these numbers.',
    );
  });

  it('follows the source of a heatmap', async () => {
    const element = await fixture<DashHeatmap>(
      html`<dash-heatmap .client=${client}></dash-heatmap>`,
    );
    expect(buttonOf(element).parentElement?.textContent).to.contain('Calls by hour');
    await (await open(element)).answer(definitionsAnswer);
    await element.updateComplete;
    expect(partsOf(element, 'definition').map(heardText)).to.deep.equal([
      'Calls by weekday and hour Calls by the weekday and hour that the local clock showed when ' +
        'they started Unit: A whole number',
    ]);
  });

  it('is not offered where nobody can be asked', async () => {
    const element = await fixture<KpiCards>(html`<kpi-cards .data=${statsAnswer}></kpi-cards>`);
    expect(hasPart(element, 'definitions-button')).to.equal(false);
  });

  it('is not offered for counts of the host’s own', async () => {
    const heatmap = await fixture<DashHeatmap>(
      html`<dash-heatmap .client=${client} .cells=${[]}></dash-heatmap>`,
    );
    expect(hasPart(heatmap, 'definitions-button')).to.equal(false);
  });

  it('names what is counted: waiting runs, or single messages', async () => {
    for (const [unit, formula] of [
      ['run', 'Waiting runs without a reply'],
      ['message', 'Messages without a reply'],
    ] as const) {
      const element = await fixture<ResponseInsights>(
        html`<response-insights .client=${client} unanswered-by=${unit}></response-insights>`,
      );
      await (await open(element)).answer(definitionsAnswer);
      await element.updateComplete;
      expect(partsOf(element, 'definition').map(heardText)).to.deep.equal([
        `Unanswered ${formula} Unit: A whole number`,
      ]);
    }
  });

  it('stands inside the window, at its button', async () => {
    const element = await cards();
    await (await open(element)).answer(definitionsAnswer);
    await settled(element);
    const { left, right, top, bottom } = panelOf(element).getBoundingClientRect();
    expect(left).to.be.at.least(8);
    expect(right).to.be.at.most(innerWidth - 8);
    expect(top).to.be.at.least(8);
    expect(bottom).to.be.at.most(innerHeight - 8);
  });

  it('is accessible, by a target of 24 px and more', async () => {
    for (const element of [
      await cards(),
      await fixture<DashHeatmap>(html`<dash-heatmap .client=${client}></dash-heatmap>`),
    ]) {
      const { width, height } = buttonOf(element).getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
      const request = await open(element);
      await expectAccessible(element);
      await request.answer(definitionsAnswer);
      await settled(element);
      await expectAccessible(element);
    }
  });
});
