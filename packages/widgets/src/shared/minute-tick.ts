import type { ReactiveController, ReactiveControllerHost } from 'lit';

const minuteMs = 60_000;

/**
 * Draws an element anew every minute, so that "3 min ago" stays true. Rests while the page is
 * hidden, and catches up when it is shown again.
 */
export class MinuteTick implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
    this.#arm();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
    clearTimeout(this.#timer);
  }

  readonly #onVisibilityChange = (): void => {
    if (!document.hidden) this.#host.requestUpdate();
    this.#arm();
  };

  #arm(): void {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.#timer = setTimeout(() => {
      this.#host.requestUpdate();
      this.#arm();
    }, minuteMs);
  }
}
