import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { build } from 'esbuild';
import {
  blackHole,
  html,
  problem,
  reset,
  stall,
  truncate,
} from './packages/sdk/src/testing/scripted-server.ts';
import { browserFlags, findBrowser } from './scripts/browser.mjs';
import { resultReporter } from './scripts/test-results.mjs';

/** A zone at which sums go wrong that take the reader's for the organization's: UTC+05:45. */
const readersZone = 'Asia/Kathmandu';

/** One group per folder with tests: `--group kpi-cards`, `--group heatmap-grid`. */
const folders = new Map();
for (const file of globSync('packages/widgets/src/**/*.test.ts').sort()) {
  const name = basename(dirname(file));
  folders.set(name, [...(folders.get(name) ?? []), file]);
}

/** `emulate({ 'forced-colors': 'active' })` in a test; `emulate({})` ends it. */
const emulatePlugin = {
  name: 'emulate',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate') return undefined;
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await session.browser.getPage(session.id).emulateMediaFeatures(features);
    return true;
  },
};

/** How often what a page holds is counted before the least count is taken. */
const counts = 5;

/** `held()` in a test: what the page holds after its garbage is collected. */
const heldPlugin = {
  name: 'held',
  async executeCommand({ command, session }) {
    if (command !== 'held') return undefined;
    const page = session.browser.getPage(session.id);
    const devtools = await page.createCDPSession();
    const least = { nodes: Infinity, listeners: Infinity, bytes: Infinity };
    // What is on its way out, of the runner's own too, is counted until it has gone.
    for (let count = 0; count < counts; count++) {
      await devtools.send('HeapProfiler.collectGarbage');
      const metrics = await page.metrics();
      const { Nodes: nodes, JSEventListeners: listeners, JSHeapUsedSize: bytes } = metrics;
      least.nodes = Math.min(least.nodes, nodes);
      least.listeners = Math.min(least.listeners, listeners);
      least.bytes = Math.min(least.bytes, bytes);
    }
    await devtools.detach();
    return least;
  },
};

const isFullRun = process.env.INLAY_TEST_FULL === '1';

/** `isFullRun()` in a test. */
const fullRunPlugin = {
  name: 'full-run',
  async executeCommand({ command }) {
    return command === 'full-run' ? { full: isFullRun } : undefined;
  },
};

const retryAfter = (status, value) => problem(status, 'unavailable', { 'retry-after': value });

/** A server under `/faults/<name>` for each way in which answers fail to come. */
const faults = new Map(
  Object.entries({
    reset,
    'black-hole': blackHole,
    stall,
    truncation: truncate,
    page: html(200),
    'error-page': html(502),
    'retry-after-huge': retryAfter(429, '99999999999999999999'),
    'retry-after-negative': retryAfter(503, '-1'),
    'retry-after-date': retryAfter(503, 'Fri, 31 Dec 9999 23:59:59 GMT'),
    'retry-after-garbage': retryAfter(429, 'soon'),
  }),
);

const faultyAnswers = async (context, next) => {
  const fault = faults.get(context.path.match(/^\/faults\/([^/]+)\//)?.[1]);
  if (!fault) return next();
  context.respond = false;
  return fault(context.req, context.res);
};

const echartsDoor = 'packages/widgets/src/shared/echarts.ts';

/** ECharts as one module, as in a host's bundle: it is some 250 files that ask for `process`. */
const bundleEcharts = async () => {
  const { outputFiles } = await build({
    entryPoints: [echartsDoor],
    bundle: true,
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles[0].text;
};

let bundled;
const echartsPlugin = {
  name: 'echarts',
  async serve({ path }) {
    if (path !== `/${echartsDoor}`) return undefined;
    bundled ??= bundleEcharts();
    return { body: await bundled, type: 'js' };
  },
};

export default {
  rootDir: '.',
  groups: [...folders].map(([name, files]) => ({ name, files })),
  concurrency: 1,
  testsFinishTimeout: (isFullRun ? 30 : 4) * 60_000,
  nodeResolve: { browser: true, exportConditions: ['browser'] },
  middleware: [faultyAnswers],
  plugins: [
    echartsPlugin,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'packages/widgets/tsconfig.json' }),
    emulatePlugin,
    heldPlugin,
    fullRunPlugin,
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await findBrowser(), args: browserFlags },
      async createPage({ context }) {
        const page = await context.newPage();
        await page.emulateTimezone(readersZone);
        // Pages are many and one window has the focus: without, :focus matches in none but one.
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  reporters: [
    process.stdout.isTTY ? defaultReporter() : summaryReporter({}),
    resultReporter('.cache/tests/browser.json'),
  ],
};
