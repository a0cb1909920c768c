/**
 * `npm run check:hosts [-- --write] [HOST …]`: builds every host page of examples/, or those that
 * are named, checks it in a browser and prints what holds; `--write` writes the tables of
 * docs/hosts.md, for which all are needed.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from './browser.mjs';
import { builtAndSeeded } from './steps.mjs';

const document = 'docs/hosts.md';

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});

async function outcomesOf(host, run) {
  const outcomes = new Map();
  for (const check of checksOf(host)) {
    try {
      await run.check(check);
      outcomes.set(check[0], true);
    } catch (error) {
      outcomes.set(check[0], false);
      console.log(`${titleOf(host)}: ${check[0]}: ${error.message}`);
    }
  }
  await run.close();
  return outcomes;
}

const database = await builtAndSeeded('.cache/hosts');

const { checksOf, hosts, mayFail, titleOf } = await import('../examples/checks/hosts.mjs');
const { hostRun } = await import('../examples/checks/host-run.mjs');
const { tableOf, tableOfWays, withTables } = await import('../examples/checks/table.mjs');

const wanted = named.length === 0 ? hosts : hosts.filter(({ name }) => named.includes(name));
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
const runs = [];
for (const host of wanted) {
  const outcomes = await outcomesOf(host, await hostRun(host, { browser, database }));
  runs.push({ host, outcomes });
  for (const [check, holds] of outcomes) {
    if (holds === mayFail(host, check)) process.exitCode = 1;
  }
}
await browser.close();

console.log(tableOf(runs.filter(({ host }) => !host.way)));
console.log(tableOfWays(runs.filter(({ host }) => host.way)));
if (options.write && wanted.length === hosts.length) {
  const { writeDocument } = await import('./documents/write.mjs');
  await writeDocument(document, withTables(readFileSync(document, 'utf8'), runs));
}
