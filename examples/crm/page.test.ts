import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openSqlite } from '@inlay/server';
import type { RangedQuery } from '@inlay/sdk/contract';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../packages/server/src/access/principal.js';
import { oracle } from '../../packages/server/src/testing/oracle/oracle.js';
import { seed } from '../../packages/server/src/seed/seed.js';
import type { World } from '../../packages/server/src/testing/world.js';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { shiftTables } from '../data/shift.mjs';
import { findReader, organizations } from './public/readers.js';
import { createCrm, listen } from './server.mjs';
import { expectedFrom, shownOn, type Answers } from './testing/shown.js';
import { worldOf } from '../data/testing/world.js';

/** A Wednesday noon in Copenhagen, three days after the clocks went forward. */
const now = Date.parse('2025-04-02T10:00:00Z');
const org = 'copenhagen-desk';

let folder: string;
let world: World;
let url: string;
let stop: () => Promise<void>;
let browser: Browser;

const inlay = (...parameters: string[]) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url)),
    ...parameters,
  ]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-crm-'));
  const tables = join(folder, 'tables');
  const database = join(folder, 'crm.db');
  shiftTables(fileURLToPath(new URL('../data/copenhagen/tables', import.meta.url)), tables, now);
  world = worldOf(tables);
  await inlay('import', tables, '--db', database);
  const store = await openSqlite(database);
  await seed({ store, clock: () => now });
  const crm = createCrm({ store, secret: 'x'.repeat(32), clock: () => now });
  const listening = await listen(crm, 0);
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
/** Whatever went wrong in the page: exceptions, refused content, failed requests. */
let complaints: string[];

beforeEach(async () => {
  complaints = [];
  page = await newPage({});
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

async function newPage(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Kathmandu',
    reducedMotion: 'reduce',
    ...options,
  });
  const opened = await context.newPage();
  await opened.clock.setFixedTime(now);
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return opened;
}

const address = (reader: string, organization = org) =>
  `${url}/?${new URLSearchParams({ organization, reader })}`;

const eventually: typeof expect.poll = (ask) => expect.poll(ask, { timeout: 30_000 });

/** Resolves once no element shows that it waits. */
async function settled(): Promise<void> {
  await eventually(() => page.locator('[part=body][aria-busy=false]').count()).toBe(5);
}

function principalOf(readerId: string): Principal {
  const { reader } = findReader(org, readerId) ?? {};
  if (!reader) throw new Error(`No reader ${readerId}`);
  const { id: memberId, permissions, role } = reader;
  const granted = role === 'org_owner' ? { role: 'org_owner' as const } : {};
  return { orgId: org, memberId, permissions, ...granted };
}

function answersFor(readerId: string, query: RangedQuery): Answers {
  const principal = principalOf(readerId);
  const [stats, messagingStats, engagementStats] = [
    oracle('stats', world, principal, query, now),
    oracle('messagingStats', world, principal, query, now),
    oracle('engagementStats', world, principal, query, now),
  ];
  if (!stats || !messagingStats || !engagementStats) throw new Error(`${readerId} sees nothing`);
  return { stats, messagingStats, engagementStats };
}

describe('the page shows what the files hold', () => {
  test.each(['owner', 'U560', 'U578'])('to %s', async (reader) => {
    await page.goto(address(reader));
    await settled();
    const expected = expectedFrom(answersFor(reader, { time_range: 'last_7_days' }));
    expect(await shownOn(page)).toEqual(expected);
  });

  test('and what was counted from the source by other means', async () => {
    await page.goto(address('owner'));
    await settled();
    const owner = await shownOn(page);
    expect(owner.calls['Total calls']).toBe('338');
    expect(owner.calls['Total duration']).toBe('6 hours 40 minutes');
    expect(owner.channels[1]).toMatch(/^SMS 4,150 /);

    await page.getByLabel('Seen by').selectOption('U578');
    await eventually(async () => (await shownOn(page)).calls['Total calls']).toBe('37');
    const member = await shownOn(page);
    expect(member.calls['Total duration']).toBe('23 minutes 12 seconds');
    expect(member.channels[1]).toMatch(/^SMS 456 /);
    expect(member.phones).toHaveLength(1);
  });

  test('of another range once it is chosen', async () => {
    await page.goto(address('owner'));
    await settled();
    await page.getByRole('button', { name: /^Time range/ }).click();
    await page.getByText('Yesterday', { exact: true }).click();
    const expected = expectedFrom(answersFor('owner', { time_range: 'yesterday' }));
    await eventually(async () => shownOn(page)).toEqual(expected);
  });
});

