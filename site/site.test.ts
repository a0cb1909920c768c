import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserFlags, findBrowser } from '../scripts/browser.mjs';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const root = resolve(import.meta.dirname, '..');
const isFull = process.env['INLAY_TEST_FULL'] === '1';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

describe.runIf(isFull)('the built site', () => {
  let origin: string;
  let browser: Browser;
  const server = createServer(async ({ url = '' }, response) => {
    const path = url.replace(/[?#].*$/, '').replace(/\/$/, '/index.html');
    const body = await readFile(join(root, 'site/dist', path)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, {
      'content-type': types[extname(path)] ?? 'text/plain',
    });
    response.end(body);
  });
  beforeAll(async () => {
    await promisify(execFile)('npm', ['run', 'build:docs', '--', '--built'], { cwd: root });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['', 'channel-donut'],
    ['elements/kpi-cards.html', 'kpi-cards'],
    ['elements/stats-dashboard.html', 'stats-dashboard'],
    ['architecture.html', undefined],
    ['embedding.html', undefined],
    ['hosts.html', undefined],
    ['statistics.html', undefined],
  ])('/%s asks nobody else, has no error, fits a phone and is for everybody', async (path, tag) => {
    const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
    const strangers: string[] = [];
    const failures: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin)) {
        strangers.push(request.url());
      }
    });
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(response.url());
    });
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(`${origin}/${path}`);
    if (tag) await page.locator(tag).locator('[part~=figure]').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(axe.source);
    // The theme's search button has the keys beside its name, which are no part of it.
    const found = await page.evaluate(
      async () => (await window.axe.run({ exclude: ['.VPNavBarSearch'] })).violations,
    );
    expect(found.filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag')))).toEqual([]);
    expect({ strangers, failures }).toEqual({ strangers: [], failures: [] });
    await page.close();
  });

  test('for machines it has llms.txt, whose links lead to Markdown', async () => {
    const text = await (await fetch(`${origin}/llms.txt`)).text();
    const links = [...text.matchAll(/\]\((\/[^)]+\.md)\)/g)].map(([, path = '']) => path);
    expect(links).toContain('/embedding.md');
    for (const path of links) {
      expect(await (await fetch(origin + path)).text(), path).toMatch(/^# /);
    }
  });
});
