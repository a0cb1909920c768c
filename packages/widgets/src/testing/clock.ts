interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until the test moves it: `Date.now`, and timers once held. */
export class Clock {
  readonly #real = { now: Date.now, setTimeout: globalThis.setTimeout, clearTimeout };
  readonly #timers = new Map<number, Timer>();
  #now: number;
  #nextId = 1;

  /** @param at An instant, RFC 3339 */
  constructor(at: string) {
    this.#now = Date.parse(at);
    Date.now = () => this.#now;
  }

  /** From now on timers run by this clock alone. */
  holdTimers(): void {
    globalThis.setTimeout = ((run: () => void, wait = 0) => {
      const id = this.#nextId++;
      this.#timers.set(id, { at: this.#now + wait, run });
      return id;
    }) as typeof globalThis.setTimeout;
    globalThis.clearTimeout = (id) => void this.#timers.delete(Number(id));
  }

  /** Timers that are waiting. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Moves on, and runs what falls due on the way in its order. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end);
      const [next] = due.sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [id, { at, run }] = next;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      run();
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    }
    this.#now = end;
  }

  restore(): void {
    Date.now = this.#real.now;
    globalThis.setTimeout = this.#real.setTimeout;
    globalThis.clearTimeout = this.#real.clearTimeout;
  }
}
