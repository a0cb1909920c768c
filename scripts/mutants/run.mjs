/**
 * Plants each bug of the lists into a copy of the server, one after the other, and runs the tests
 * that are to catch it: `npm run test:mutants`, or `npm run test:mutants -- access` for one list.
 * Exits 1 when a bug survives, and when a test fails without any.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as access from './access.mjs';
import * as rollups from './rollups.mjs';

const lists = { access, rollups };

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = `${root}.cache/mutants/`;
const source = 'packages/server/src/';

/** Few worlds, always the same ones, and none made smaller: a bug is caught or it is not. */
const env = {
  ...process.env,
  INLAY_TEST_NO_SHRINK: '1',
  INLAY_TEST_SEED: '1',
  INLAY_TEST_WORLDS: '100',
};

function makeCopy() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(`${copy}packages`, { recursive: true });
  for (const path of [
    'packages/server',
    'packages/sdk/tsconfig.json',
    'vitest.config.ts',
    'package.json',
    'tsconfig.base.json',
  ]) {
    cpSync(`${root}${path}`, `${copy}${path}`, {
      recursive: true,
      filter: (from) => !/\/(dist|node_modules)$/.test(from),
    });
  }
  symlinkSync(`${root}node_modules`, `${copy}node_modules`);
}

/** The first file of a stage that fails over the copy as it is; `undefined` when all pass. */
function failing(files) {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const report = `${copy}report.json`;
  const options = ['--bail=1', '--reporter=json', `--outputFile=${report}`];
  const paths = files.map((file) => `${source}${file}`);
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...options, ...paths], {
    cwd: copy,
    env,
  });
  if (status === 0) return undefined;
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed =
    // Files that were cut short count as failed too.
    testResults.find(({ assertionResults }) =>
      assertionResults.some((result) => result.status === 'failed'),
    ) ?? testResults.find((result) => result.status === 'failed');
  return failed ? failed.name.split(`/${source}`)[1] : 'no test in particular';
}

/** What catches a bug, the quick tests first. */
function catching(stages) {
  for (const files of stages) {
    const by = failing(files);
    if (by !== undefined) return by;
  }
  return undefined;
}

function plant({ file, from, to }) {
  const path = `${copy}${source}${file}`;
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not have once: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return () => writeFileSync(path, text);
}

/** How many of a list survive. */
function runList(name, { mutants, stages }) {
  const alone = catching(stages);
  if (alone !== undefined) {
    console.error(`${alone} fails without any planted bug`);
    process.exit(1);
  }
  console.log(`| ${name}: planted bug | in | killed by |\n| --- | --- | --- |`);
  let survived = 0;
  for (const mutant of mutants) {
    const restore = plant(mutant);
    const by = catching(stages);
    restore();
    if (by === undefined) survived += 1;
    console.log(`| ${mutant.bug} | ${mutant.file} | ${by ?? 'SURVIVED'} |`);
  }
  console.log(`\n${name}: ${mutants.length - survived} of ${mutants.length} killed\n`);
  return survived;
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in lists));
if (unknown !== undefined) throw new Error(`there is no list ${unknown}`);
makeCopy();
let survived = 0;
for (const [name, list] of Object.entries(lists)) {
  if (chosen.length === 0 || chosen.includes(name)) survived += runList(name, list);
}
rmSync(copy, { recursive: true, force: true });
process.exitCode = survived === 0 ? 0 : 1;
