/** A source of numbers that look random and are the same for the same key. */
export class Random {
  #state: number;

  /** `key` says what the numbers are for; different keys give unrelated numbers. */
  constructor(key: string) {
    this.#state = hash(key);
  }

  /** From 0 up to, and never, 1. Mulberry32 by Tommy Ettinger, public domain. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /**
   * One of a list, each as likely.
   * @throws {RangeError} when there is none.
   */
  pick<Item>(items: readonly Item[]): Item {
    const [found] = items.slice(Math.floor(this.next() * items.length));
    if (found === undefined) throw new RangeError('There is nothing to choose from');
    return found;
  }

  /** A key of `weights`, as often as its weight says. */
  weighted<Key extends string>(weights: { readonly [Name in Key]?: number }): Key {
    const entries = Object.entries(weights) as [Key, number][];
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
    if (found === undefined) throw new RangeError('There is nothing to choose from');
    return found[0];
  }

  /** Positive, half of them below `median`; the larger `spread`, the longer the tail. */
  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.next()));
  }

  /** How many of things that happen `mean` times on average; `mean` must be moderate. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }
}

/** FNV-1a over UTF-16 code units, mixed once more so that similar keys part. */
function hash(key: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) {
    mixed = Math.imul(mixed ^ key.charCodeAt(at), 0x01000193);
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}
