import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteReader } from '../store/sqlite/sqlite-reader.js';
import { toThread } from '../thread-problem.js';
import { lowerThreadPriority } from './low-priority.js';
import { makeAnswersFrom, type Question } from './make-answer.js';
import type { ThreadReply } from './reader-thread.js';

const port = parentPort;
if (port === null) throw new Error('this module runs as a thread of ReaderThread');

lowerThreadPriority();
const store = openSqliteReader(String(workerData));
const make = makeAnswersFrom(store);

port.on('message', (message: Question | 'close') => {
  if (message === 'close') close();
  else void answer(message);
});

async function answer(question: Question): Promise<void> {
  const reply = await replyTo(question);
  // Handed over, not copied: this thread is done with it.
  port?.postMessage(reply, 'made' in reply ? [reply.made.answer.body.buffer] : []);
}

async function replyTo(question: Question): Promise<ThreadReply> {
  try {
    return { made: await make(question) };
  } catch (error) {
    return { problem: toThread(error) };
  }
}

function close(): void {
  store.close();
  port?.close();
}
