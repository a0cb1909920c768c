import type { Writer } from '../store/store.js';
import type { Rollup } from './definitions.js';

/** Takes all rows of an organization out of rollups. */
export async function empty(tx: Writer, org: string, which: readonly Rollup[]): Promise<void> {
  for (const { name } of which) await tx.run(`DELETE FROM ${name} WHERE org_id = ?`, [org]);
}
