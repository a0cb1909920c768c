import type { SliceClient } from '@inlay/sdk/client';
import type { Meta, RangedQuery } from '@inlay/sdk/contract';
import { createContext } from '@lit/context';

/** What a provider gives the elements inside it. A new object whenever something has changed. */
export interface Provided {
  /**
   * Whom to ask. `null`: nobody yet, or nobody at all (a provider without `getToken`, a reader
   * without access). `undefined`: the provider leaves it to the page's `configure()`.
   */
  readonly client: SliceClient | null | undefined;
  /** Range and filters; an empty list is a filter that is given but empty. */
  readonly query: RangedQuery;
  /** Takes an element into `refresh()` of the provider. Returns the way out. */
  register(element: Refreshable): () => void;
  /** Tells what an answer to the provider's own range is about. */
  report(meta: Meta): void;
}

export interface Refreshable {
  refresh(): Promise<void>;
}

/** The same symbol in every copy of the library that shares this shape. */
export const providedContext = createContext<Provided>(Symbol.for('inlay.provided/1'));

/** What the latest answer to the provider's range is about; none before the first. */
export const metaContext = createContext<Meta | undefined>(Symbol.for('inlay.meta/1'));
