/** As many as are answered in a few ms, even by code that has just been loaded. */
const MAX_PER_TURN = 16;

/**
 * Lets a few requests begin in each turn of the event loop, in the order in which they came, so
 * that many that come in at once do not hold it up, and the first are answered before the last
 * begin.
 */
export class Admission {
  readonly #waiting: (() => void)[] = [];
  #begun = 0;

  /** Begins `work` at once, or as soon as it is its turn. */
  begin<Result>(work: () => Result | Promise<Result>): Result | Promise<Result> {
    if (this.#begun < MAX_PER_TURN) {
      this.#count();
      return work();
    }
    return new Promise<void>((resolve) => this.#waiting.push(resolve)).then(work);
  }

  #count(): void {
    if (this.#begun++ === 0) setImmediate(() => this.#nextTurn());
  }

  #nextTurn(): void {
    this.#begun = 0;
    for (const begin of this.#waiting.splice(0, MAX_PER_TURN)) {
      this.#count();
      begin();
    }
  }
}
