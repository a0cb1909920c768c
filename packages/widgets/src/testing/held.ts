import { executeServerCommand } from '@web/test-runner-commands';

/** What a page holds. */
export interface Held {
  /** DOM nodes, those of detached trees too. */
  readonly nodes: number;
  readonly listeners: number;
  /** Used size of the script's heap. */
  readonly bytes: number;
}

/** Nodes, listeners and heap of the page once its garbage has been collected. */
export async function held(): Promise<Held> {
  return executeServerCommand<Held, undefined>('held');
}
