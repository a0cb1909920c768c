import assert from 'node:assert/strict';
import { build, install } from '../backend/host.mjs';
import { startHost } from '../backend/serve.mjs';
import { PATIENCE_MS } from './checks.mjs';
import { versionOf } from './hosts.mjs';

const secret = 'a secret of the checks, for HS256';

/** What this process has built of each host, which may be checked in several ways. */
const builds = new Map();

async function buildAll(name) {
  await install(name);
  await build(name);
  await build(name, 'build:checks');
}

/**
 * Installs, builds and serves a host, to be checked in a browser.
 * @param {Pick<import('./hosts.mjs').Host, 'name' | 'library' | 'way' | 'drawn'>} host
 * @param {{ browser: import('playwright-core').Browser, database: string }} given
 */
export async function hostRun(host, { browser, database }) {
  const { name, way, drawn } = host;
  if (!builds.has(name)) builds.set(name, buildAll(name));
  await builds.get(name);
  const { url, close } = await startHost(name, { database, secret, checks: true, drawn });
  const totalCalls = await truth(url);

  const addressOf = (asked) =>
    asked === 'page' && !way && !drawn
      ? url
      : `${url}/checks/?${new URLSearchParams({ check: asked, way: way?.name ?? '' })}`;

  /** @throws when the check fails, or when the page complains of anything meanwhile */
  async function check([, asked, run]) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 2400 },
      locale: 'en-US',
    });
    page.setDefaultTimeout(PATIENCE_MS);
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    try {
      await page.goto(addressOf(asked));
      if (drawn) await page.waitForFunction(() => window.takenOver);
      const drawnBy = await page.evaluate(() => window.drawnBy);
      if (drawnBy !== undefined) assert.equal(drawnBy, versionOf(host));
      await run(page, totalCalls);
    } catch (error) {
      throw new Error([error.message, ...complaints].join('\n'), { cause: error });
    } finally {
      await page.close();
    }
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  }

  return { url, check, close };
}

/** Total calls of a range, as the server says and as the elements write it. */
async function truth(url) {
  const token = await fetch(`${url}/inlay-token`, { method: 'POST' });
  const headers = { Authorization: `Bearer ${await token.text()}` };
  return async (range) => {
    const answer = await fetch(`${url}/api/dashboard/stats?time_range=${range}`, { headers });
    return (await answer.json()).total_calls.toLocaleString('en-US');
  };
}
