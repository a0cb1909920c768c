import type { SliceClient } from '@inlay/sdk/client';
import type { Meta, RangedQuery } from '@inlay/sdk/contract';

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

/** What a value is asked for by; the type of the value goes with it. */
export type Context<Value> = symbol & { readonly __value?: Value };

/**
 * Takes a value: at once, and when it is asked for with `subscribe` at every change, until
 * `unsubscribe` is called.
 */
export type ContextCallback<Value> = (value: Value, unsubscribe?: () => void) => void;

/**
 * Asks the nearest provider around an element for a value, as the community protocol of web
 * components has it (https://github.com/webcomponents-cg/community-protocols), so that providers
 * and consumers of other libraries and of other copies of this one understand it.
 */
export class ContextRequest<Value> extends Event {
  readonly context: Context<Value>;
  readonly contextTarget: Element;
  readonly callback: ContextCallback<Value>;
  readonly subscribe: boolean;

  constructor(
    context: Context<Value>,
    contextTarget: Element,
    callback: ContextCallback<Value>,
    subscribe: boolean,
  ) {
    super('context-request', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = contextTarget;
    this.callback = callback;
    this.subscribe = subscribe;
  }
}

/** The same symbol in every copy of the library that shares this shape. */
export const providedContext: Context<Provided> = Symbol.for('inlay.provided/1');

/** What the latest answer to the provider's range is about; none before the first. */
export const metaContext: Context<Meta | undefined> = Symbol.for('inlay.meta/1');
