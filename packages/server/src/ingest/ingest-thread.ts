import { Worker } from 'node:worker_threads';
import type { ReadBatch, WriteReads } from '../audit/read-counts.js';
import { fromThread, type ThreadProblem } from '../thread-problem.js';
import type { Ingest, IngestRequest } from './ingest.js';

/** What the thread is asked: to take rows in, or to write down what was read. */
export interface ThreadRequest {
  readonly id: number;
  readonly work: IngestRequest | ReadBatch;
}

/** What the thread has done. */
export interface ThreadReply {
  readonly id: number;
  readonly outcome: number | ThreadProblem;
}

interface Waiting {
  readonly resolve: (count: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Takes rows in, and writes down what was read, on a thread of its own, so that parsing, writing and
 * committing never hold up an answer. The thread starts with the first request, and again after it has died.
 */
export class IngestThread {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** `file` is that of a database which this process has opened. */
  constructor(file: string) {
    this.#file = file;
  }

  readonly ingest: Ingest = (request) => this.#ask(request, [request.body]);

  readonly writeReads: WriteReads = async (batch) => void (await this.#ask(batch));

  /** Waits for what is under way. Nothing more may be asked. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close');
    await ended;
  }

  #ask(work: ThreadRequest['work'], transfer: ArrayBuffer[] = []): Promise<number> {
    return new Promise<number>((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, work } satisfies ThreadRequest, transfer);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./ingest-thread-main.js', import.meta.url), {
      workerData: this.#file,
    });
    let fault: Error | undefined;
    worker.on('message', (replies: readonly ThreadReply[]) => {
      for (const { id, outcome } of replies) this.#settle(id, outcome);
    });
    worker.once('error', (error) => (fault = error));
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#fail(fault ?? new Error('the thread that takes rows in has ended'));
    });
    return worker;
  }

  #settle(id: number, outcome: ThreadReply['outcome']): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (typeof outcome === 'number') waiting?.resolve(outcome);
    else waiting?.reject(fromThread(outcome));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
