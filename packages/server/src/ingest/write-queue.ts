import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../store/store.js';
import { writeRowsTogether, type RequestWork } from './apply.js';

const MAX_ROWS_TOGETHER = 5000;

interface Waiting {
  readonly work: RequestWork<unknown>;
  readonly rows: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes what is asked for at about the same time in one transaction, since a commit costs the
 * same for one row as for hundreds. Each work is all or nothing by itself and settles when the
 * transaction is on disk.
 */
export class WriteQueue {
  readonly #store: Store;
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Does `work`, which writes about as many rows as it says. Rejects with what it throws, or with
   * why the transaction could not be committed.
   */
  write<Result>(rows: number, work: RequestWork<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ work, rows, resolve: resolve as Waiting['resolve'], reject });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await nextTurn();
      await this.#writeTogether(this.#waiting.splice(0, this.#howMany()));
    }
    this.#isRunning = false;
  }

  /** At least one, so that none waits for ever. */
  #howMany(): number {
    let rows = 0;
    const tooMany = this.#waiting.findIndex((one) => (rows += one.rows) > MAX_ROWS_TOGETHER);
    return tooMany === -1 ? this.#waiting.length : Math.max(tooMany, 1);
  }

  async #writeTogether(together: readonly Waiting[]): Promise<void> {
    try {
      const works = together.map(({ work }) => work);
      const settled = await writeRowsTogether(this.#store, works);
      settled.forEach((outcome, index) => {
        if (outcome.status === 'fulfilled') together[index]?.resolve(outcome.value);
        else together[index]?.reject(outcome.reason);
      });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
}
