import { elements } from '@inlay/widgets';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StrictReport } from '../../packages/widgets/src/testing/strict/strict-page.js';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { servePages } from '../testing/page-server.js';
import { builds, placePage, type Build } from './testing/host-page.js';

/** What a careful host sends with its pages. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  'media-src blob:', // where the page keeps its recordings
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
});
afterAll(() => browser?.close());

/** What a page under the policy tells of itself, and what the browser tells of it. */
async function reportOf(build: Build, address: string) {
  await using pages = await servePages({ 'content-security-policy': strictPolicy });
  const script = 'packages/widgets/src/testing/strict/strict-page.ts';
  await placePage(pages.files, { build, script, title: 'Strict' });
  const page = await browser.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(pages.origin) && !/^(blob|data):/.test(url)) foreign.push(url);
  });
  await page.addInitScript(() => {
    const told = new Promise((resolve) =>
      addEventListener('message', ({ data }) => resolve(data), { once: true }),
    );
    Object.assign(window, { told });
  });
  await page.goto(pages.origin + address);
  const report = (await page.evaluate('told')) as StrictReport;
  const head = await page.evaluate(() => document.head.childElementCount);
  await page.close();
  return { ...report, complaints, foreign, head };
}

test.each(builds)('as %s: every element draws, is used, and violates nothing', async (build) => {
  const { violations, errors, drawn, touched, files, complaints, foreign, head } = await reportOf(
    build,
    '/',
  );
  expect(violations).toEqual([]);
  expect(errors).toEqual([]);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  expect(head).toBe(4);
  expect(drawn.toSorted()).toEqual(Object.keys(elements).sort());
  expect(touched).toBeGreaterThanOrEqual(drawn.length);
  expect(files.filter((name) => name.endsWith('.png'))).toEqual([
    'call-activity_2026-10-22_2026-11-20.png',
    'message-activity_2026-10-22_2026-11-20.png',
  ]);
  expect(files.filter((name) => name.endsWith('.csv')).length).toBeGreaterThanOrEqual(10);
});

test('a violation would be noticed', async () => {
  const { violations, complaints } = await reportOf('one file', '/?violate');
  expect(violations.join()).toContain('style-src');
  expect(violations.join()).toContain('require-trusted-types-for');
  expect(complaints.length).toBeGreaterThanOrEqual(2);
});
