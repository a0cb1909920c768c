import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedAt } from '../../packages/widgets/src/testing/fixtures/range.js';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { servePages, type PageServer } from '../testing/page-server.js';
import { placePage } from './testing/host-page.js';
import { areAlike } from './testing/pictures.js';

let pages: PageServer;
let browser: Browser;
let page: Page;
let clean: Shots;
let outside: string;

beforeAll(async () => {
  pages = await servePages();
  const script = 'packaging/hosts/pages/styles-page.ts';
  await placePage(pages.files, { build: 'one file', script });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  page = await browser.newPage({
    viewport: { width: 760, height: 6000 },
    timezoneId: 'Asia/Kathmandu',
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(generatedAt);
  await page.goto(pages.origin);
  await page.evaluate(() => styling.place());
  await page.evaluate((css) => styling.style(css), quiet);
  outside = await page.evaluate(() => styling.outside());
  for (const tag of ['call-activity-chart', 'message-activity-chart']) {
    await page.locator(`${tag} [part~=drawing] svg`).waitFor({ state: 'attached' });
  }
  await shots('');
  clean = await shots('');
});

afterAll(async () => {
  await browser?.close();
  await pages?.[Symbol.asyncDispose]();
});

/** What even a friendly page does. What stands in a line of text goes up and down with it. */
const quiet = `body { margin: 0 }
  time-range-selector { position: absolute !important; left: 0 !important; top: 5000px !important }`;

/** Pictures by what they show. */
type Shots = Map<string, Buffer>;

/** Every element under a stylesheet, and the panel of the time range. */
async function shots(css: string): Promise<Shots> {
  await page.evaluate((given) => styling.style(given), quiet + css);
  await page.evaluate(() => styling.drawn());
  const taken: Shots = new Map();
  for (const { tag, ...clip } of await page.evaluate(() => styling.boxes())) {
    taken.set(tag, await page.screenshot({ clip, animations: 'disabled' }));
  }
  const trigger = page.locator('time-range-selector [part~=trigger]');
  const panel = page.locator('time-range-selector [part~=panel]');
  await trigger.click();
  await panel.locator('[part~=option]').first().waitFor();
  taken.set('panel', await panel.screenshot());
  await trigger.click();
  await page.evaluate(() => styling.rest());
  await page.mouse.move(0, 0);
  return taken;
}

/** What looks otherwise than without a stylesheet. */
async function changedIn(styled: Shots): Promise<string[]> {
  const changed: string[] = [];
  for (const [name, shot] of clean) {
    const now = styled.get(name);
    if (!now || !(await areAlike(page, shot, now))) changed.push(name);
  }
  return changed;
}

const tags = 'a, button, dd, div, dl, dt, figure, input, li, p, span, svg, table, td, th, ul';

const hostile: Readonly<Record<string, string>> = {
  'a reset of everything': '* { all: unset !important }',
  'type of its own': `html { font-size: 40px !important }
    * { font-size: 30px !important; font-style: italic !important; font-weight: 900 !important;
      font-variant: small-caps !important; font-stretch: expanded !important;
      font-size-adjust: 0.9 !important; line-height: 3 !important; letter-spacing: 4px !important;
      word-spacing: 9px !important; text-rendering: geometricPrecision !important;
      font-kerning: none !important; font-feature-settings: "smcp" !important }`,
  'text of its own': `* { text-transform: uppercase !important; text-align: right !important;
      text-indent: 40px !important; text-shadow: 0 0 9px red !important; white-space: pre !important;
      word-break: break-all !important; line-break: anywhere !important; hyphens: auto !important;
      overflow-wrap: anywhere !important; -webkit-text-stroke: 2px red !important;
      text-emphasis: filled red !important; tab-size: 1 !important; quotes: none !important;
      list-style: square inside !important; border-collapse: collapse !important;
      caption-side: bottom !important; visibility: visible !important }`,
  'rules for tags': `* { box-sizing: content-box !important }
    ${tags} { margin: 9px !important; padding: 7px !important; border: 3px solid red !important;
      background: yellow !important; color: red !important; float: left !important;
      max-width: 40px !important; opacity: 0.5 !important; transform: rotate(3deg) !important }
    .card, .button, .body, .head, .menu, .frame { display: none !important }`,
};

describe('a host’s stylesheet', () => {
  test.each(Object.entries(hostile))('%s changes nothing inside', async (_, css) => {
    const styled = await shots(css);
    expect(await changedIn(styled)).toEqual([]);
    expect(styled.size).toBe(17);
    expect(await page.evaluate(() => styling.outside())).toBe(outside);
  });

  test('that is meant for the elements is seen', async () => {
    const styled = await shots(
      '* { --inlay-radius: 0px; --inlay-surface: ivory } body { color: navy }',
    );
    expect(await changedIn(styled)).toEqual([...clean.keys()]);
  });
});
