import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  endpoints,
  type AnswerOf,
  type EndpointName,
  type Endpoints,
  type Problem,
} from '@inlay/sdk/contract';
import type { Principal } from '../access/principal.js';
import { createTokenVerifier } from '../access/token.js';
import { createApp, type AppOptions } from '../app.js';
import type { LogEvent } from '../http/request-log.js';
import { writeRows } from '../ingest/apply.js';
import { tableNames } from '../ingest/tables.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { SECRET, SERVER_KEY, tokenFor } from './reader.js';
import type { World } from './world.js';

/** What came back: the parsed body of whatever status, with its headers. */
export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

/** A server over a world, asked as over HTTP, without a socket. */
export interface ServedWorld {
  readonly store: Store;
  /** The database's file. */
  readonly file: string;
  /** What the server has logged. */
  readonly logged: readonly LogEvent[];
  ask<Name extends EndpointName>(
    slice: Name,
    principal: Principal,
    query?: string | object,
    headers?: Record<string, string>,
  ): Promise<Reply<AnswerOf<Endpoints[Name]> & Problem>>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Serves everything that there is to serve, unless `options` say otherwise. */
export async function serveWorld(
  world: World,
  now: number,
  options: Partial<AppOptions> = {},
): Promise<ServedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'inlay-'));
  const file = join(folder, 'world.db');
  const store = await openSqlite(file, { readers: 1 });
  const logged: LogEvent[] = [];
  await putWorld(store, world, now);
  const clock = () => now;
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  const app = createApp({
    store,
    clock,
    verify,
    embedTokens: { serverKey: SERVER_KEY, secret: SECRET },
    log: (event) => logged.push(event),
    ...options,
  });
  const fetch = async (path: string, init?: RequestInit) => app.request(path, init);
  return {
    store,
    file,
    logged,
    fetch,
    ask: async (slice, principal, query = '', headers = {}) => {
      const token = await tokenFor(principal, now);
      const response = await fetch(`${endpoints[slice].path}?${queryString(query)}`, {
        headers: { ...headers, Authorization: `Bearer ${token}` },
      });
      const text = await response.text();
      const body = text === '' ? undefined : JSON.parse(text);
      return { status: response.status, headers: response.headers, text, body };
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Writes every row of a world by the one way in. */
export const putWorld = (store: Store, world: World, now: number): Promise<void> =>
  writeRows(store, async (rows) => {
    for (const table of tableNames) await rows.putJson(table, world[table], now);
  });

/** Runs `work` over a served world and cleans up after it. */
export async function withWorld(
  world: World,
  now: number,
  work: (served: ServedWorld) => Promise<void>,
): Promise<void> {
  const served = await serveWorld(world, now);
  try {
    await work(served);
  } finally {
    await served.close();
  }
}

function queryString(query: string | object): string {
  if (typeof query === 'string') return query;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined) params.append(name, String(entry));
    }
  }
  return params.toString();
}
