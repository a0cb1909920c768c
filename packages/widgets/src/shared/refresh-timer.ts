import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The least number of seconds between two refreshes. */
export const shortestInterval = 10;

/**
 * Refreshes an element every so many seconds while its document is visible and nobody has paused
 * it. Coming back to a page whose numbers are due refreshes them at once.
 */
export class RefreshTimer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #seconds: () => number | undefined;
  readonly #refresh: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #interval: number | undefined;
  #dueAt = 0;
  #paused = false;

  /** @param seconds Less than ten counts as ten; none, 0 and what is no number as never. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    seconds: () => number | undefined,
    refresh: () => Promise<void>,
  ) {
    this.#host = host;
    this.#seconds = seconds;
    this.#refresh = refresh;
    host.addController(this);
  }

  get active(): boolean {
    return this.#interval !== undefined;
  }

  get paused(): boolean {
    return this.#paused;
  }

  set paused(paused: boolean) {
    this.#paused = paused;
    this.#arm();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#arm);
    this.#interval = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#arm);
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    const seconds = this.#seconds();
    const interval =
      seconds !== undefined && seconds > 0 ? Math.max(seconds, shortestInterval) * 1000 : undefined;
    if (interval === this.#interval) return;
    this.#interval = interval;
    this.#dueAt = Date.now() + (interval ?? 0);
    this.#arm();
  }

  readonly #arm = (): void => {
    clearTimeout(this.#timer);
    if (this.#interval === undefined || this.#paused || document.hidden) return;
    if (!this.#host.isConnected) return;
    // A timer holds 31 bits of milliseconds; beyond that it would fire at once.
    const wait = Math.min(Math.max(this.#dueAt - Date.now(), 0), 2 ** 31 - 1);
    this.#timer = setTimeout(() => void this.#fire(), wait);
  };

  async #fire(): Promise<void> {
    this.#dueAt = Date.now() + (this.#interval ?? 0);
    await this.#refresh();
    this.#arm();
  }
}
