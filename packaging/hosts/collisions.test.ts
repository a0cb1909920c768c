import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { servePages, type PageServer } from '../testing/page-server.js';
import { otherVersion, placePage } from './testing/host-page.js';

let pages: PageServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pages = await servePages();
  for (const [path, text] of await otherVersion('All calls')) {
    pages.files.set(`/other${path}`, text);
  }
  const script = 'packaging/hosts/pages/collisions-page.ts';
  await placePage(pages.files, { build: 'one file', script });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
});

afterAll(async () => {
  await browser?.close();
  await pages?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(pages.origin);
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

const figures = ['1,467', '64 hours 10 minutes', '3 minutes 7 seconds', '111'];

test('a tag that the page uses for something else stays the page’s, and a prefix gives ours', async () => {
  expect(await page.evaluate(() => collisions.taken())).toEqual({
    own: true,
    renamed: figures,
    inside: figures,
  });
});

test('two versions side by side are each as they are, one under a prefix, and each in the other’s provider', async () => {
  const first = { figures, label: 'Total calls' };
  const other = { figures, label: 'All calls' };
  expect(await page.evaluate(() => collisions.twice())).toEqual({
    isFirst: true,
    first,
    other,
    otherInFirst: other,
    firstInOther: first,
  });
});

test('in a closed shadow tree of the page’s, with nothing added to its head', async () => {
  expect(await page.evaluate(() => collisions.shaded())).toEqual({ both: figures, head: 3 });
});
