import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Context, ContextCallback, ContextRequest } from './context.js';

/** The value of a context, for everything inside an element; see `Subscription`. */
export class Provision<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #context: Context<Value>;
  /** Each with what ends it: the same for as long as it lasts, by which it is known again. */
  readonly #subscribers = new Map<ContextCallback<Value>, () => void>();
  #value: Value;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    context: Context<Value>,
    initialValue: Value,
  ) {
    this.#host = host;
    this.#context = context;
    this.#value = initialValue;
    host.addEventListener('context-request', this.#onRequest as EventListener);
    host.addController(this);
  }

  get value(): Value {
    return this.#value;
  }

  setValue(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const [callback, unsubscribe] of this.#subscribers) callback(value, unsubscribe);
  }

  /** Announces the provider, so that those who are inside already ask it. */
  hostConnected(): void {
    const announcement = new Event('context-provider', { bubbles: true, composed: true });
    const what = { context: this.#context, contextTarget: this.#host };
    this.#host.dispatchEvent(Object.assign(announcement, what));
  }

  readonly #onRequest = (event: ContextRequest<Value>): void => {
    const from = event.contextTarget ?? event.composedPath()[0];
    if (event.context !== this.#context || from === this.#host) return;
    event.stopPropagation();
    const { callback } = event;
    if (event.subscribe) callback(this.#value, this.#subscribe(callback));
    else callback(this.#value);
  };

  #subscribe(callback: ContextCallback<Value>): () => void {
    const known = this.#subscribers.get(callback);
    if (known) return known;
    const unsubscribe = () => void this.#subscribers.delete(callback);
    this.#subscribers.set(callback, unsubscribe);
    return unsubscribe;
  }
}
