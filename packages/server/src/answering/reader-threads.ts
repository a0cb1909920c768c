import { availableParallelism } from 'node:os';
import { ProblemError } from '../problem.js';
import type { MadeAnswer, MakeAnswer, Question } from './make-answer.js';
import { ReaderThread } from './reader-thread.js';

export interface ReaderThreadsOptions {
  /** Default: one for each processor but the one that serves; at least 1, at most 8. */
  readonly threads?: number;
  /** Questions that may wait for a thread; default 500. */
  readonly maxWaiting?: number;
}

interface Waiting {
  readonly question: Question;
  readonly resolve: (made: MadeAnswer) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_THREADS = 8;
const MAX_WAITING = 500;
const RETRY_SECS = 1;

/**
 * Makes answers on threads, so that none holds up the event loop, however long it takes. Questions
 * that find all threads busy wait in the order in which they came.
 */
export class ReaderThreads {
  readonly #threads: readonly ReaderThread[];
  readonly #idle: ReaderThread[];
  readonly #maxWaiting: number;
  readonly #waiting: Waiting[] = [];
  readonly #underWay = new Set<Promise<void>>();

  /** `file` is that of a database which this process has opened. */
  constructor(
    file: string,
    { threads = threadsByDefault(), maxWaiting = MAX_WAITING }: ReaderThreadsOptions = {},
  ) {
    this.#threads = Array.from({ length: threads }, () => new ReaderThread(file));
    this.#idle = [...this.#threads];
    this.#maxWaiting = maxWaiting;
    for (const thread of this.#threads) thread.start();
  }

  /** @throws {ProblemError} `unavailable` when too many wait, or when the thread dies over it */
  readonly make: MakeAnswer = (question) =>
    new Promise((resolve, reject) => {
      if (this.#idle.length === 0 && this.#waiting.length >= this.#maxWaiting) {
        const detail = 'too many questions wait for an answer; ask again';
        reject(new ProblemError('unavailable', detail, { retryAfterSecs: RETRY_SECS }));
        return;
      }
      this.#waiting.push({ question, resolve, reject });
      this.#proceed();
    });

  /** Waits for what is under way. Nothing more may be asked. */
  async close(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #proceed(): void {
    const thread = this.#idle.at(-1);
    if (thread === undefined) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    this.#idle.pop();
    const work = answer(thread, waiting).then(() => {
      this.#underWay.delete(work);
      this.#idle.push(thread);
      this.#proceed();
    });
    this.#underWay.add(work);
  }
}

async function answer(thread: ReaderThread, { question, resolve, reject }: Waiting): Promise<void> {
  try {
    resolve(await thread.ask(question));
  } catch (error) {
    reject(error);
  }
}

const threadsByDefault = (): number =>
  Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1));
