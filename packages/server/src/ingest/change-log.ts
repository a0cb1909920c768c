import { first, sql } from '../store/sql.js';
import type { Reader, Writer } from '../store/store.js';
import type { Changes, ChangeSet } from './changes.js';

const MAX_ENTRIES = 10_000;
const PRUNE_EVERY = 64;

/**
 * The version of an organization's rows: it grows with every transaction that changes one of them,
 * and 0 is the version of an organization that has never been written.
 */
export async function versionOf(tx: Pick<Reader, 'first'>, orgId: string): Promise<number> {
  const row = await first<{ seq: number }>(
    tx,
    sql`SELECT seq FROM organization_versions WHERE org_id = ${orgId}`,
  );
  return row?.seq ?? 0;
}

/**
 * Ends a transaction: every organization that the writes have changed gets its next `seq`, and the
 * change log says what it changed. The newest 10,000 entries of an organization are kept, and up
 * to 63 transactions before them.
 */
export async function logChanges(tx: Writer, writes: readonly Changes[]): Promise<void> {
  for (const [org, changes] of merged(writes)) {
    const seq = await nextVersion(tx, org);
    let n = 0;
    await tx.runMany(
      'INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)',
      [...changes.values()].map(({ table, id, phone, member }) => [
        org,
        seq,
        n++,
        table,
        id,
        phone,
        member,
      ]),
    );
    if (seq % PRUNE_EVERY === 0) await prune(tx, org);
  }
}

function merged(writes: readonly Changes[]): ReadonlyMap<string, ChangeSet> {
  const [only] = writes;
  if (only && writes.length === 1) return only.byOrg;
  const all = new Map<string, ChangeSet>();
  for (const { byOrg } of writes) {
    for (const [org, changes] of byOrg)
      all.set(org, new Map([...(all.get(org) ?? []), ...changes]));
  }
  return all;
}

async function nextVersion(tx: Writer, org: string): Promise<number> {
  const row = await first<{ seq: number }>(
    tx,
    sql`INSERT INTO organization_versions VALUES (${org}, 1)
        ON CONFLICT (org_id) DO UPDATE SET seq = seq + 1 RETURNING seq`,
  );
  if (!row) throw new Error('the version of an organization could not be written');
  return row.seq;
}

async function prune(tx: Writer, org: string): Promise<void> {
  await tx.run(
    `DELETE FROM changes WHERE org_id = ? AND seq <= (
       SELECT seq FROM changes WHERE org_id = ? ORDER BY seq DESC, n DESC
       LIMIT 1 OFFSET ${MAX_ENTRIES})`,
    [org, org],
  );
}
