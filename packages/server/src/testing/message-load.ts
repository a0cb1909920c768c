import Database from 'better-sqlite3';
import { verifyOrganization } from '../rollup/verify.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { reader, tokenFor } from './reader.js';
import { putWorld } from './served-world.js';
import { emptyWorld } from './world.js';

const owner = reader('job', ['Ingest:Write'], { role: 'org_owner' });

/** A message of `acme`, as JSON. */
export const message = (id: string) => ({
  id,
  channel: 'sms',
  direction: 'inbound',
  status: 'received',
  created_at: '2026-03-01T10:00:00Z',
});

/** Makes a database that holds the organization `acme` and nothing else. */
export async function createAcme(file: string): Promise<void> {
  const store = await openSqlite(file);
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'Europe/Berlin' }];
  await putWorld(store, { ...emptyWorld, organizations }, Date.now());
  await store.close();
}

/** What the owner of `acme` sends with every request, now. */
export async function ownerHeaders(): Promise<Record<string, string>> {
  return {
    Authorization: `Bearer ${await tokenFor(owner, Date.now())}`,
    'Content-Type': 'application/json',
  };
}

/** Sends messages; rejects with a `TypeError` when the connection breaks. */
export const putMessages = (
  url: string,
  ids: readonly string[],
  headers: Record<string, string>,
): Promise<Response> =>
  fetch(`${url}/api/ingest/messages`, {
    method: 'POST',
    headers,
    body: JSON.stringify(ids.map(message)),
  });

/** How many messages a server counts. */
export async function countMessages(url: string): Promise<number> {
  const response = await fetch(`${url}/api/dashboard/messaging-stats?time_range=all_time`, {
    headers: await ownerHeaders(),
  });
  return ((await response.json()) as { total_messages: number }).total_messages;
}

/** What became of one request or import: the ids that it brought, and whether it said «done». */
export interface Sent {
  readonly ids: readonly string[];
  isAcknowledged: boolean;
}

/** Sends batches of some sizes, each client one after another, until a request fails. */
export class MessageLoad {
  readonly sent: Sent[] = [];
  /** Statuses other than 200 that came back. */
  readonly refusals: number[] = [];
  readonly #url: string;
  readonly #name: string;
  #acknowledged = 0;
  #next = 0;

  constructor({ url }: { readonly url: string }, name: string) {
    this.#url = url;
    this.#name = name;
  }

  /** Resolves when all clients have failed; calls `onEnough` once, at the `enough`th answer. */
  async run(sizes: readonly number[], enough: number, onEnough: () => void): Promise<void> {
    await Promise.all(
      sizes.map(async (size) => {
        while (await this.send(size)) {
          if (++this.#acknowledged === enough) onEnough();
        }
      }),
    );
  }

  /** Whether an answer came back. @throws when it is neither 200 nor a refusal that passes by. */
  async send(size: number): Promise<boolean> {
    const ids = Array.from({ length: size }, () => `${this.#name}-${this.#next++}`);
    const sent: Sent = { ids, isAcknowledged: false };
    this.sent.push(sent);
    try {
      const response = await putMessages(this.#url, ids, await ownerHeaders());
      const answer = (await response.json()) as { rows?: number };
      if (response.status === 200 && answer.rows === size) sent.isAcknowledged = true;
      else if ([503, 507].includes(response.status)) this.refusals.push(response.status);
      else throw new Error(`${response.status} ${JSON.stringify(answer)}`);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

/** What a database looks like that has lost nothing. */
export const whole = { lost: [], torn: [], integrity: 'ok', sums: 'as the events say' };

/** Acknowledged rows that are missing, requests of which only a part is there, and its own checks. */
export async function stateOf(file: string, sent: readonly Sent[]) {
  const database = new Database(file, { readonly: true });
  const ids = database.prepare('SELECT id FROM messages').pluck().all();
  const integrity = database.pragma('integrity_check', { simple: true });
  database.close();
  const stored = new Set(ids);
  const missing = (one: Sent) => one.ids.filter((id) => !stored.has(id)).length;
  return {
    lost: sent.filter((one) => one.isAcknowledged && missing(one) > 0),
    torn: sent.filter((one) => missing(one) > 0 && missing(one) < one.ids.length),
    integrity,
    sums: await sumsOf(file),
  };
}

async function sumsOf(file: string): Promise<unknown> {
  const store = await openSqlite(file, { busyTimeoutMs: 5000 });
  try {
    const found = await verifyOrganization(store, 'acme');
    return typeof found === 'number' ? whole.sums : found;
  } finally {
    await store.close();
  }
}
