import type { Writer } from '../store/store.js';
import { zoneOf, type Zone } from '../time/segments.js';
import { detached } from './text-blocks.js';

/** The zones of organizations, each looked up once, or told when it changes. */
export class Zones {
  readonly #tx: Writer;
  readonly #zones = new Map<string, Zone>();

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  /** @throws {Error} when there is no such organization */
  async of(org: string): Promise<Zone> {
    const zone = await this.known(org);
    if (zone === undefined) throw new Error(`organization ${org} is not in the database`);
    return zone;
  }

  /** Nothing for an organization that is not there yet. */
  async known(org: string): Promise<Zone | undefined> {
    const known = this.#zones.get(org);
    if (known) return known;
    const row = await this.#tx.first<{ timezone: string }>(
      'SELECT timezone FROM organizations WHERE id = ?',
      [org],
    );
    if (row) this.set(org, zoneOf(row.timezone));
    return this.#zones.get(org);
  }

  set(org: string, zone: Zone): void {
    this.#zones.set(detached(org), zone);
  }
}
