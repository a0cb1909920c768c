import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { run } from './run.mjs';

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    group: { type: 'string' },
  },
});

const counts = {
  node: '.cache/tests/node.json',
  browser: '.cache/tests/browser.json',
};

const readCounts = (file, countsOf) => {
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 }; // the runner died before it could write what it ran
  }
};

async function nodeTests(env) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts.node}`];
  const code = await run('vitest', ['run', ...reporters], env);
  const result = readCounts(counts.node, ({ numPassedTests, numFailedTests, success }) => ({
    passed: numPassedTests,
    failed: success ? numFailedTests : Math.max(numFailedTests, 1),
  }));
  return code === 0 ? result : { ...result, failed: Math.max(result.failed, 1) };
}

async function browserTests(env) {
  const group = options.group === undefined ? [] : ['--group', options.group];
  const code = await run('web-test-runner', group, env);
  const result = readCounts(counts.browser, (read) => read);
  return code === 0 ? result : { ...result, failed: Math.max(result.failed, 1) };
}

rmSync('.cache/tests', { recursive: true, force: true });
mkdirSync('.cache/tests', { recursive: true });

const env = {
  CHROME_PATH: await findBrowser(),
  ...(options.full && { INLAY_TEST_FULL: '1' }),
};
if ((await run('npm', ['run', '--silent', 'build'])) !== 0) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const results = [
  ...(options.group === undefined ? [await nodeTests(env)] : []),
  await browserTests(env),
];
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
