import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { servePages, type PageServer } from '../testing/page-server.js';
import { placePage } from './testing/host-page.js';

let pages: PageServer;
let browser: Browser;
let page: Page;
let thrown: string[];

beforeAll(async () => {
  pages = await servePages();
  const script = 'packaging/hosts/pages/parts-page.ts';
  await placePage(pages.files, { build: 'modules', script, lang: 'en' });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
});

afterAll(async () => {
  await browser?.close();
  await pages?.[Symbol.asyncDispose]();
});

/** The network loses what the elements fetch when it is wanted. */
const lost = /\/(on-demand|echarts|paint-chart)-\w+\.js$/;
const isBack = () => page.unroute(lost);

beforeEach(async () => {
  thrown = [];
  page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', ({ message }) => thrown.push(message));
  await page.route(lost, (route) => route.abort('connectionreset'));
  await page.goto(pages.origin);
});

afterEach(async () => {
  expect(thrown).toEqual([]);
  await page.close();
});

const sorry = 'This couldn’t be loaded. Try again.';

test.each([
  ['kpi-cards', 'menu-button', 'menu', '[role=menuitem]'],
  ['kpi-cards', 'definitions-button', 'definitions', '[aria-busy], dl, p'],
  ['time-range-selector', 'trigger', 'panel', '[part~=option]'],
])(
  '<%s> says so in place of its %s, and has it the next time',
  async (tag, button, panel, inside) => {
    const opener = page.locator(`${tag} [part~=${button}]`);
    const popup = page.locator(`${tag} [part~=${panel}]`);
    await opener.click();
    await popup.getByText(sorry).waitFor();
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'hidden' });
    await isBack();
    await opener.click();
    await popup.locator(inside).first().waitFor();
    expect(await popup.getByText(sorry).count()).toBe(0);
  },
);

test('<recent-calls> says so beside the recording, and has its player the next time', async () => {
  const play = page.locator('recent-calls [part~=play]').first();
  await play.click();
  await page.locator('recent-calls').getByText(sorry).waitFor();
  await isBack();
  await play.click();
  await page.locator('recent-calls [part~=player]').waitFor();
  expect(await page.locator('recent-calls').getByText(sorry).count()).toBe(0);
});

test('<dash-heatmap> does without its tooltip, and has it when a cell is pointed at anew', async () => {
  const cell = page.locator('dash-heatmap [part~=cell]').first();
  const tooltip = page.locator('dash-heatmap [part~=tooltip]');
  const missed = page.waitForEvent('console', (message) => message.text().includes('dash-heatmap'));
  await cell.hover();
  await missed;
  expect(await tooltip.count()).toBe(0);
  await page.mouse.move(0, 0);
  await isBack();
  await cell.hover();
  await tooltip.waitFor();
});

test('<message-activity-chart> offers its numbers as a table, and draws when it is seen again', async () => {
  const chart = page.locator('message-activity-chart');
  await chart.scrollIntoViewIfNeeded();
  const asTable = chart.getByRole('button', { name: 'View as table' });
  await asTable.waitFor();
  await asTable.click();
  await chart.getByText(sorry).waitFor();
  await page.keyboard.press('Escape');
  await isBack();
  await asTable.click();
  await chart.locator('[part~=table-view]').waitFor();
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '300vh';
    scrollTo(0, 0);
  });
  await chart.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        new IntersectionObserver(([entry], observer) => {
          if (entry?.isIntersecting) return;
          observer.disconnect();
          resolve();
        }).observe(element);
      }),
  );
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('[part~=drawing] svg').waitFor({ state: 'attached' });
  expect(await chart.locator('[part~=failed]').count()).toBe(0);
});
