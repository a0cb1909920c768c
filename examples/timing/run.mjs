/** Opens each page with nothing cached, in turns, and tells when things were there. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@inlay/server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { chromium } from 'playwright-core';
import { percentile } from '../../bench/measure.mjs';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { pagesOf } from '../backend/host.mjs';
import { createBackend } from '../backend/routes.mjs';
import { listen } from '../crm/server.mjs';

export const pages = {
  'elements.html': 'Inlay’s elements',
  'chart.html': 'Chart.js, written by hand',
  'iframe.html': 'the elements in an iframe',
};

/** Bytes a second and ms of latency; `null`: the loopback interface as it is. */
export const networks = {
  loopback: null,
  '10 Mbit/s, 40 ms': { throughput: 1_250_000, latency: 40 },
};

const library = new URL('node_modules/chart.js/dist/chart.umd.min.js', import.meta.url);

/** The three pages, the library and the backend, all sent with gzip. */
export async function serve(database) {
  const store = await openSqlite(database);
  const site = new Hono();
  site.use(compress());
  site.get('/library/chart.umd.js', serveStatic({ path: fileURLToPath(library) }));
  site.route('/', createBackend({ store, secret: randomBytes(32).toString('hex') }));
  site.route('/', await pagesOf('timing'));
  const { url, close } = await listen(site, 0);
  return { url, close: () => close().then(() => store.close()) };
}

/** One page with nothing cached: ms until a figure and the chart were there, KiB that came. */
async function coldTimes(browser, url, network) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (network) {
    const { throughput, latency } = network;
    const rates = { downloadThroughput: throughput, uploadThroughput: throughput };
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, ...rates });
  }
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(url);
  await page.waitForFunction(() => window.times?.figure && window.times.chart);
  const times = await page.evaluate(() => window.times);
  await context.close();
  return { ...times, bytes };
}

/** Ms until figure and chart were there, bytes that came; and the browser's version. */
export async function measure(url, runs) {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: browserFlags,
  });
  const kinds = Object.keys(networks).flatMap((network) =>
    Object.keys(pages).map((page) => ({ page, network, times: [] })),
  );
  // The first round warms the server, and is not counted.
  for (let round = 0; round <= runs; round++) {
    for (const { page, network, times } of kinds) {
      const time = await coldTimes(browser, `${url}/${page}`, networks[network]);
      if (round > 0) times.push(time);
    }
  }
  const version = browser.version();
  await browser.close();
  const sorted = (times, what) => times.map((time) => time[what]).sort((a, b) => a - b);
  const spread = (times, what) => {
    const values = sorted(times, what);
    return { least: values[0], median: percentile(values, 0.5) };
  };
  const rows = kinds.map(({ page, network, times }) => ({
    page,
    network,
    figure: spread(times, 'figure'),
    chart: spread(times, 'chart'),
    bytes: spread(times, 'bytes').median,
  }));
  return { version, rows };
}