describe('readers', () => {
  test('one without permission sees one card, and nothing is asked', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(address('U4'));
    await eventually(() => page.getByText('You don’t have access').count()).toBe(1);
    expect(await page.getByText('You don’t have access').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Copenhagen desk');
    expect(await page.locator('kpi-cards').isVisible()).toBe(false);
    expect(asked.filter((path) => /^\/(api|inlay-token)/.test(path))).toEqual([]);
  });

  test('the server refuses the token of one without permission', async () => {
    const token = await tokenOf('U4');
    for (const slice of ['stats', 'messaging-stats', 'engagement-stats']) {
      const answer = await fetch(`${url}/api/dashboard/${slice}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'forbidden' });
    }
  });

  test('nobody gets a token as somebody whom the CRM does not know', async () => {
    for (const body of ['{"organization":"copenhagen-desk","reader":"U1"}', '{}', 'null', '{']) {
      const answer = await fetch(`${url}/inlay-token`, { method: 'POST', body });
      expect(answer.status).toBe(404);
    }
  });

  test('a token that is late leaves skeletons, and no error', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/inlay-token', async (route) => {
      await held;
      await route.continue();
    });
    const requested = page.waitForRequest('**/inlay-token');
    await page.goto(address('owner'));
    await requested;
    await eventually(() => page.locator('[part=skeleton]').count()).toBe(5);
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    release();
    await settled();
    expect((await shownOn(page)).calls['Total calls']).toBe('338');
  });

  test('the choice is in the address and said in words', async () => {
    await page.goto(address('owner'));
    await page.getByLabel('Seen by').selectOption('U578');
    expect(page.url()).toBe(address('U578'));
    expect(await page.locator('#who').textContent()).toBe('Clara Bay, member.');
    expect(await page.locator('#allowed').textContent()).toContain('Desk 47, and nothing else');
    await page.reload();
    expect(await page.getByLabel('Seen by').inputValue()).toBe('U578');
    await settled();
  });

  test('what is said of each is so', () => {
    const desksOf = (readerId: string) => {
      const query = { time_range: 'all_time' } as const;
      const answer = oracle('messagingStats', world, principalOf(readerId), query, now);
      return answer?.response_insights.by_phone.map((phone) => phone.phone_label);
    };
    expect(desksOf('U578')).toEqual(['Desk 47']);
    expect(desksOf('U560')?.sort()).toEqual(
      Array.from({ length: 15 }, (_, index) => `Desk ${46 + index}`),
    );
    expect(desksOf('owner')).toHaveLength(60);
    expect(desksOf('U4')).toBeUndefined();
  });
});

test('one tongue with the host: its type and its text colour', async () => {
  await page.goto(address('owner'));
  await settled();
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, fontFamily } = getComputedStyle(element);
        return { color, fontFamily };
      });
  const host = await look('body');
  expect(await look('kpi-cards [part=kpi]')).toEqual(host);
  expect(await look('channel-donut [part=heading]')).toEqual(host);
  await page.getByText('Dark', { exact: true }).click();
  const dark = await look('body');
  expect(dark.color).not.toBe(host.color);
  expect(await look('kpi-cards [part=kpi]')).toEqual(dark);
});

test('another organization opens with its own reader and range', async () => {
  await page.goto(address('U578'));
  await settled();
  await page.getByLabel('Organization').selectOption('harbor-and-pine');
  await eventually(async () => (await shownOn(page)).channels[3]).toMatch(/^Other [1-9]/);
  expect(page.url()).toBe(address('owner', 'harbor-and-pine'));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Harbor & Pine');
  expect(await page.getByRole('button', { name: /^Time range: Last 30 days/ }).count()).toBe(1);
  expect((await shownOn(page)).phones).toHaveLength(9);

  const phonesSeenBy = async (reader: string, count: number) => {
    await page.getByLabel('Seen by').selectOption(reader);
    await eventually(async () => (await shownOn(page)).phones.length).toBe(count);
    return (await shownOn(page)).phones.map((row) => row.replace(/ \d.*/, '')).sort();
  };
  expect(await phonesSeenBy('priya-nambiar', 4)).toEqual([
    'Main line',
    'Support',
    'Support inbox',
    'Web chat',
  ]);
  expect(await phonesSeenBy('claire-whitfield', 5)).toEqual([
    'Main line',
    'Sales',
    'Sales inbox',
    'Trade desk',
    'Web chat',
  ]);
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [768, 'light'],
  [375, 'dark'],
  [320, 'light'],
] as const)('at %i px, %s, nothing stands out at the side', async (width, colorScheme) => {
  await page.context().close();
  page = await newPage({ viewport: { width, height: 800 }, colorScheme });
  for (const organization of organizations) {
    await page.goto(address('owner', organization.id));
    await settled();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
  }
});

test('on a telephone the menu opens over the page and closes once something is chosen', async () => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto(address('owner'));
  await settled();
  const link = page.getByRole('link', { name: 'Channels' });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  await link.click();
  expect(await link.isVisible()).toBe(false);
  expect(new URL(page.url()).hash).toBe('#channels');
});

test.each([
  [1280, 'light'],
  [375, 'dark'],
] as const)('at %i px, %s, axe finds nothing', async (width, colorScheme) => {
  await page.context().close();
  page = await newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(address('owner'));
  await settled();
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const inPage = (window as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await inPage.run({ runOnly: tags });
    return found.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))]);
  });
  expect(violations).toEqual([]);
});

const tokenOf = async (reader: string): Promise<string> => {
  const answer = await fetch(`${url}/inlay-token`, {
    method: 'POST',
    body: JSON.stringify({ organization: org, reader }),
  });
  return (await answer.json()).token;
};
