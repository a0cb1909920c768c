import { setTimeout as wait } from 'node:timers/promises';
import { slices } from '@inlay/sdk/contract';
import { timingOf } from '../measure.mjs';
import { Client } from './client.mjs';
import { load } from './load.mjs';
import { newRanges, newRequests } from './requests.mjs';
import { Served } from './server.mjs';

const CLIENTS = 50;
const REPEATED_SECS = 6;
const LOADED_SECS = 15;
const ALONE_REQUESTS = 100;
const PROBE_EVERY_MS = 20;

/** Whole HTTP requests to a process of `inlay serve`. */
export async function measureServing(file) {
  const served = await Served.start(file);
  try {
    return {
      alone: await measureAlone(served),
      repeated: await measureRepeated(served),
      underLoad: await measureUnderLoad(served),
    };
  } finally {
    await served.stop();
  }
}

/** One client: ranges that nobody asked for before, the same range again, and revalidation. */
async function measureAlone(served) {
  const headers = await served.headersOf('organization');
  const client = new Client();
  const rows = [];
  for (const { name, path, ranged } of Object.values(slices)) {
    const range = ranged ? newRanges(name) : () => '';
    const ask = async (query, extra, expected) => {
      const reply = await client.get(`${served.url}${path}?${query}`, { ...headers, ...extra });
      if (reply.status !== expected) throw new Error(`${path}?${query}: ${reply.status}`);
      return reply;
    };
    const times = async (query, extra, expected) => {
      const found = [];
      for (let n = 0; n < ALONE_REQUESTS; n++) found.push((await ask(query(), extra, expected)).ms);
      return timingOf(found);
    };
    const uncached = ranged ? await times(range, {}, 200) : undefined;
    const query = ranged ? 'time_range=last_30_days' : '';
    const { headers: answered, bytes } = await ask(query, {}, 200);
    const repeated = await times(() => query, {}, 200);
    const unchanged = await times(() => query, { 'If-None-Match': answered.etag }, 304);
    rows.push({ slice: name, bytes, uncached, repeated, unchanged });
  }
  client.close();
  return rows;
}

/** Fifty clients who ask the same thing, as fast as it is answered. */
async function measureRepeated(served) {
  const headers = await served.headersOf('organization');
  const client = new Client();
  const rows = [];
  for (const { name, path } of [slices.stats, slices.messagingStats]) {
    const asked = `${path}?time_range=last_30_days`;
    const { headers: answered, bytes } = await client.get(served.url + asked, headers);
    const again = (extra, expected) =>
      load(served.url, {
        connections: CLIENTS,
        secs: REPEATED_SECS,
        expected,
        request: { path: asked, headers: { ...headers, ...extra } },
      });
    const same = await again({}, 200);
    const unchanged = await again({ 'If-None-Match': answered.etag }, 304);
    rows.push({ slice: name, bytes, same, unchanged });
  }
  client.close();
  return rows;
}

/** Health checks while fifty clients ask what no cache has. */
async function measureUnderLoad(served) {
  const readers = ['organization', 'five phones'];
  const headers = await Promise.all(readers.map((reader) => served.headersOf(reader)));
  const path = newRequests('under load');
  let count = 0;
  await served.resetLoopDelay();
  const probe = new Probe(`${served.url}/livez`);
  const answered = await load(served.url, {
    connections: CLIENTS,
    secs: LOADED_SECS,
    expected: 200,
    request: () => ({ path: path(), headers: headers[count++ % headers.length] }),
  });
  return { answered, health: await probe.stop(), loop: await served.loopDelay() };
}

/** Asks for health again and again, on a connection of its own. */
class Probe {
  #isStopping = false;
  #done;

  constructor(url) {
    this.#done = this.#run(url);
  }

  async #run(url) {
    const client = new Client();
    const times = [];
    while (!this.#isStopping) {
      times.push((await client.get(url)).ms);
      await wait(PROBE_EVERY_MS);
    }
    client.close();
    const sorted = times.sort((a, b) => a - b);
    return {
      ...timingOf(sorted),
      p99: sorted[Math.ceil(sorted.length * 0.99) - 1],
      max: sorted.at(-1),
    };
  }

  stop() {
    this.#isStopping = true;
    return this.#done;
  }
}
