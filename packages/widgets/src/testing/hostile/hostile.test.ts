import { StatsError } from '@inlay/sdk/client';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { defineAll } from '../../define.js';
import { sections } from '../../stats-dashboard/sections.js';
import { hasPart, partOf, partsOf } from '../dom.js';
import { answers } from '../fixtures/answers.js';
import { definitionsAnswer } from '../fixtures/definitions.js';
import { chooseInMenu } from '../menu.js';
import { ScriptedClient } from '../scripted-client.js';
import { settled, type Fetching } from '../states.js';
import { atFixtureTime } from '../suite.js';
import { hostileLinks, hostileTexts } from './texts.js';

/** Which names of an answer's rows an element shows, there or in its table. */
const shown: Readonly<Record<string, { slice: string; rows: string; names: readonly string[] }>> = {
  'recent-calls': {
    slice: 'stats',
    rows: 'recent_calls',
    names: ['contact_name', 'member_name', 'phone_label', 'outcome'],
  },
  'recent-activity-feed': {
    slice: 'engagement-stats',
    rows: 'recent_activities',
    names: ['contact_name'],
  },
  'response-insights': { slice: 'messaging-stats', rows: 'by_phone', names: ['phone_label'] },
  'ai-usage-overview': { slice: 'ai-usage-stats', rows: 'cost_by_feature', names: ['feature'] },
  'ai-message-origin': {
    slice: 'ai-message-origin-stats',
    rows: 'by_feature',
    names: ['feature'],
  },
};

/** Where hosts say what to write. */
const headed = Object.keys(sections).filter((tag) => !/quick-actions|selector/.test(tag));

/** Where hosts say what to link to. */
const linked: Readonly<Record<string, readonly string[]>> = {
  'recent-calls': ['contactHref', 'callHref'],
  'recent-activity-feed': ['contactHref', 'callHref', 'messageHref'],
  'response-insights': ['unansweredHref'],
  'quick-actions': ['addPhoneHref', 'createAgentHref', 'uploadDocumentHref'],
  'stats-dashboard': ['contactHref', 'callHref', 'messageHref', 'unansweredHref', 'addPhoneHref'],
};

type Row = Record<string, unknown>;

/** An answer in which these texts, in turn, are the names of these rows. */
function answerNaming(
  { slice, rows, names }: { slice: string; rows: string; names: readonly string[] },
  texts: readonly string[],
): unknown {
  let next = 0;
  const named = (row: Row) =>
    Object.assign({ ...row }, ...names.map((name) => ({ [name]: texts[next++ % texts.length] })));
  const enough = (list: Row[]) =>
    list.length < texts.length ? [...list, ...list].slice(0, texts.length) : list;
  const copy = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return key === rows ? enough(value).map(named) : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one, name)]));
  };
  return copy(answers[slice]);
}

