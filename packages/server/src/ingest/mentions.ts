import type { Row, Table } from './tables.js';
import { detached } from './text-blocks.js';

type IdsByOrg = Map<string, Set<string>>;

const MAX_REMEMBERED = 500_000;

/**
 * Finds the rows of a file that refer to something for the first time in the file. The references of
 * the others need not be looked at again, as long as what was found is not removed meanwhile.
 */
export class Mentions {
  readonly #org: number;
  readonly #seen: readonly { readonly position: number; readonly byOrg: IdsByOrg }[];
  #remembered = 0;

  constructor({ columns, org }: Table) {
    this.#org = org;
    this.#seen = columns.flatMap(({ refersTo }, position) =>
      refersTo === undefined ? [] : [{ position, byOrg: new Map() }],
    );
  }

  /** Whether a row, which comes next, mentions something new. */
  hasNew(row: Row): boolean {
    if (this.#remembered > MAX_REMEMBERED) this.#forget();
    const org = String(row[this.#org]);
    let isNew = false;
    for (const { position, byOrg } of this.#seen) {
      const id = row[position];
      if (typeof id === 'string' && this.#add(byOrg, org, id)) isNew = true;
    }
    return isNew;
  }

  #add(byOrg: IdsByOrg, org: string, id: string): boolean {
    let ids = byOrg.get(org);
    if (ids === undefined) byOrg.set(detached(org), (ids = new Set()));
    if (ids.has(id)) return false;
    ids.add(detached(id));
    this.#remembered += 1;
    return true;
  }

  #forget(): void {
    for (const { byOrg } of this.#seen) byOrg.clear();
    this.#remembered = 0;
  }
}
