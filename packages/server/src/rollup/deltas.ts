import { detached } from '../ingest/text-blocks.js';
import type { Writer } from '../store/store.js';
import type { Key, Rollup } from './definitions.js';

interface Delta {
  org: string;
  key: Key;
  readonly sums: number[];
}

type DeltasByKey = Map<string, Delta>;

/** What rows of rollups are to change by, collected so that each row is written once. */
export class Deltas {
  readonly #tx: Writer;
  readonly #byRollup = new Map<Rollup, DeltasByKey>();
  readonly #texts = new Map<string, string>();
  #size = 0;

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  /** How many rows are collected; memory grows with it. */
  get size(): number {
    return this.#size;
  }

  /** The sums by which a row changes, in the order of the rollup's, to be added to in place. */
  of(rollup: Rollup, org: string, ...key: Key): number[] {
    let deltas = this.#byRollup.get(rollup);
    if (deltas === undefined) this.#byRollup.set(rollup, (deltas = new Map()));
    const before = deltas.size;
    const delta = deltaOf(deltas, rollup, org, key);
    if (deltas.size > before) {
      this.#size += 1;
      delta.org = this.#own(org);
      delta.key = key.map((value) => (typeof value === 'string' ? this.#own(value) : value));
    }
    return delta.sums;
  }

  /** Writes what was collected, and forgets it; `narrow` leaves out the wider rows. */
  async flush(rows: 'all' | 'narrow' = 'all'): Promise<void> {
    const widened = rows === 'all' ? widen(this.#byRollup) : new Map(this.#byRollup);
    this.#byRollup.clear();
    this.#texts.clear();
    this.#size = 0;
    for (const [rollup, deltas] of widened) {
      const changed = [...deltas].filter(([, { sums }]) => sums.some((sum) => sum !== 0));
      changed.sort(([a], [b]) => (a < b ? -1 : 1));
      await this.#write(
        rollup,
        changed.map(([, delta]) => delta),
      );
    }
  }

  /** One copy of each text, cut off from the block of a file that it was read from. */
  #own(text: string): string {
    let own = this.#texts.get(text);
    if (own === undefined) this.#texts.set((own = detached(text)), own);
    return own;
  }

  async #write(rollup: Rollup, deltas: readonly Delta[]): Promise<void> {
    await this.#tx.runMany(
      upsert(rollup),
      deltas.map(({ org, key, sums }) => [org, ...key, ...sums]),
    );
    const lessened = deltas.filter(({ sums }) =>
      sums.some((sum, index) => sum < 0 && index < rollup.counts),
    );
    await this.#tx.runMany(
      removalOfEmpty(rollup),
      lessened.map(({ org, key }) => [org, ...key]),
    );
  }
}

function deltaOf(deltas: DeltasByKey, rollup: Rollup, org: string, key: Key): Delta {
  const text = `${org} ${key.join(' ')}`;
  let delta = deltas.get(text);
  if (delta === undefined) {
    delta = { org, key, sums: new Array<number>(rollup.sums.length).fill(0) };
    deltas.set(text, delta);
  }
  return delta;
}

/** Adds what narrow rows change by to the wider rows that contain them. */
function widen(narrow: ReadonlyMap<Rollup, DeltasByKey>): Map<Rollup, DeltasByKey> {
  const widened = new Map(narrow);
  for (const [{ widerThan }, deltas] of narrow) {
    if (widerThan === undefined) continue;
    for (const { org, key, sums } of [...deltas.values()]) {
      for (const [wider, widerKey] of widerThan(key)) {
        let target = widened.get(wider);
        if (target === undefined) widened.set(wider, (target = new Map()));
        addTo(deltaOf(target, wider, org, widerKey).sums, sums);
      }
    }
  }
  return widened;
}

function addTo(target: number[], sums: readonly number[]): void {
  for (let index = 0; index < target.length; index++) {
    target[index] = (target[index] ?? 0) + (sums[index] ?? 0);
  }
}

const columnsOf = ({ keys, sums }: Rollup): string[] => ['org_id', ...keys, ...sums];

function upsert(rollup: Rollup): string {
  const columns = columnsOf(rollup);
  return `INSERT INTO ${rollup.name} (${columns.join(', ')})
    VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (org_id, ${rollup.keys.join(', ')})
    DO UPDATE SET ${rollup.sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`;
}

function removalOfEmpty({ name, keys, sums, counts }: Rollup): string {
  const isKey = ['org_id', ...keys].map((key) => `${key} = ?`);
  const isEmpty = sums.slice(0, counts).map((sum) => `${sum} = 0`);
  return `DELETE FROM ${name} WHERE ${[...isKey, ...isEmpty].join(' AND ')}`;
}
