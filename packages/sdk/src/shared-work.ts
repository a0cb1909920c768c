import { StatsError } from './errors.js';

export interface SharedWorkOptions {
  /** After this long the work is aborted, and everyone waiting gets a `timeout`. */
  deadlineMs: number;
  /** Names the work in that error: `GET /api/dashboard/stats`. */
  subject: string;
  /** Called once, as soon as nobody should join any more: settled, timed out or abandoned. */
  onEnd: () => void;
}

/**
 * One piece of work that any number of callers wait for. A caller that aborts leaves alone; the
 * work itself is aborted when the last one has left or the deadline has passed, and everyone is
 * answered then, even if the work ignores its signal.
 */
export class SharedWork<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;

  constructor(run: (signal: AbortSignal) => Promise<T>, options: SharedWorkOptions) {
    const { signal } = this.#controller;
    const { deadlineMs, subject } = options;
    const timer = setTimeout(() => {
      const detail = `${subject} did not finish within ${deadlineMs} ms`;
      this.#controller.abort(new StatsError('timeout', detail));
    }, deadlineMs);
    this.#result = new Promise<T>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        options.onEnd();
      };
      signal.addEventListener('abort', () => {
        end();
        reject(signal.reason);
      });
      run(signal).then(resolve, reject).finally(end);
    });
  }

  /** Ends the work for everyone with this reason. */
  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  join(signal?: AbortSignal): Promise<T> {
    this.#waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason);
        this.#waiting--;
        if (this.#waiting === 0) this.abort(signal?.reason);
      };
      const stay = () => signal?.removeEventListener('abort', leave);
      signal?.addEventListener('abort', leave, { once: true });
      this.#result.finally(stay).then(resolve, reject);
    });
  }
}
