import { parentPort, workerData } from 'node:worker_threads';
import type { ReadBatch } from '../audit/read-counts.js';
import { putReads } from '../audit/reads.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { toThread, type ThreadProblem } from '../thread-problem.js';
import type { ThreadReply, ThreadRequest } from './ingest-thread.js';
import { ingestInto } from './ingest.js';
import { WriteQueue } from './write-queue.js';

/** Waiting holds nothing up here. */
const BUSY_TIMEOUT_MS = 200;

const port = parentPort;
if (port === null) throw new Error('this module runs as a thread of IngestThread');

const store = await openSqlite(String(workerData), { readers: 1, busyTimeoutMs: BUSY_TIMEOUT_MS });
const queue = new WriteQueue(store);
const ingest = ingestInto(store, queue);
const underWay = new Set<Promise<void>>();
let replies: ThreadReply[] = [];

port.on('message', (message: ThreadRequest | 'close') => {
  if (message === 'close') void close();
  else {
    const work = answer(message).finally(() => underWay.delete(work));
    underWay.add(work);
  }
});

async function answer({ id, work }: ThreadRequest): Promise<void> {
  const outcome = await outcomeOf(work);
  // What one transaction has committed goes back as one message.
  if (replies.push({ id, outcome }) === 1) setImmediate(reply);
}

async function outcomeOf(work: ThreadRequest['work']): Promise<number | ThreadProblem> {
  try {
    return await ('counted' in work ? written(work) : ingest(work));
  } catch (error) {
    return toThread(error);
  }
}

/** In the transaction of the rows that come in at the same time. */
const written = (batch: ReadBatch): Promise<number> =>
  queue.write(batch.counted.length, async (_, tx) => {
    await putReads(tx, batch);
    return batch.counted.length;
  });

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
