import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextRequest, type Context } from './context.js';

/**
 * The value of a context as the nearest provider gives it. It asks again whenever a provider
 * announces itself, so that elements may be there before their provider is defined, and holds
 * nothing once disconnected.
 */
export class Subscription<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #context: Context<Value>;
  #value: Value | undefined;
  #unsubscribe: (() => void) | undefined;
  #document: Document | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, context: Context<Value>) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get value(): Value | undefined {
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
    this.#host.dispatchEvent(new ContextRequest(this.#context, this.#host, this.#receive, true));
  };

  readonly #receive = (value: Value, unsubscribe?: () => void): void => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#value = value;
    this.#host.requestUpdate();
  };
}
