import { ContextEvent, type Context, type ContextType } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The value of a context as the nearest provider gives it. Beyond `ContextConsumer` it asks again
 * whenever a provider announces itself, so that elements may be there before their provider is
 * defined, and holds nothing once disconnected.
 */
export class Subscription<C extends Context<unknown, unknown>> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #context: C;
  #value: ContextType<C> | undefined;
  #unsubscribe: (() => void) | undefined;
  #document: Document | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, context: C) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get value(): ContextType<C> | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#document = this.#host.ownerDocument;
    this.#document.addEventListener('context-provider', this.#request);
    this.#value = undefined;
    this.#request();
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('context-provider', this.#request);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #request = (): void => {
    this.#host.dispatchEvent(
      new ContextEvent(this.#context, this.#host, this.#receive as never, true),
    );
  };

  readonly #receive = (value: ContextType<C>, unsubscribe?: () => void): void => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#value = value;
    this.#host.requestUpdate();
  };
}