/** Everything in the shadow trees beneath an element. */
function within(element: Element): Element[] {
  return [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((one) => [
    one,
    ...within(one),
  ]);
}

const textOf = (element: Element): string => element.shadowRoot?.textContent ?? '';

/** Whatever could run in what an element draws. */
function runnableIn(element: Element): string[] {
  return within(element).flatMap((one) => {
    const handlers = one.getAttributeNames().filter((name) => name.startsWith('on'));
    const isForeign = one.matches(
      'script, iframe, object, embed, img, image, video, base, link, meta',
    );
    return isForeign ? [one.localName] : handlers;
  });
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

describe('texts and links that mean harm', () => {
  atFixtureTime();

  let hits = 0;
  before(() => {
    defineAll();
    Object.assign(window, { hit: () => hits++ });
  });

  async function drawn(tag: string, properties: object): Promise<Fetching> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement(tag) as Fetching;
    box.append(Object.assign(element, properties));
    await settled(element);
    return element;
  }

  it('are enough, and would be noticed', async () => {
    expect(new Set(hostileTexts).size).to.be.at.least(60);
    expect(new Set(hostileLinks).size).to.be.at.least(40);
    const careless = document.createElement('div');
    // eslint-disable-next-line no-restricted-properties -- what no element does
    careless.innerHTML = hostileTexts[5] ?? '';
    await waitUntil(() => hits === 1);
    hits = 0;
  });

  for (const [tag, naming] of Object.entries(shown)) {
    it(`are shown as they are, as names, by <${tag}>`, async () => {
      for (const texts of chunksOf(hostileTexts, 5)) {
        const element = await drawn(tag, { data: answerNaming(naming, texts) });
        const before = textOf(element);
        await chooseInMenu(element, 'view-table');
        await settled(element);
        for (const text of texts) expect(before + textOf(element), text).to.contain(text);
        expect(runnableIn(element)).to.deep.equal([]);
        element.remove();
      }
      expect(hits).to.equal(0);
    });
  }

  for (const tag of headed) {
    it(`are shown as they are, as heading, by <${tag}>`, async () => {
      const { slice } = shown[tag] ?? {};
      const element = await drawn(tag, { data: slice && answers[slice], itemLabel: 'calls' });
      for (const text of hostileTexts) {
        Object.assign(element, { heading: text, itemLabel: text });
        await element.updateComplete;
        expect(textOf(element)).to.contain(text);
        expect(runnableIn(element)).to.deep.equal([]);
      }
      expect(hits).to.equal(0);
    });
  }

  it('are shown as they are in what numbers mean', async () => {
    const client = new ScriptedClient();
    const element = await drawn('kpi-cards', { data: answers['stats'], client });
    partOf(element, 'definitions-button').click();
    await client.arrival();
    for (const [name = '', formula = '', numerator = '', excludes = ''] of chunksOf(
      hostileTexts,
      4,
    )) {
      const [first] = definitionsAnswer.definitions;
      const harmful = { ...first, name, formula, numerator, excludes };
      await client.last.answer({ definitions: [harmful] });
      await settled(element);
      const text = partOf(element, 'definitions').textContent;
      for (const one of [name, formula, numerator, excludes]) expect(text).to.contain(one);
      partOf(element, 'definitions-button').click();
      partOf(element, 'definitions-button').click();
      await settled(element);
    }
    expect(runnableIn(element)).to.deep.equal([]);
    expect(hits).to.equal(0);
  });

  it('are shown as they are in errors', async () => {
    const client = new ScriptedClient();
    const element = await drawn('kpi-cards', { client });
    for (const text of hostileTexts) {
      await client.last.fail(new StatsError('unavailable', text, { requestId: text, code: text }));
      await settled(element);
      expect(partOf(element, 'request-id').textContent).to.equal(`Request ${text}`);
      expect(runnableIn(element)).to.deep.equal([]);
      void element.refresh();
      await settled(element);
    }
    expect(hits).to.equal(0);
  });

  for (const [tag, properties] of Object.entries(linked)) {
    it(`are no links of <${tag}>`, async () => {
      const client = new ScriptedClient();
      const element = await drawn(tag, { client });
      for (const { slice, answer } of client.requests) await answer(answers[slice]);
      for (const link of hostileLinks) {
        Object.assign(element, Object.fromEntries(properties.map((name) => [name, link])));
        await settled(element);
        const links = within(element).filter((one) => one.hasAttribute('href'));
        for (const one of links) expect((one as HTMLAnchorElement).protocol).to.equal('http:');
      }
      Object.assign(element, Object.fromEntries(properties.map((name) => [name, '/to'])));
      await settled(element);
      expect(within(element).filter((one) => one.matches('a[href="/to"]')).length).to.be.above(0);
      expect(hits).to.equal(0);
    });
  }

  it('are no recordings', async () => {
    const stats = answers['stats'] as { recent_calls: Row[] };
    for (const link of hostileLinks) {
      const recent_calls = stats.recent_calls.map((call) => ({ ...call, recording_url: link }));
      const element = await drawn('recent-calls', { data: { ...stats, recent_calls } });
      partsOf(element, 'play')[0]?.click();
      await waitUntil(() => hasPart(element, 'player-error'), link);
      expect(within(element).filter((one) => one.hasAttribute('src'))).to.deep.equal([]);
      element.remove();
    }
    expect(hits).to.equal(0);
  });
});
