import { Worker } from 'node:worker_threads';
import { ProblemError } from '../problem.js';
import { fromThread, type ThreadProblem } from '../thread-problem.js';
import type { MadeAnswer, Question } from './make-answer.js';

/** What the thread says to a question. */
export type ThreadReply = { readonly made: MadeAnswer } | { readonly problem: ThreadProblem };

interface Waiting {
  readonly resolve: (made: MadeAnswer) => void;
  readonly reject: (error: Error) => void;
}

const RETRY_SECS = 1;

/**
 * A thread that makes answers over a connection of its own, one at a time. When it dies, the
 * question that it had fails, and the next one starts it again.
 */
export class ReaderThread {
  readonly #file: string;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;

  /** `file` is that of a database which this process has opened. */
  constructor(file: string) {
    this.#file = file;
  }

  /** Starts the thread, unless it runs. */
  start(): Worker {
    return (this.#worker ??= this.#started());
  }

  /** Nothing else may be asked before it is answered. */
  ask(question: Question): Promise<MadeAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.start().postMessage(question);
    });
  }

  /** Ends the thread; nothing may be under way, and nothing more be asked. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close');
    await ended;
  }

  #started(): Worker {
    const worker = new Worker(new URL('./reader-thread-main.js', import.meta.url), {
      workerData: this.#file,
    });
    let fault: Error | undefined;
    worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    worker.once('error', (error) => (fault = error));
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#waiting?.reject(ended(fault));
      this.#waiting = undefined;
    });
    return worker;
  }

  #settle(reply: ThreadReply): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if ('made' in reply) waiting?.resolve(reply.made);
    else waiting?.reject(fromThread(reply.problem));
  }
}

const ended = (fault: Error | undefined): ProblemError =>
  new ProblemError(
    'unavailable',
    'the thread that made the answer has ended; ask again',
    { retryAfterSecs: RETRY_SECS },
    { cause: fault ?? new Error('a thread that makes answers has ended') },
  );
