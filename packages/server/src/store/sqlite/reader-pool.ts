import type { Connection } from './connection.js';

/** Lends connections to one user each; opens them when they are first needed. */
export class ReaderPool {
  readonly #open: () => Connection;
  readonly #size: number;
  readonly #all: Connection[] = [];
  readonly #idle: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];

  constructor(open: () => Connection, size: number) {
    this.#open = open;
    this.#size = size;
  }

  /** Runs `work` with a connection of its own, waiting for one when all are lent. */
  async use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = await this.#take();
    try {
      return await work(connection);
    } finally {
      this.#giveBack(connection);
    }
  }

  /** Closes the connections; none may be lent. */
  close(): void {
    for (const connection of this.#all) connection.close();
  }

  async #take(): Promise<Connection> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.length < this.#size) {
      const connection = this.#open();
      this.#all.push(connection);
      return connection;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    else next(connection);
  }
}
