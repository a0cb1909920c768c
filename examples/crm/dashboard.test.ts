import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slices } from '@inlay/sdk/contract';
import { openSqlite, systemClock } from '@inlay/server';
import axe from 'axe-core';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seed } from '../../packages/server/src/seed/seed.js';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { createCrm, listen } from './server.mjs';

const DELAY_MS = 300;

const paths = Object.values(slices).map((slice) => slice.path as string);
const pathOf = (request: Request) => new URL(request.url()).pathname;

let folder: string;
let url: string;
let stop: () => Promise<void>;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-dashboard-'));
  const store = await openSqlite(join(folder, 'crm.db'));
  await seed({ store, clock: systemClock });
  const listening = await listen(createCrm({ store, secret: 'x'.repeat(32) }), 0);
  url = listening.url;
  stop = async () => {
    await listening.close();
    await store.close();
  };
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
});

afterAll(async () => {
  await browser?.close();
  await stop?.();
  await rm(folder, { recursive: true, force: true });
});

let page: Page;
let asked: string[];
let complaints: string[];

beforeEach(async () => {
  asked = [];
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 6000 }, locale: 'en-US' });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (paths.includes(pathOf(request))) asked.push(pathOf(request));
  });
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

const address = (reader = '') =>
  `${url}/?${new URLSearchParams({ organization: 'harbor-and-pine', reader })}#dashboard`;

const dashboard = () => page.locator('stats-dashboard');

/** How many sections of the dashboard show numbers. */
const filled = () => dashboard().locator('[part=body][aria-busy=false]').count();

const SECTIONS = 15;

test('the whole dashboard asks once for each slice, and fills', async () => {
  await page.goto(address());
  await expect.poll(filled, { timeout: 20_000 }).toBe(SECTIONS);
  expect(asked.sort()).toEqual([...paths].sort());
});

test('a slice that is late keeps no other section waiting', async () => {
  const late = slices.textAgentStats.path;
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  await page.route(`**${late}*`, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address());
  await expect.poll(filled, { timeout: 20_000 }).toBe(SECTIONS - 1);
  const agent = dashboard().locator('text-agent-performance [part=body]');
  expect(await agent.getAttribute('aria-busy')).toBe('true');
  release(undefined);
  await expect.poll(filled, { timeout: 20_000 }).toBe(SECTIONS);
});

test('another range asks for the ranged slices alone', async () => {
  await page.goto(address());
  await expect.poll(filled, { timeout: 20_000 }).toBe(SECTIONS);
  asked.length = 0;
  await dashboard()
    .getByRole('button', { name: /Last 30 days/ })
    .click();
  await dashboard().getByRole('option', { name: 'Last 7 days' }).click();
  const ranged = Object.values(slices).filter((slice) => slice.ranged);
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBe(ranged.length);
  await expect.poll(filled, { timeout: 20_000 }).toBe(SECTIONS);
  expect([...asked].sort()).toEqual(ranged.map((slice) => slice.path as string).sort());
});

test('every section is there in its place, and axe finds nothing', async () => {
  await page.goto(address());
  await expect.poll(filled, { timeout: 20_000 }).toBe(SECTIONS);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await loaded.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
});

/** Figures, not verdicts: printed by the full run. */
test.runIf(process.env['INLAY_TEST_FULL'] === '1')(
  `times from navigation to each section, with ${DELAY_MS} ms on one slice`,
  async () => {
    await page.route(`**${slices.messagingStats.path}*`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
      await route.continue();
    });
    const begun = performance.now();
    await page.goto(address());
    const sections = await dashboard().locator('[part=body]').all();
    const times = await Promise.all(
      sections.map(async (section) => {
        const tag = await section.evaluate(
          (body) => (body.getRootNode() as ShadowRoot).host.localName,
        );
        await expect
          .poll(() => section.getAttribute('aria-busy'), { timeout: 20_000, interval: 10 })
          .toBe('false');
        return `${tag} ${Math.round(performance.now() - begun)} ms`;
      }),
    );
    console.log(times.join('\n'));
    expect(times.length).toBe(SECTIONS);
  },
);
