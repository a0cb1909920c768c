import { detached } from '../ingest/text-blocks.js';
import type { SqlValue, Writer } from '../store/store.js';
import type { Key, Rollup } from './definitions.js';

type Part = string | number;
type Sums = number[];

/** Sums by the parts of their key, one part a level, the organization first. */
type Level = Map<Part, Node>;
type Node = Level | Sums;

/** Called with a row's key, the organization first, and its sums. */
type OnRow = (key: readonly Part[], sums: Sums) => void;

/** What rows of rollups are to change by, collected so that each row is written once. */
export class Deltas {
  readonly #tx: Writer;
  readonly #byRollup = new Map<Rollup, Level>();
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
    let level = this.#levelOf(rollup);
    let part: Part = org;
    for (const next of key) {
      level = levelBelow(level, part);
      part = next;
    }
    let sums = level.get(part) as Sums | undefined;
    if (sums === undefined) {
      sums = new Array<number>(rollup.sums.length).fill(0);
      level.set(owned(part), sums);
      this.#size += 1;
    }
    return sums;
  }

  /** Writes what was collected with the wider rows that contain it, and forgets it. */
  async flush(): Promise<void> {
    const wider = new Deltas(this.#tx);
    await this.spill(wider);
    await wider.write();
  }

  /** Writes what was collected, adds it to the wider rows in `wider`, and forgets it. */
  async spill(wider: Deltas): Promise<void> {
    for (const [{ widerThan }, level] of this.#byRollup) {
      if (widerThan === undefined) continue;
      eachRow(level, ([org = '', ...key], sums) => {
        for (const [rollup, widerKey] of widerThan(key)) {
          addTo(wider.of(rollup, String(org), ...widerKey), sums);
        }
      });
    }
    await this.write();
  }

  /** Writes what was collected, without the wider rows, and forgets it. */
  async write(): Promise<void> {
    const collected = [...this.#byRollup];
    this.#byRollup.clear();
    this.#size = 0;
    for (const [rollup, level] of collected) {
      const lessened: (readonly Part[])[] = [];
      await this.#tx.runMany(upsert(rollup), changedRows(rollup, level, lessened));
      await this.#tx.runMany(removalOfEmpty(rollup), lessened);
    }
  }

  #levelOf(rollup: Rollup): Level {
    let level = this.#byRollup.get(rollup);
    if (level === undefined) this.#byRollup.set(rollup, (level = new Map()));
    return level;
  }
}

/** A part to be kept, cut off from the block of a file that it was read from. */
const owned = (part: Part): Part => (typeof part === 'string' ? detached(part) : part);

function levelBelow(level: Level, part: Part): Level {
  let below = level.get(part) as Level | undefined;
  if (below === undefined) level.set(owned(part), (below = new Map()));
  return below;
}

function eachRow(level: Level, onRow: OnRow, above: readonly Part[] = []): void {
  for (const [part, below] of level) {
    const key = [...above, part];
    if (below instanceof Map) eachRow(below, onRow, key);
    else onRow(key, below);
  }
}

/** Rows that change, in order of their keys, so that neighbours in the table are written together. */
function* changedRows(
  rollup: Rollup,
  level: Level,
  lessened: (readonly Part[])[],
  above: readonly Part[] = [],
): Generator<readonly SqlValue[]> {
  for (const part of [...level.keys()].sort(compareParts)) {
    const below = level.get(part);
    const key = [...above, part];
    if (below instanceof Map) yield* changedRows(rollup, below, lessened, key);
    else if (below?.some((sum) => sum !== 0)) {
      if (below.some((sum, index) => sum < 0 && index < rollup.counts)) lessened.push(key);
      yield [...key, ...below];
    }
  }
}

const compareParts = (a: Part, b: Part): number => (a < b ? -1 : a > b ? 1 : 0);

function addTo(target: number[], sums: readonly number[]): void {
  for (let index = 0; index < target.length; index++) {
    const sum = sums[index];
    if (sum !== undefined && sum !== 0) target[index] = (target[index] ?? 0) + sum;
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
