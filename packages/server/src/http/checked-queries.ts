import type { Slice } from '@inlay/sdk/contract';
import { timeRangeOf } from './audit-reads.js';
import { parseQuery } from './query.js';

export interface CheckedQuery {
  /** The parameters as the contract has parsed them; the same object for the same text. */
  readonly query: object;
  readonly timeRange: string;
}

const MAX_KEPT = 500;
const MAX_LENGTH = 500;

/** Queries of one slice by their text, so that what is asked again and again is parsed once. */
export class CheckedQueries {
  readonly #slice: Slice;
  readonly #kept = new Map<string, CheckedQuery>();

  constructor(slice: Slice) {
    this.#slice = slice;
  }

  /** @throws {ProblemError} `invalid_query`, naming the parameter; nothing wrong is kept. */
  of(text: string): CheckedQuery {
    const kept = this.#kept.get(text);
    if (kept) return kept;
    const params = new URLSearchParams(text);
    const query = frozen(parseQuery(this.#slice, params) as object);
    const checked = { query, timeRange: timeRangeOf(this.#slice, params) };
    if (text.length <= MAX_LENGTH) this.#keep(text, checked);
    return checked;
  }

  #keep(text: string, checked: CheckedQuery): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(text, checked);
  }
}

/** All who ask the same share it. */
function frozen(query: object): object {
  for (const value of Object.values(query)) Object.freeze(value);
  return Object.freeze(query);
}

/** What follows the question mark of an address. */
export function searchOf(url: string): string {
  const [address = ''] = url.split('#');
  const start = address.indexOf('?');
  return start === -1 ? '' : address.slice(start + 1);
}
