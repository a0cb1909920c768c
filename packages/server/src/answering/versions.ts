import { versionOf } from '../ingest/change-log.js';
import type { Store } from '../store/store.js';

/** A look costs little for so many, and they are answered while others are still taken in. */
const MAX_SHARING = 16;

/** Requests that wait for one look at the version. */
interface Gathering {
  readonly version: Promise<number>;
  readonly look: () => void;
  count: number;
}

/**
 * The versions of organizations, read once for a few requests that came in during the same turn of
 * the event loop: when there are sixteen of them, or at the end of the turn. Every request gets a
 * version that was read after it had come in.
 */
export class Versions {
  readonly #store: Pick<Store, 'first'>;
  readonly #gathering = new Map<string, Gathering>();

  constructor(store: Pick<Store, 'first'>) {
    this.#store = store;
  }

  of(orgId: string): Promise<number> {
    const gathering = this.#gathering.get(orgId) ?? this.#begun(orgId);
    if (++gathering.count === MAX_SHARING) gathering.look();
    return gathering.version;
  }

  #begun(orgId: string): Gathering {
    const { promise: version, resolve } = Promise.withResolvers<number>();
    const look = () => {
      if (this.#gathering.get(orgId) !== gathering) return;
      this.#gathering.delete(orgId);
      resolve(versionOf(this.#store, orgId));
    };
    const gathering = { version, look, count: 0 };
    this.#gathering.set(orgId, gathering);
    setImmediate(look);
    return gathering;
  }
}
