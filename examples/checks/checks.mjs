/** What is checked of every host, in a real browser, on the pages that the host draws for it. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { properties } from './values.js';

/** How long the browser may take for anything. */
export const PATIENCE_MS = 10_000;
const POLL_MS = 20;

/** Asks until the answer is as expected, a text like a pattern; what it was last is in the error. */
async function becomes(ask, expected) {
  const end = performance.now() + PATIENCE_MS;
  const compare = expected instanceof RegExp ? assert.match : assert.deepEqual;
  for (;;) {
    try {
      return compare(await ask(), expected);
    } catch (error) {
      if (performance.now() > end) throw error;
      await setTimeout(POLL_MS);
    }
  }
}

/** Properties of the element of a page. */
const propertiesOf = (page, selector, ...names) =>
  page
    .locator(selector)
    .evaluate(
      (element, asked) => Object.fromEntries(asked.map((name) => [name, element[name]])),
      names,
    );

/** Whether a property is the very value that the host gave, by the name it has in values.js. */
const isGiven = (page, selector, property, name) =>
  page
    .locator(selector)
    .evaluate((element, [own, given]) => element[own] === window[given], [property, name]);

const summary = (page) => page.locator('dash-heatmap [part=summary]').first().textContent();
const next = (page) => page.locator('#next').click();

/** The host has drawn its state, and the elements what the host gave them. */
const settled = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(window.requestAnimationFrame);
    await frame();
    await frame();
  });

const toldTo = (page) => page.evaluate(() => window.told);

const chooseHour = (page) => page.locator('dash-heatmap [part~=cell]').first().click();

async function chooseRange(page, words) {
  await page.getByRole('button', { name: /^Time range/ }).click();
  await page.getByText(words, { exact: true }).click();
}

/** The first figure of `<kpi-cards>` as it is seen. */
const figure = (page) => page.locator('kpi-cards [part=figure] .value').first().textContent();

const figureBecomes = (page, text) => becomes(() => figure(page), text);

const drawn = '148 calls · busiest Tuesday 2 PM with 145';
const otherDrawn = '8 calls · busiest Sunday 11 PM with 8';

async function defined(page) {
  await page.evaluate(() => window.define());
}

/**
 * `[name, page of the host, what is done and what must hold]`; `page` is what the example itself
 * shows. `totalCalls(range)` asks the server.
 * @type {[string, string, (page: import('playwright-core').Page, totalCalls: (range: string) => Promise<string>) => Promise<void>][]}
 */
