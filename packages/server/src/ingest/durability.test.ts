import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { reader, tokenFor } from '../testing/reader.js';
import { putWorld } from '../testing/served-world.js';
import { serveProcess, type ServedProcess } from '../testing/served-process.js';
import { emptyWorld } from '../testing/world.js';

const KILLS = process.env['INLAY_TEST_FULL'] ? 100 : 4;
const AT = '2026-03-01T10:00:00Z';
const owner = reader('job', ['Ingest:Write'], { role: 'org_owner' });

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-durability-'));
  file = join(folder, 'test.db');
  const store = await openSqlite(file);
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'Europe/Berlin' }];
  await putWorld(store, { ...emptyWorld, organizations }, Date.now());
  await store.close();
});

afterEach(() => rm(folder, { recursive: true }));

const message = (id: string) => ({
  id,
  channel: 'sms',
  direction: 'inbound',
  status: 'received',
  created_at: AT,
});

async function headers() {
  return {
    Authorization: `Bearer ${await tokenFor(owner, Date.now())}`,
    'Content-Type': 'application/json',
  };
}

/** What became of one request: the ids that it brought, and whether 200 came back. */
interface Sent {
  readonly ids: readonly string[];
  isAcknowledged: boolean;
}

/** Sends batches of some sizes, each client one after another, until a request fails. */
class Load {
  readonly sent: Sent[] = [];
  readonly #url: string;
  readonly #name: string;
  #acknowledged = 0;
  #next = 0;

  constructor({ url }: ServedProcess, name: string) {
    this.#url = url;
    this.#name = name;
  }

  /** Resolves when all clients have failed; calls `onEnough` once, at the `enough`th answer. */
  async run(sizes: readonly number[], enough: number, onEnough: () => void): Promise<void> {
    const common = await headers();
    await Promise.all(
      sizes.map(async (size) => {
        while (await this.#send(size, common)) {
          if (++this.#acknowledged === enough) onEnough();
        }
      }),
    );
  }

  async #send(size: number, common: Record<string, string>): Promise<boolean> {
    const ids = Array.from({ length: size }, () => `${this.#name}-${this.#next++}`);
    const sent: Sent = { ids, isAcknowledged: false };
    this.sent.push(sent);
    try {
      const response = await fetch(`${this.#url}/api/ingest/messages`, {
        method: 'POST',
        headers: common,
        body: JSON.stringify(ids.map(message)),
      });
      if (response.status === 503) return true;
      expect([response.status, await response.json()]).toEqual([200, { rows: size }]);
      sent.isAcknowledged = true;
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

/** Acknowledged rows that are missing, and requests of which only a part is there. */
function losses(sent: readonly Sent[]) {
  const database = new Database(file, { readonly: true });
  try {
    const ids = database.prepare('SELECT id FROM messages').pluck().all();
    const stored = new Set(ids);
    const missing = (one: Sent) => one.ids.filter((id) => !stored.has(id)).length;
    return {
      lost: sent.filter((one) => one.isAcknowledged && missing(one) > 0),
      torn: sent.filter((one) => missing(one) > 0 && missing(one) < one.ids.length),
      integrity: database.pragma('integrity_check', { simple: true }),
    };
  } finally {
    database.close();
  }
}

const whole = { lost: [], torn: [], integrity: 'ok' };

test(
  `after ${KILLS} kills at any moment, every acknowledged row is there and no request is torn`,
  { timeout: KILLS * 20_000 },
  async () => {
    const sent: Sent[] = [];
    for (let n = 0; n < KILLS; n++) {
      await using server = await serveProcess(file);
      const load = new Load(server, `k${n}`);
      const killed = Promise.withResolvers<unknown>();
      const sizes = n % 2 === 0 ? [1, 1, 1, 1, 1, 1, 1, 1] : [1, 1, 1, 20, 400, 1500];
      const enough = 1 + Math.floor(Math.random() * (n % 2 === 0 ? 200 : 20));
      await load.run(sizes, enough, () => killed.resolve(server.end('SIGKILL')));
      expect(await killed.promise).toBe('SIGKILL');
      sent.push(...load.sent);
      expect(sent.filter(({ isAcknowledged }) => isAcknowledged).length).toBeGreaterThan(0);
      expect(losses(sent)).toEqual(whole);
    }
  },
);

test('a server that is told to stop answers what it has taken, and exits with 0', async () => {
  await using server = await serveProcess(file);
  const load = new Load(server, 'stop');
  const stopped = Promise.withResolvers<unknown>();
  await load.run([1, 1, 1, 1, 50, 1000], 30, () => stopped.resolve(server.end('SIGTERM')));
  expect(await stopped.promise).toBe(0);
  expect(losses(load.sent)).toEqual(whole);
});

test('two servers of one file lose nothing, and each shows at once what the other took', async () => {
  await using first = await serveProcess(file);
  await using second = await serveProcess(file);
  const servers = [first, second] as const;
  const ask = async ({ url }: ServedProcess) => {
    const response = await fetch(`${url}/api/dashboard/messaging-stats?time_range=all_time`, {
      headers: await headers(),
    });
    return ((await response.json()) as { total_messages: number }).total_messages;
  };
  const common = await headers();
  for (let n = 0; n < 10; n++) {
    const [writing, reading] = n % 2 === 0 ? [first, second] : [second, first];
    expect(await ask(reading)).toBe(n);
    const response = await fetch(`${writing.url}/api/ingest/messages`, {
      method: 'POST',
      headers: common,
      body: JSON.stringify([message(`turn-${n}`)]),
    });
    expect(response.status).toBe(200);
    expect([await ask(reading), await ask(writing)]).toEqual([n + 1, n + 1]);
  }
  const loads = servers.map((server, n) => new Load(server, `two${n}`));
  const ended: Promise<unknown>[] = [];
  await Promise.all(
    loads.map((load, n) =>
      load.run([1, 1, 1, 200], 60, () => {
        ended.push(servers[n]?.end(n === 0 ? 'SIGKILL' : 'SIGTERM') ?? Promise.reject());
      }),
    ),
  );
  expect((await Promise.all(ended)).toSorted()).toEqual([0, 'SIGKILL']);
  expect(losses(loads.flatMap(({ sent }) => sent))).toEqual(whole);
});
