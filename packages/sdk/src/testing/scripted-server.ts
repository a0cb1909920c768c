import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one request is answered. */
export type Step = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A request as it arrived. */
export interface Arrival {
  method: string;
  /** Path and query. */
  target: string;
  headers: IncomingMessage['headers'];
}

/** A real server on a port of its own that follows a script. */
export interface ScriptedServer extends AsyncDisposable {
  baseUrl: string;
  /** Everything that arrived, in order. */
  arrivals: Arrival[];
  /** Settles when `count` requests have arrived in all. */
  arrived(count: number): Promise<void>;
  /** Settles when the client has closed `count` requests that had no whole answer. */
  abandoned(count: number): Promise<void>;
}

/** Each request takes the next step; the last step serves all further ones. */
export async function startServer(...script: Step[]): Promise<ScriptedServer> {
  const arrivals: Arrival[] = [];
  const arrival = new Tally();
  const abandonment = new Tally();
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const step = script[Math.min(arrivals.length, script.length - 1)];
    arrivals.push({ method, target: url, headers });
    response.on('close', () => {
      if (!response.writableFinished) abandonment.add();
    });
    step?.(request, response);
    arrival.add();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    arrivals,
    arrived: (count) => arrival.reached(count),
    abandoned: (count) => abandonment.reached(count),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

class Tally {
  #count = 0;
  #waiting: { count: number; resolve: () => void }[] = [];

  add(): void {
    this.#count++;
    for (const { count, resolve } of this.#waiting) if (this.#count >= count) resolve();
  }

  reached(count: number): Promise<void> {
    const { promise, resolve }: PromiseWithResolvers<void> = Promise.withResolvers();
    if (this.#count >= count) resolve();
    else this.#waiting.push({ count, resolve });
    return promise;
  }
}

type Headers = Record<string, string>;

/** Answers with JSON. */
export const json =
  (body: unknown, headers: Headers = {}, status = 200): Step =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

/** Answers with a problem as the server of the product does. */
export const problem = (status: number, code: string, headers: Headers = {}, more = {}): Step =>
  json(
    { type: `urn:inlay:problem:${code}`, title: 'A title', status, code, ...more },
    { 'content-type': 'application/problem+json', ...headers },
    status,
  );

/** Answers 304 when the request names this tag, with JSON otherwise. */
export const tagged =
  (etag: string, body: unknown): Step =>
  (request, response) =>
    request.headers['if-none-match'] === etag
      ? response.writeHead(304, { etag }).end()
      : json(body, { etag })(request, response);

/** A page as a proxy or a captive portal sends it. */
export const html =
  (status: number): Step =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'text/html' })
      .end('<!doctype html><h1>Sorry</h1>');

export const redirect =
  (location: string): Step =>
  (_, response) =>
    response.writeHead(302, { location }).end();

/** Closes the connection without a word. */
export const reset: Step = (request) => request.socket.resetAndDestroy();

/** Takes the request and never answers. */
export const blackHole: Step = () => undefined;

/** Sends headers and a piece of the body, then nothing more. */
export const stall: Step = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"meta":');
};

/** Sends headers and a piece of the body, then closes the connection. */
export const truncate: Step = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"meta":', () => request.socket.destroy());
};

/** Follows the step once the promise has settled. */
export const after =
  (ready: Promise<unknown>, step: Step): Step =>
  (request, response) =>
    ready.then(() => step(request, response));
