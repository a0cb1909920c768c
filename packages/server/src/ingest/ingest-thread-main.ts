import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { toThread, type ThreadProblem } from '../thread-problem.js';
import type { ThreadReply, ThreadRequest } from './ingest-thread.js';
import { ingestInto, type IngestRequest } from './ingest.js';

/** Waiting holds nothing up here. */
const BUSY_TIMEOUT_MS = 200;

const port = parentPort;
if (port === null) throw new Error('this module runs as a thread of IngestThread');

const store = await openSqlite(String(workerData), { readers: 1, busyTimeoutMs: BUSY_TIMEOUT_MS });
const ingest = ingestInto(store);
const underWay = new Set<Promise<void>>();
let replies: ThreadReply[] = [];

port.on('message', (message: ThreadRequest | 'close') => {
  if (message === 'close') void close();
  else {
    const work = answer(message).finally(() => underWay.delete(work));
    underWay.add(work);
  }
});

async function answer({ id, ...request }: ThreadRequest): Promise<void> {
  const outcome = await outcomeOf(request);
  // What one transaction has committed goes back as one message.
  if (replies.push({ id, outcome }) === 1) setImmediate(reply);
}

async function outcomeOf(request: IngestRequest): Promise<number | ThreadProblem> {
  try {
    return await ingest(request);
  } catch (error) {
    return toThread(error);
  }
}

function reply(): void {
  port?.postMessage(replies);
  replies = [];
}

async function close(): Promise<void> {
  await Promise.all(underWay);
  await store.close();
  if (replies.length > 0) reply();
  port?.close();
}
