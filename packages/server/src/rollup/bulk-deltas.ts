import type { Writer } from '../store/store.js';
import type { BuildLimits } from './build-limits.js';
import { Deltas } from './deltas.js';

/** Sums of many events: narrow rows are written whenever there are many, wider ones at the end. */
export class BulkDeltas {
  readonly narrow: Deltas;
  readonly #wider: Deltas;
  readonly #max: number;

  constructor(tx: Writer, { deltas }: BuildLimits) {
    this.#max = deltas;
    this.narrow = new Deltas(tx);
    this.#wider = new Deltas(tx);
  }

  /** To be called now and then between additions. */
  async relieve(): Promise<void> {
    if (this.narrow.size > this.#max) await this.narrow.spill(this.#wider);
    if (this.#wider.size > this.#max) await this.#wider.write();
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    await this.narrow.spill(this.#wider);
    await this.#wider.write();
  }
}