export const checks = [
  [
    'the page of a CRM',
    'page',
    async (page, totalCalls) => {
      await figureBecomes(page, await totalCalls('last_7_days'));
      await chooseRange(page, 'Yesterday');
      await figureBecomes(page, await totalCalls('yesterday'));
      await page.getByLabel('Theme').selectOption('dark');
      const colorOf = (element) => window.getComputedStyle(element).color;
      assert.equal(await page.locator('kpi-cards').evaluate(colorOf), 'rgb(230, 234, 231)');
      const notice = () => page.locator('p[role=status]').textContent();
      await chooseHour(page);
      await becomes(notice, /^Weekday 1, 0:00, calls: \d+$/);
      await page.locator('recent-activity-feed [part=activity]').first().click();
      await becomes(notice, /^Now the CRM would open \/contacts\/[\w-]+$/);
      await page
        .locator('call-activity-chart [part=drawing] svg path')
        .first()
        .waitFor({ state: 'attached' });
    },
  ],
  [
    'attributes in markup',
    'attributes',
    async (page) => {
      await becomes(
        () => propertiesOf(page, 'kpi-cards', 'timeRange', 'heading', 'headingLevel', 'bare'),
        { timeRange: 'today', heading: 'Calls', headingLevel: 2, bare: true },
      );
    },
  ],
  [
    'text, numbers and booleans from state',
    'properties',
    async (page) => {
      const names = ['heading', 'headingLevel', 'bare'];
      const all = () => propertiesOf(page, 'dash-heatmap', ...names);
      await becomes(all, { heading: 'First', headingLevel: 2, bare: true });
      await next(page);
      await becomes(all, { heading: 'Second', headingLevel: 4, bare: false });
      const heading = page.locator('dash-heatmap [part=heading]');
      assert.equal(await heading.textContent(), 'Second');
      assert.equal(await heading.getAttribute('aria-level'), '4');
    },
  ],
  [
    'what is no longer given is as if it never was',
    'properties',
    async (page) => {
      for (const _ of properties.slice(1)) await next(page);
      await settled(page);
      const heading = page.locator('dash-heatmap [part=heading]');
      assert.deepEqual(await heading.allTextContents(), ['Calls by hour']);
      assert.equal(await heading.getAttribute('aria-level'), '3');
      assert.equal(await page.locator('dash-heatmap').getAttribute('bare'), null);
    },
  ],
  [
    'arrays and functions, the very ones',
    'rich',
    async (page) => {
      await becomes(() => summary(page), drawn);
      assert.ok(await isGiven(page, 'dash-heatmap', 'cells', 'cells'));
      assert.ok(await isGiven(page, 'stats-provider', 'permissions', 'permissions'));
      assert.ok(await isGiven(page, 'stats-provider', 'getToken', 'getToken'));
      await next(page);
      await becomes(() => summary(page), otherDrawn);
      assert.ok(await isGiven(page, 'dash-heatmap', 'cells', 'otherCells'));
    },
  ],
  [
    'text and booleans before the element is defined',
    'late',
    async (page) => {
      await defined(page);
      await becomes(() => propertiesOf(page, 'dash-heatmap', 'heading', 'bare'), {
        heading: 'Step 0',
        bare: true,
      });
    },
  ],
  [
    'arrays before the element is defined',
    'late',
    async (page) => {
      await defined(page);
      assert.ok(await isGiven(page, 'dash-heatmap', 'cells', 'cells'), 'the array is lost');
      await becomes(() => summary(page), drawn);
    },
  ],
  [
    'functions before the element is defined',
    'late',
    async (page) => {
      await defined(page);
      assert.ok(await isGiven(page, 'stats-provider', 'getToken', 'getToken'), 'it is lost');
    },
  ],
  [
    'changes after the element was defined late',
    'late',
    async (page) => {
      await defined(page);
      await next(page);
      await becomes(() => summary(page), otherDrawn);
      assert.deepEqual(await propertiesOf(page, 'dash-heatmap', 'heading'), { heading: 'Step 1' });
    },
  ],
  [
    'events, by the handler of now',
    'events',
    async (page) => {
      await chooseHour(page);
      assert.deepEqual(await toldTo(page), ['0: 1 0']);
      await next(page);
      await chooseHour(page);
      assert.deepEqual(await toldTo(page), ['0: 1 0', '1: 1 0']);
      await next(page);
      await chooseHour(page);
      assert.deepEqual(await toldTo(page), ['0: 1 0', '1: 1 0'], 'a handler was taken away');
    },
  ],
  [
    'an event that the host prevents',
    'prevented',
    async (page) => {
      const range = () => propertiesOf(page, 'stats-provider', 'timeRange');
      await chooseRange(page, 'Yesterday');
      assert.deepEqual(await range(), { timeRange: 'today' });
      await next(page);
      await chooseRange(page, 'Yesterday');
      await becomes(range, { timeRange: 'yesterday' });
    },
  ],
  [
    'the range kept in the state of the host',
    'state',
    async (page) => {
      const range = () => propertiesOf(page, 'stats-provider', 'timeRange');
      await chooseRange(page, 'Yesterday');
      await becomes(() => page.locator('output').textContent(), 'yesterday');
      await next(page);
      await becomes(range, { timeRange: 'yesterday' });
    },
  ],
  [
    'children and slots',
    'children',
    async (page) => {
      const inside = () => page.locator('stats-provider > p').textContent();
      const header = () =>
        page
          .locator('stats-dashboard slot[name=header]')
          .evaluate((slot) => slot.assignedElements().map(({ textContent }) => textContent));
      await becomes(async () => [await inside(), await header()], ['Step 0', ['Step 0']]);
      await next(page);
      await becomes(async () => [await inside(), await header()], ['Step 1', ['Step 1']]);
      await next(page);
      await becomes(async () => [await inside(), await header()], ['Step 2', []]);
    },
  ],
  [
    'shown, taken away and shown again',
    'conditional',
    async (page, totalCalls) => {
      const figure = await totalCalls('last_7_days');
      await figureBecomes(page, figure);
      await next(page);
      await becomes(() => page.locator('kpi-cards').count(), 0);
      await next(page);
      await figureBecomes(page, figure);
    },
  ],
  [
    'moved to another parent',
    'parents',
    async (page, totalCalls) => {
      const [week, ever] = [await totalCalls('last_7_days'), await totalCalls('all_time')];
      assert.notEqual(week, ever);
      await figureBecomes(page, week);
      await next(page);
      await figureBecomes(page, ever);
      await next(page);
      await figureBecomes(page, week);
    },
  ],
  [
    'a list in another order',
    'list',
    async (page) => {
      const heatmaps = page.locator('dash-heatmap');
      await becomes(() => heatmaps.count(), 3);
      await heatmaps.evaluateAll((elements) => elements.forEach((it) => (it.first = it.id)));
      const kept = () =>
        heatmaps.evaluateAll((all) => all.map(({ first, id, heading }) => [first, id, heading]));
      const of = (...names) => names.map((name) => [name, name, name]);
      await becomes(kept, of('one', 'two', 'three'));
      await next(page);
      await becomes(kept, of('three', 'two', 'one'));
      await next(page);
      await becomes(kept, of('three', 'one'));
      assert.equal(await summary(page), drawn);
    },
  ],
];
