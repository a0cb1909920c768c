import type * as onDemand from '../on-demand.js';

/** What readers open; see `on-demand.ts`. */
export type OnDemand = typeof onDemand;

/** Fetches it, once for all; none where it could not be had, which a later call tries again. */
export async function partsOnDemand(host: HTMLElement): Promise<OnDemand | undefined> {
  try {
    return await import('../on-demand.js');
  } catch (error) {
    console.error(`<${host.localName}>`, error);
    return undefined;
  }
}
