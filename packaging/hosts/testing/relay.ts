import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A way in which what goes through a relay is broken. */
export interface Fault {
  /** Takes a request in place of the server; `false`: the server gets it. */
  readonly request?: (request: string, client: Socket) => boolean;
  /**
   * Takes a piece of an answer in place of the client. Requests go to the server without their
   * condition, so that answers have a body to break.
   */
  readonly answer?: (piece: Buffer, client: Socket) => unknown;
  /** Clients are not told when the server's end of their connection is gone. */
  readonly silentEnds?: boolean;
}

/** What stands in the network between a page and the server. */
export interface Relay extends AsyncDisposable {
  /** Where a page finds the server. */
  readonly url: string;
  /** From now on things go wrong in this way; `undefined`: no longer. */
  fault: Fault | undefined;
  /** What arrived, as `GET /path?query`, in order. */
  readonly requests: readonly string[];
  /** Ends every connection to the server. */
  hangUp(): void;
  /**
   * From now on everything is passed on. Connections that were broken are reset, as those are whose
   * other end is reached again and knows nothing of them: Chromium drops a read that is given up, but
   * keeps its preflight, and with it one of the six connections that a page may have to a server.
   */
  heal(): void;
}

/** @param server URL of the server to which everything is passed on */
export async function startRelay(server: string): Promise<Relay> {
  const { hostname, port } = new URL(server);
  const connections = new Map<Socket, Socket>();
  const broken = new Set<Socket>();
  const requests: string[] = [];
  const relay = { fault: undefined as Fault | undefined };
  const listener = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    connections.set(client, upstream);
    client.on('data', (piece) => {
      const request = piece.toString('latin1');
      requests.push(/^\S+ \S+/.exec(request)?.[0] ?? '');
      if (relay.fault) broken.add(client);
      if (relay.fault?.request?.(request, client) || upstream.destroyed) return;
      upstream.write(relay.fault?.answer ? unconditional(request) : request, 'latin1');
    });
    upstream.on('data', (piece) => {
      if (relay.fault?.answer) relay.fault.answer(piece, client);
      else client.write(piece);
    });
    // An error is followed by `close`.
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    client.on('close', () => {
      connections.delete(client);
      broken.delete(client);
      upstream.destroy();
    });
    upstream.on('close', () => {
      if (!relay.fault?.silentEnds) client.destroy();
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return Object.assign(relay, {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    requests,
    heal() {
      relay.fault = undefined;
      for (const client of broken) client.resetAndDestroy();
    },
    hangUp() {
      for (const upstream of connections.values()) upstream.destroy();
    },
    async [Symbol.asyncDispose]() {
      for (const client of connections.keys()) client.destroy();
      listener.close();
      await once(listener, 'close');
    },
  });
}

const unconditional = (request: string): string => request.replace(/^if-none-match: .*\r\n/im, '');

const isPreflight = (request: string): boolean => request.startsWith('OPTIONS');

/** Answers reads in place of the server; permission to read across origins is the server's to give. */
const instead = (answer: (request: string) => string): Fault => ({
  request: (request, client) => {
    if (isPreflight(request)) return false;
    client.write(answer(request));
    return true;
  },
});

const reply = (status: string, headers: Readonly<Record<string, string>>, body = ''): string =>
  [
    `HTTP/1.1 ${status}`,
    ...Object.entries({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Retry-After',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

const later = (status: string, retryAfter: string): Fault =>
  instead(() => reply(status, { 'retry-after': retryAfter }));

const html = { 'content-type': 'text/html' };

/** The head of an answer and the first byte of its body. */
const begun = (piece: Buffer): Buffer => piece.subarray(0, piece.indexOf('\r\n\r\n') + 5);

/** The answer to a preflight is passed on, so that it is the read which breaks. */
const ofReads = (answer: NonNullable<Fault['answer']>): Fault => ({
  answer: (piece, client) => {
    if (piece.toString('latin1').startsWith('HTTP/1.1 204')) client.write(piece);
    else void answer(piece, client);
  },
});

async function drip(piece: Buffer, client: Socket): Promise<void> {
  for (const byte of piece) {
    if (client.destroyed) return;
    client.write(Buffer.of(byte));
    await pause(100);
  }
}

/** Answers are late, but come. */
export const latency: Fault = {
  answer: async (piece, client) => {
    await pause(300);
    if (!client.destroyed) client.write(piece);
  },
};

/** Whose connection has ended at the server talks to nobody; new connections are fine. */
export const halfOpen: Fault = { silentEnds: true };

/** After each of these there is no answer. */
export const faults: Readonly<Record<string, Fault>> = {
  'black hole': { request: () => true },
  stall: ofReads((piece, client) => client.write(begun(piece))),
  drip: ofReads(drip),
  reset: {
    request: (_, client) => {
      client.resetAndDestroy();
      return true;
    },
  },
  truncation: ofReads((piece, client) => client.end(begun(piece))),
  'no HTTP': instead(() => '\0\x01\xff what is this\r\n\r\n'),
  'a page': instead(() => reply('200 OK', html, '<!doctype html><h1>Sign in to the network</h1>')),
  'a redirect': instead(() => reply('302 Found', { location: '/sign-in' })),
  'an empty answer': instead(() => reply('200 OK', {})),
  'a page of a gateway': instead(() => reply('502 Bad Gateway', html, '<h1>502</h1>')),
  '429 for ever': later('429 Too Many Requests', '99999999999999999999'),
  '503 for less than nothing': later('503 Service Unavailable', '-1'),
  '503 until the year 9999': later('503 Service Unavailable', 'Fri, 31 Dec 9999 23:59:59 GMT'),
  '429 until soon': later('429 Too Many Requests', 'soon'),
  'the token repeated': instead((request) => {
    const token = /^authorization: Bearer (\S+)/im.exec(request)?.[1] ?? '';
    const body = JSON.stringify({
      type: `urn:${token}`,
      title: token,
      status: 400,
      code: 'invalid_query',
      detail: `What is ${token}?`,
      parameter: token,
      request_id: token,
    });
    return reply('400 Bad Request', { 'content-type': 'application/problem+json' }, body);
  }),
};
