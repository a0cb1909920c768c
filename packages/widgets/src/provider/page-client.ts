import type { SliceClient } from '@inlay/sdk/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

let current: SliceClient | undefined;
const watchers = new Set<() => void>();

/** Sets the client of all elements that have none of their own and no provider with one. */
export function setPageClient(client: SliceClient | undefined): void {
  current = client;
  for (const watcher of watchers) watcher();
}

/** The page's client, for a connected element; also when it comes later. */
export class PageClient implements ReactiveController {
  readonly #watcher: () => void;

  constructor(host: ReactiveControllerHost) {
    this.#watcher = () => host.requestUpdate();
    host.addController(this);
  }

  get value(): SliceClient | undefined {
    return current;
  }

  hostConnected(): void {
    watchers.add(this.#watcher);
  }

  hostDisconnected(): void {
    watchers.delete(this.#watcher);
  }
}
