import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { Admission } from './admission.js';
import type { AppEnv } from './authenticate.js';

export interface ListenOptions {
  readonly port: number;
  /** Default: the loopback address, which only this machine reaches. */
  readonly host?: string;
  /** Connections at the same time; one more is closed at once. Default 5,000. */
  readonly maxConnections?: number;
  /** How long the head of a request may take; default 10 s. */
  readonly headersTimeoutMs?: number;
  /** How long a request may take to come in whole; default 30 s. */
  readonly requestTimeoutMs?: number;
  /** How long an answer may wait for a client that does not read it; default 60 s. */
  readonly silenceMs?: number;
  /** How long new connections are still answered after `close` was called; default none. */
  readonly drainMs?: number;
}

export interface Listening {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /**
   * Tells every client, with the next answer, to go elsewhere; after the drain takes no more
   * requests, lets those under way finish, then closes what is left.
   */
  close(): Promise<void>;
}

const MAX_CONNECTIONS = 5000;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than proxies keep theirs, so that none sends a request into a closing connection. */
const KEEP_ALIVE_MS = 75_000;
const SILENCE_MS = 60_000;
const PATIENCE_MS = 10_000;

/** Serves an app over HTTP. @throws when the port is taken or not allowed. */
export function listen(app: Hono<AppEnv>, options: ListenOptions): Promise<Listening> {
  const { port, host = '127.0.0.1', drainMs = 0 } = options;
  // Makes the router's tables, which the first request would wait for.
  app.router.match('GET', '/');
  const admission = new Admission();
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => admission.begin(() => app.fetch(request, env)),
        port,
        hostname: host,
        createServer,
        serverOptions: timeouts(options),
      },
      (address) => {
        const shown = host.includes(':') ? `[${host}]` : host;
        const url = `http://${shown}:${address.port}`;
        resolve({ url, close: () => close(server, farewell, drainMs) });
      },
    ) as Server;
    server.maxConnections = options.maxConnections ?? MAX_CONNECTIONS;
    server.timeout = options.silenceMs ?? SILENCE_MS;
    const farewell = new Farewell(server);
    server.once('error', reject);
  });
}

function timeouts({ headersTimeoutMs, requestTimeoutMs }: ListenOptions) {
  const headersTimeout = headersTimeoutMs ?? HEADERS_TIMEOUT_MS;
  return {
    headersTimeout,
    requestTimeout: requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(1000, headersTimeout),
  };
}

/** Ends connections with their next answer once it is time, so that no request meets a closed one. */
class Farewell {
  readonly #underWay = new Set<ServerResponse>();
  #isTime = false;

  constructor(server: Server) {
    server.prependListener('request', (_, response: ServerResponse) => {
      if (this.#isTime) response.shouldKeepAlive = false;
      this.#underWay.add(response);
      response.once('close', () => this.#underWay.delete(response));
    });
  }

  say(): void {
    this.#isTime = true;
    for (const response of this.#underWay) response.shouldKeepAlive = false;
  }
}

async function close(server: Server, farewell: Farewell, drainMs: number): Promise<void> {
  farewell.say();
  if (drainMs > 0) await wait(drainMs);
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  try {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
    });
  } finally {
    clearTimeout(impatience);
  }
}
