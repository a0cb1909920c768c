import { detached } from '../ingest/text-blocks.js';
import type { Writer } from '../store/store.js';
import { zoneOf, type Zone } from '../time/segments.js';

/** The zones of organizations, looked up once in a transaction that does not change them. */
export class Zones {
  readonly #tx: Writer;
  readonly #known = new Map<string, Zone>();

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  /** @throws {Error} when there is no such organization */
  async of(org: string): Promise<Zone> {
    let zone = this.#known.get(org);
    if (zone === undefined) {
      zone = await this.#stored(org);
      this.#known.set(detached(org), zone);
    }
    return zone;
  }

  async #stored(org: string): Promise<Zone> {
    const row = await this.#tx.first<{ timezone: string }>(
      'SELECT timezone FROM organizations WHERE id = ?',
      [org],
    );
    if (row === undefined) throw new Error(`organization ${org} is not in the database`);
    return zoneOf(row.timezone);
  }
}
