import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { checks } from './checks.mjs';
import { hostRun } from './host-run.mjs';
import { checksOf, hosts, mayFail, titleOf } from './hosts.mjs';
import { isTold } from './table.mjs';

const root = resolve(import.meta.dirname, '../..');
const isFull = process.env['INLAY_TEST_FULL'] === '1';
const checked = hosts
  .filter(({ full }) => !full || isFull)
  .map((host) => ({ ...host, named: titleOf(host) }));

let folder: string;
let database: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-hosts-'));
  database = join(folder, 'inlay.db');
  const inlay = join(root, 'packages/server/dist/main.js');
  await promisify(execFile)(process.execPath, [inlay, 'seed', '--db', database]);
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(checked)('$named', (host) => {
  const outcomes = new Map<string, boolean>();
  let run: Awaited<ReturnType<typeof hostRun>>;
  beforeAll(async () => {
    run = await hostRun(host, { browser, database });
  }, 300_000);
  afterAll(() => run?.close());

  test.each(checksOf(host))('%s', async (...check) => {
    const [name] = check;
    outcomes.set(name, !mayFail(host, name));
    if (mayFail(host, name)) await expect(run.check(check)).rejects.toThrow();
    else await run.check(check);
  });

  test('is told of as it is', async () => {
    const document = await readFile(join(root, 'docs/hosts.md'), 'utf8');
    expect(isTold(document, { host, outcomes })).toBe(true);
  });
});

describe.runIf(isFull)('a page that a server draws', () => {
  let run: Awaited<ReturnType<typeof hostRun>>;
  beforeAll(async () => {
    run = await hostRun({ name: 'ssr' }, { browser, database });
  }, 300_000);
  afterAll(() => run?.close());

  test.each(checks.filter(([, path]) => path === 'page'))('is %s', (...check) => run.check(check));

  test('says in its markup what the address asks for', async () => {
    const markup = await (await fetch(`${run.url}/?range=yesterday`)).text();
    expect(markup).toContain('<stats-provider base-url="/" time-range="yesterday">');
    expect(markup).toContain('<kpi-cards class="wide" compare="previous_period"></kpi-cards>');
    const hostile = await (await fetch(`${run.url}/?range="><b>`)).text();
    expect(hostile).toContain('<stats-provider base-url="/" time-range="last_7_days">');
  });
});
