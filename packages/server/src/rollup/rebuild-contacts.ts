import type { Writer } from '../store/store.js';
import type { BuildLimits } from './build-limits.js';
import { BulkDeltas } from './bulk-deltas.js';
import { contactRanges } from './contact-ranges.js';
import { countGaps } from './contacts.js';
import { contactGap, keyOf, NEVER } from './definitions.js';
import { empty } from './empty.js';

type SeenRow = readonly [contact: string, day: number, phone: string | null, member: string | null];

type Seen = readonly [org: string, key: string, contact: string, lastDay: number];

/** Builds what is known of the days on which contacts of an organization were active. */
export async function rebuildContacts(tx: Writer, org: string, limits: BuildLimits): Promise<void> {
  await empty(tx, org, [contactGap]);
  await tx.run('DELETE FROM contact_seen WHERE org_id = ?', [org]);
  const deltas = new BulkDeltas(tx, limits);
  let seen: Seen[] = [];
  const of = (table: string) =>
    `SELECT contact_id, day, phone_id, CASE WHEN phone_id IS NULL THEN member_id END FROM ${table}
     WHERE org_id = ? AND contact_id > ? AND contact_id <= ?`;
  for await (const range of contactRanges(tx, org, ['calls', 'messages'], limits.rows)) {
    const rows = await tx.arrays<SeenRow>(
      `${of('calls')} UNION ALL ${of('messages')} ORDER BY contact_id, day`,
      [org, ...range, org, ...range],
    );
    let end = 0;
    for (let start = 0; start < rows.length; start = end) {
      while (end < rows.length && rows[end]?.[0] === rows[start]?.[0]) end += 1;
      const contact = rows.slice(start, end);
      const days = new Set(contact.map(([, day]) => day));
      countGaps(deltas.narrow, org, [...days, NEVER], 1);
      seen.push(...lastDays(org, contact));
    }
    if (seen.length > limits.deltas) {
      await tx.runMany(INSERT_SEEN, seen.sort(byKey));
      seen = [];
    }
    await deltas.relieve();
  }
  await tx.runMany(INSERT_SEEN, seen.sort(byKey));
  await deltas.finish();
}

/** Rows of one key stand together in the table; those of one contact are all over it. */
const byKey = ([, a]: Seen, [, b]: Seen): number => (a < b ? -1 : a > b ? 1 : 0);

const INSERT_SEEN =
  'INSERT INTO contact_seen (org_id, key, contact_id, last_day) VALUES (?, ?, ?, ?)';

/** When one contact, whose rows stand in order of time, was last seen under each key. */
function lastDays(org: string, rows: readonly SeenRow[]): Seen[] {
  const last = new Map<string, number>();
  for (const [, day, phone, member] of rows) last.set(keyOf(phone, member), day);
  const contact = rows[0]?.[0] ?? '';
  return [...last].map(([key, day]) => [org, key, contact, day]);
}
