import { versionOf } from '../ingest/change-log.js';
import type { Store } from '../store/store.js';

/**
 * The versions of organizations, read once for all requests that came in during the same turn of
 * the event loop. Every request gets a version that was read after it had come in.
 */
export class Versions {
  readonly #store: Pick<Store, 'first'>;
  readonly #underWay = new Map<string, Promise<number>>();

  constructor(store: Pick<Store, 'first'>) {
    this.#store = store;
  }

  of(orgId: string): Promise<number> {
    let version = this.#underWay.get(orgId);
    if (version === undefined) {
      version = this.#atTheEndOfTheTurn(orgId);
      this.#underWay.set(orgId, version);
    }
    return version;
  }

  async #atTheEndOfTheTurn(orgId: string): Promise<number> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#underWay.delete(orgId);
    return versionOf(this.#store, orgId);
  }
}
