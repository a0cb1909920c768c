import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@inlay/server';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../packages/server/src/seed/seed.js';
import { tokenFor } from '../../packages/server/src/testing/reader.js';
import {
  serveProcess,
  type ServedProcess,
} from '../../packages/server/src/testing/served-process.js';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { servePages, type PageServer } from '../testing/page-server.js';
import type { Placing, Shown } from './pages/elements-page.js';
import { placePage } from './testing/host-page.js';
import { faults, halfOpen, latency, startRelay, type Relay } from './testing/relay.js';

const org = 'harbor-and-pine';

/** The long run waits as long as a page would. */
const isFullRun = process.env['INLAY_TEST_FULL'] === '1';
const deadlineMs = isFullRun ? undefined : 6_000;
const limitMs = 20_000;

/** One of each kind; the long run has them all. */
const shortRun = [
  'black hole',
  'stall',
  'reset',
  'truncation',
  'a page',
  '429 for ever',
  'the token repeated',
];
const tried = Object.entries(faults).filter(([name]) => isFullRun || shortRun.includes(name));

const ranged = [
  'ai-message-origin-stats',
  'ai-usage-stats',
  'engagement-stats',
  'messaging-stats',
  'stats',
  'text-agent-stats',
];

let folder: string;
let server: ServedProcess;
let pages: PageServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-relay-'));
  const file = join(folder, 'relay.db');
  const store = await openSqlite(file);
  await seed({ store, clock: Date.now, orgId: org });
  await store.close();
  pages = await servePages();
  const script = 'packaging/hosts/pages/elements-page.ts';
  await placePage(pages.files, { build: 'one file', script, lang: 'en' });
  server = await serveProcess(file, { INLAY_CORS_ORIGINS: pages.origin });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
});

afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await pages?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A page of a host whose elements ask through a relay, and all that it told the world. */
async function openThrough(relay: Relay, reader: string) {
  const told: string[] = [];
  const principal = { orgId: org, memberId: reader, permissions: [], role: 'org_owner' as const };
  const token = await tokenFor(principal, Date.now());
  const page = await browser.newPage();
  await page.clock.setFixedTime(Date.now());
  page.on('pageerror', (error) => told.push(`thrown: ${error.stack}`));
  page.on('console', (message) => told.push(`console: ${message.text()}`));
  page.on('request', (request) => told.push(`request: ${request.url()} ${request.postData()}`));
  await page.goto(pages.origin);
  const placed = (placing: Placing) =>
    page.evaluate(([url, secret, given]) => host.place(url, secret, given), [
      relay.url,
      token,
      placing,
    ] as const);
  return { page, token, told, placed };
}

const statesOf = (shown: readonly Shown[]): string[] => [
  ...new Set(shown.map(({ state }) => state)),
];
const numbersOf = (shown: readonly Shown[]) => shown.map(({ tag, numbers }) => [tag, numbers]);

/** Where a token, or a part of one that says something, can be read. */
const leaksOf = (token: string, places: Readonly<Record<string, string>>): string[] =>
  Object.entries(places)
    .filter(([, text]) => token.split('.').some((part) => text.includes(part)))
    .map(([name]) => name);

/** Runs within the time in which every request has to be settled. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work;
  if (isFullRun) expect(performance.now() - began).toBeLessThan(limitMs);
  return result;
}

type Act = 'settled' | 'refreshed' | 'retried';

/** Places every element in a page behind a relay, with a way to act and to look at what comes of it. */
async function placedThrough(relay: Relay, reader: string) {
  const { page, token, told, placed } = await openThrough(relay, reader);
  await placed({ deadlineMs });
  return {
    act: (what: Act) => inTime(page.evaluate((given) => host[given](), what)),
    /** Nothing was thrown into the page, and nobody can read the token. */
    async expectHarmless() {
      expect(await page.evaluate(() => host.thrown)).toEqual([]);
      expect(told.filter((line) => line.startsWith('thrown'))).toEqual([]);
      const readable = await page.evaluate(() => host.readable());
      expect(leaksOf(token, { ...readable, told: told.join('\n') })).toEqual([]);
      await page.close();
    },
  };
}

describe.concurrent('every element, when the network to a real server breaks by', () => {
  test.each(tried)('%s', async (name, fault) => {
    await using relay = await startRelay(server.url);
    relay.fault = fault;
    const { act, expectHarmless } = await placedThrough(relay, name.replaceAll(' ', '-'));
    expect(statesOf(await act('settled'))).toEqual(['error']);

    relay.heal();
    const before = await act('retried');
    expect(statesOf(before)).toEqual(['ready']);

    relay.fault = fault;
    const during = await act('refreshed');
    expect(statesOf(during)).toEqual(['stale']);
    expect(numbersOf(during)).toEqual(numbersOf(before));

    relay.heal();
    const after = await act('retried');
    expect(statesOf(after)).toEqual(['ready']);
    expect(numbersOf(after)).toEqual(numbersOf(before));
    await expectHarmless();
  });

  test('half-open connections', async () => {
    await using relay = await startRelay(server.url);
    relay.fault = halfOpen;
    const { act, expectHarmless } = await placedThrough(relay, 'half-open');
    const before = await act('settled');
    expect(statesOf(before)).toEqual(['ready']);

    relay.hangUp();
    const during = await act('refreshed');
    expect(statesOf(during)).toContain('stale');
    expect(statesOf(during)).not.toContain('error');
    expect(numbersOf(during)).toEqual(numbersOf(before));

    relay.heal();
    expect(statesOf(await act('retried'))).toEqual(['ready']);
    await expectHarmless();
  });

  test('latency, which is waited for', async () => {
    await using relay = await startRelay(server.url);
    relay.fault = latency;
    const { act, expectHarmless } = await placedThrough(relay, 'latency');
    expect(statesOf(await act('settled'))).toEqual(['ready']);
    expect(statesOf(await act('refreshed'))).toEqual(['ready']);
    await expectHarmless();
  });
});

test('a token that somebody in the page could read is found', async () => {
  await using relay = await startRelay(server.url);
  const { page, token, placed } = await openThrough(relay, 'careless');
  await placed({});
  await page.evaluate(() => host.settled());
  expect(leaksOf(token, await page.evaluate(() => host.readable()))).toEqual([]);
  const places = ['events', 'markup', 'storage', 'addresses', 'window', 'elements'];
  for (const place of places) {
    await page.evaluate(([where, secret]) => host.spill(where, secret), [place, token] as const);
    expect(leaksOf(token, await page.evaluate(() => host.readable()))).toContain(place);
  }
  await page.close();
});

test('fifty elements ask once for each thing that they show', async () => {
  await using relay = await startRelay(server.url);
  const { page, placed } = await openThrough(relay, 'fifty');
  const ranges = ['today', 'last_7_days', 'last_30_days', 'last_90_days'];
  const reads = () => relay.requests.filter((request) => request.startsWith('GET')).sort();
  expect(await placed({ ranges })).toBeGreaterThanOrEqual(50);
  expect(statesOf(await page.evaluate(() => host.settled()))).not.toContain('error');
  const asked = [
    'GET /api/dashboard/plan-stats',
    ...ranged.flatMap((slice) =>
      ranges.map((range) => `GET /api/dashboard/${slice}?time_range=${range}`),
    ),
  ].sort();
  expect(reads()).toEqual(asked);
  await page.evaluate(() => host.refreshed());
  expect(reads()).toEqual([...asked, ...asked].sort());
  await page.close();
});
