import { LocalTimes } from '../ingest/local-times.js';
import type { TableName } from '../ingest/tables.js';
import type { Store, Writer } from '../store/store.js';
import { buildLimits, type BuildLimits } from './build-limits.js';
import { empty } from './empty.js';
import { eventSources } from './events.js';
import { rebuildContacts } from './rebuild-contacts.js';
import { countEvents } from './rebuild-events.js';
import { rebuildResponses } from './rebuild-responses.js';

/** What is built by itself: the sums of a table's rows, of threads, or of when contacts were seen. */
export type Part = TableName | 'threads' | 'sightings';

/** Every part that there is. */
export const parts: readonly Part[] = [
  ...(Object.keys(eventSources) as TableName[]),
  'threads',
  'sightings',
];

/** The parts that the rows of a table are counted in. */
export function partsOf(table: TableName): readonly Part[] {
  if (table === 'messages') return [table, 'threads', 'sightings'];
  if (table === 'calls') return [table, 'sightings'];
  return eventSources[table] ? [table] : [];
}

/**
 * Builds the sums of an organization from its events, in the transaction of `tx`, so that no reader
 * sees them in between. Memory does not grow with the events.
 */
export async function rebuildOrganization(
  tx: Writer,
  org: string,
  which: Iterable<Part> = parts,
  limits = buildLimits,
): Promise<void> {
  for (const part of which) {
    if (part === 'threads') await rebuildResponses(tx, org, limits);
    else if (part === 'sightings') await rebuildContacts(tx, org, limits);
    else await rebuildEvents(tx, org, part, limits);
  }
}

/** Builds the sums of the organizations of a database whose schema has just been brought up to date. */
export async function rebuildDue(store: Store): Promise<void> {
  const due = await store.read((tx) => tx.all<{ org_id: string }>('SELECT org_id FROM rollup_due'));
  for (const { org_id } of due) {
    await store.write(async (tx) => {
      await new LocalTimes(tx).restamp(org_id);
      await rebuildOrganization(tx, org_id);
      await tx.run('DELETE FROM rollup_due WHERE org_id = ?', [org_id]);
    });
  }
}

async function rebuildEvents(
  tx: Writer,
  org: string,
  table: TableName,
  limits: BuildLimits,
): Promise<void> {
  const source = eventSources[table];
  if (source === undefined) return;
  await empty(tx, org, source.rollups);
  await countEvents(tx, org, table, limits);
}
