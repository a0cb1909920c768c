import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { run } from './run.mjs';
import { resultsOfVitest } from './test-results.mjs';

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    group: { type: 'string' },
  },
});

const files = {
  node: '.cache/tests/node.json',
  browser: '.cache/tests/browser.json',
};

const failure = (test, reason) => ({ file: '', test, reason });

/** What a runner wrote; that it died, or failed by something outside every test, is a failure. */
function resultsIn(file, runner, code, read) {
  let results;
  try {
    results = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failures: [failure(runner, 'ended before it could write what it ran')] };
  }
  if (code === 0 || results.failures.length > 0) return results;
  return { ...results, failures: [failure(runner, `ended with ${code}, though no test failed`)] };
}

async function nodeTests(env) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${files.node}`];
  const code = await run('vitest', ['run', ...reporters], env);
  return resultsIn(files.node, 'vitest', code, resultsOfVitest);
}

async function browserTests(env) {
  const group = options.group === undefined ? [] : ['--group', options.group];
  const code = await run('web-test-runner', group, env);
  return resultsIn(files.browser, 'web-test-runner', code, (results) => results);
}

/** Names what failed once more at the end, where it is found under thousands of lines. */
function report({ passed, failures }) {
  for (const { file, test, reason } of failures) {
    console.log(`FAILED ${file} › ${test}\n${reason.replace(/^/gm, '    ')}\n`);
  }
  console.log(`${passed} passed, ${failures.length} failed`);
}

rmSync('.cache/tests', { recursive: true, force: true });
mkdirSync('.cache/tests', { recursive: true });

const env = {
  CHROME_PATH: await findBrowser(),
  ...(options.full && { INLAY_TEST_FULL: '1' }),
};
if ((await run('npm', ['run', '--silent', 'build'])) !== 0) {
  report({ passed: 0, failures: [failure('npm run build', 'says above what is wrong')] });
  process.exit(1);
}
const results = [
  ...(options.group === undefined ? [await nodeTests(env)] : []),
  await browserTests(env),
];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failures = results.flatMap((result) => result.failures);
report({ passed, failures });
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
