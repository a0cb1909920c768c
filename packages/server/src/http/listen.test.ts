import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { connect } from 'node:net';
import { once } from 'node:events';

import { afterEach, expect, test } from 'vitest';
import type { AppEnv } from './authenticate.js';
import { listen, type ListenOptions, type Listening } from './listen.js';

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** More than what is on its way between two sockets. */
const LARGE = 64 * 1024 * 1024;
let onLargeClosed = () => {};

const app = new Hono<AppEnv>()
  .get('/large', (context) => {
    (context.env as HttpBindings).outgoing.once('close', () => onLargeClosed());
    return context.body('x'.repeat(LARGE));
  })
  .get('/', (context) => context.text('here'))
  .post('/', async (context) => context.text(String((await context.req.arrayBuffer()).byteLength)));
app.onError((_, context) => context.text('broken off', 400));

async function connected(options: Partial<ListenOptions> = {}) {
  server ??= await listen(app, { port: 0, ...options });
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => {}); // it is the server that ends it
  let read = '';
  socket.setEncoding('utf8').on('data', (text: string) => (read += text));
  await once(socket, 'connect');
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(read)));
  return { socket, closed, hasRead: () => once(socket, 'data') };
}

test('a client that drips the head of its request is cut', async () => {
  const { socket, closed } = await connected({ headersTimeoutMs: 50 });
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
  const dripping = setInterval(() => socket.write('X-Drip: 1\r\n'), 5);
  expect(await closed).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
  clearInterval(dripping);
});

test('a client that drips the body of its request is cut', async () => {
  const { socket, closed } = await connected({ headersTimeoutMs: 50, requestTimeoutMs: 100 });
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n');
  const dripping = setInterval(() => socket.write('x'), 5);
  expect(await closed).not.toMatch(/ 200 /);
  clearInterval(dripping);
});

test('a client that does not read its answer is cut', async () => {
  const { socket, closed } = await connected({ silenceMs: 50 });
  const cut = Promise.withResolvers<undefined>();
  onLargeClosed = () => cut.resolve(undefined);
  socket.pause();
  socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
  await cut.promise;
  socket.resume();
  expect((await closed).length).toBeLessThan(LARGE);
});

test('a connection too many is closed at once, and the others are not', async () => {
  const first = await connected({ maxConnections: 1 });
  expect(await (await connected()).closed).toBe('');
  first.socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [answer] = await first.hasRead();
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  first.socket.destroy();
});

test('while it drains it answers whoever comes, and tells them to go', async () => {
  const { socket, closed, hasRead } = await connected({ drainMs: 1000 });
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [before] = await hasRead();
  const stopped = server?.close();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const { closed: alsoClosed, socket: late } = await connected();
  late.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  for (const read of [(await closed).slice(String(before).length), await alsoClosed]) {
    expect(read).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(read).toMatch(/\r\nConnection: close\r\n/i);
  }
  await stopped;
  await expect(fetch(server?.url ?? '')).rejects.toThrow();
  server = undefined;
});

test('a request under way is answered after it has stopped taking others', async () => {
  const { socket, closed } = await connected();
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab');
  await (await fetch(server?.url ?? '')).text(); // by now the request has begun
  const stopped = server?.close();
  socket.write('cd');
  expect(await closed).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*\r\nConnection: close\r\n[\s\S]*4$/i);
  await stopped;
  server = undefined;
});

test('the first request finds the router made', async () => {
  const own = new Hono<AppEnv>().get('/', (context) => context.text('here'));
  server = await listen(own, { port: 0 });
  expect(() => own.get('/late', (context) => context.text('late'))).toThrow(/already built/);
});
