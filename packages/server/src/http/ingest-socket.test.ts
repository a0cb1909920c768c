import { ingest } from '@inlay/sdk/contract';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { putWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import { listen, type Listening } from './listen.js';

const NOW = Date.parse('2026-03-30T10:00:00Z');
const GIB = 1024 ** 3;

let folder: string;
let store: Store;
let server: Listening;
let token: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-socket-'));
  store = await openSqlite(join(folder, 'test.db'));
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'UTC' }];
  await putWorld(store, { ...emptyWorld, organizations }, NOW);
  const clock = () => NOW;
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  server = await listen(createApp({ store, clock, verify }), { port: 0 });
  token = await tokenFor(reader('job', ['Ingest:Write']), NOW);
});

afterEach(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

function post(headers: Record<string, string | number> = {}) {
  const sent = request(`${server.url}/api/ingest/contacts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
  });
  sent.on('error', () => {}); // the server may close while it is still being written to
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  return { sent, answered };
}

async function answerOf(answered: Promise<[IncomingMessage]>) {
  const [response] = await answered;
  return { status: response.statusCode, body: JSON.parse(await text(response)) as unknown };
}

test.each([
  ['a small body of known length', 10, true],
  ['a small body in chunks', 10, false],
  ['a large body of known length', 5000, true],
  ['a large body in chunks', 5000, false],
])('%s is taken', async (_, rows, isLengthKnown) => {
  const contacts = Array.from({ length: rows }, (_, n) => ({ id: `c${n}`, name: 'Größe 🙂' }));
  const bytes = Buffer.from(JSON.stringify(contacts));
  const { sent, answered } = post(isLengthKnown ? { 'Content-Length': bytes.length } : {});
  for (let at = 0; at < bytes.length; at += 1001) sent.write(bytes.subarray(at, at + 1001));
  sent.end();
  expect(await answerOf(answered)).toEqual({ status: 200, body: { rows } });
});

test('a body of 1 GiB in chunks is answered with 413 long before it has been sent', async () => {
  const { sent, answered } = post();
  let isOver = false;
  let bytes = 0;
  const stopped = () => (isOver = true);
  const closed = once(sent, 'close').then(stopped);
  const answer = answerOf(answered);
  const chunk = Buffer.alloc(65_536, 0x20);
  while (!isOver && bytes < GIB) {
    bytes += chunk.length;
    if (!sent.write(chunk)) await Promise.race([once(sent, 'drain'), closed]).catch(stopped);
  }
  expect(await answer).toMatchObject({ status: 413, body: { code: 'too_large' } });
  expect(bytes).toBeLessThan(GIB / 4);
});

test('a body that says it is too large is answered before any of it has been sent', async () => {
  const { sent, answered } = post({ 'Content-Length': ingest.maxBodyBytes + 1 });
  sent.flushHeaders();
  expect(await answerOf(answered)).toMatchObject({ status: 413, body: { code: 'too_large' } });
  sent.destroy();
});

test('who may not write is told so before any of the body has been sent', async () => {
  const { sent, answered } = post({ 'Content-Length': 1000, Authorization: 'Bearer no' });
  sent.flushHeaders();
  expect(await answerOf(answered)).toMatchObject({ status: 401 });
  sent.destroy();
});
