/**
 * `npm run check:hosts [-- --write] [HOST …]`: builds every host page of examples/, or those that
 * are named, checks it in a browser and prints what holds; `--write` writes the table of
 * docs/hosts.md, for which all are needed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from './browser.mjs';
import { builtAndSeeded } from './steps.mjs';

const document = 'docs/hosts.md';

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});

async function outcomesOf(title, checks, host) {
  const outcomes = new Map();
  for (const check of checks) {
    try {
      await host.check(check);
      outcomes.set(check[0], true);
    } catch (error) {
      outcomes.set(check[0], false);
      console.log(`${title}: ${check[0]}: ${error.message}`);
    }
  }
  await host.close();
  return outcomes;
}

const database = await builtAndSeeded('.cache/hosts');

const { checks } = await import('../examples/checks/checks.mjs');
const { hosts, titleOf } = await import('../examples/checks/hosts.mjs');
const { hostRun } = await import('../examples/checks/host-run.mjs');
const { tableOf, withTable } = await import('../examples/checks/table.mjs');

const wanted = named.length === 0 ? hosts : hosts.filter(({ name }) => named.includes(name));
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
const runs = [];
for (const host of wanted) {
  const outcomes = await outcomesOf(
    titleOf(host),
    checks,
    await hostRun(host, { browser, database }),
  );
  runs.push({ host, outcomes });
  for (const [check, holds] of outcomes) {
    if (holds === host.short.includes(check)) process.exitCode = 1;
  }
}
await browser.close();

console.log(tableOf(runs));
if (options.write && wanted.length === hosts.length) {
  const { format } = await import('prettier');
  const written = withTable(readFileSync(document, 'utf8'), tableOf(runs));
  writeFileSync(document, await format(written, { parser: 'markdown', printWidth: 100 }));
}
