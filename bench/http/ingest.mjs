import Database from 'better-sqlite3';
import { Random } from '../../packages/server/dist/seed/random.js';
import { NOW } from '../world/calendar.mjs';
import { Client } from './client.mjs';
import { load } from './load.mjs';
import { Served } from './server.mjs';

const PATH = '/api/ingest/messages';
const CLIENTS = 50;
const BATCH_CLIENTS = 2;
const BATCH_ROWS = 1000;
const SECS = 8;
const PHONES = 500;
const PHONES_PER_MEMBER = 5;
const HOUR_MS = 3_600_000;
const LATE_HOURS = 24 * 30;
const LATE_SHARE = 0.1;

/**
 * Messages as they come in: most of the last hour, one in ten up to a month late, to threads that
 * exist.
 */
function messagesFor(contacts) {
  const random = new Random('ingest');
  let count = 0;
  return () => {
    const phone = random.integer(0, PHONES - 1);
    const isInbound = random.chance(0.5);
    const hours = random.chance(LATE_SHARE) ? LATE_HOURS : 1;
    return {
      id: `live${(count++).toString(36)}`,
      phone_id: `p${String(phone).padStart(3, '0')}`,
      member_id: `m${String(Math.floor(phone / PHONES_PER_MEMBER)).padStart(3, '0')}`,
      contact_id: `k${random
        .integer(0, contacts - 1)
        .toString(36)
        .padStart(5, '0')}`,
      channel: 'sms',
      direction: isInbound ? 'inbound' : 'outbound',
      status: isInbound ? 'received' : 'delivered',
      created_at: new Date(NOW - Math.floor(random.next() * hours * HOUR_MS)).toISOString(),
    };
  };
}

/**
 * Rows over HTTP into a database of its own: one by one from fifty clients, and in batches.
 * @param {number} contacts how many the big organization has
 */
export async function measureIngest(file, contacts) {
  const served = await Served.start(file);
  try {
    const headers = await served.headersOf('organization');
    const message = messagesFor(contacts);
    const status = await firstStatus(served, headers, message());
    if (status === 404) return { missing: `POST ${PATH} is not in this build` };
    if (status !== 200) throw new Error(`POST ${PATH} answers ${status}`);
    const rows = (count) => JSON.stringify(Array.from({ length: count }, message));
    const post = (count, connections) =>
      load(served.url, {
        connections,
        secs: SECS,
        expected: 200,
        request: () => ({
          path: PATH,
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: rows(count),
        }),
      });
    const single = await measured(served, () => post(1, CLIENTS));
    const batches = await measured(served, () => post(BATCH_ROWS, BATCH_CLIENTS));
    requireRows(file, single.answered + batches.answered * BATCH_ROWS);
    return { single, batches: { ...batches, rowsPerSec: batches.perSec * BATCH_ROWS } };
  } finally {
    await served.stop();
  }
}

/** @throws {Error} when the database holds fewer rows than were acknowledged */
function requireRows(file, acknowledged) {
  const database = new Database(file, { readonly: true });
  const { kept } = database
    .prepare("SELECT COUNT(*) AS kept FROM messages WHERE id LIKE 'live%'")
    .get();
  database.close();
  if (kept < acknowledged) throw new Error(`${acknowledged} rows acknowledged, ${kept} kept`);
}

async function measured(served, work) {
  await served.resetLoopDelay();
  return { ...(await work()), loop: await served.loopDelay() };
}

async function firstStatus(served, headers, row) {
  const client = new Client();
  const { status } = await client.post(served.url + PATH, headers, JSON.stringify([row]));
  client.close();
  return status;
}
