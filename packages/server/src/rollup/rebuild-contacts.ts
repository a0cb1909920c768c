import { Zones } from '../ingest/zones.js';
import type { Writer } from '../store/store.js';
import { localDay } from '../time/local.js';
import type { Zone } from '../time/segments.js';
import type { BuildLimits } from './build-limits.js';
import { BulkDeltas } from './bulk-deltas.js';
import { contactRanges } from './contact-ranges.js';
import { countGaps } from './contacts.js';
import { contactGap, keyOf, NEVER } from './definitions.js';
import { empty } from './empty.js';

/** A call has its day, a message its instant. */
type SeenRow = readonly [
  contact: string,
  day: number | null,
  ms: number | null,
  phone: string | null,
  member: string | null,
];

type Seen = readonly [org: string, key: string, contact: string, lastDay: number];

/** Builds what is known of the days on which contacts of an organization were active. */
export async function rebuildContacts(tx: Writer, org: string, limits: BuildLimits): Promise<void> {
  await empty(tx, org, [contactGap]);
  await tx.run('DELETE FROM contact_seen WHERE org_id = ?', [org]);
  const deltas = new BulkDeltas(tx, limits);
  let seen: Seen[] = [];
  const zone = await new Zones(tx).of(org);
  const of = (table: string, when: string) =>
    `SELECT contact_id, ${when}, phone_id, CASE WHEN phone_id IS NULL THEN member_id END
     FROM ${table} WHERE org_id = ? AND contact_id > ? AND contact_id <= ?`;
  for await (const range of contactRanges(tx, org, ['calls', 'messages'], limits.rows)) {
    const rows = await tx.arrays<SeenRow>(
      `${of('calls', 'day, NULL')} UNION ALL ${of('messages', 'NULL, created_at')}
       ORDER BY contact_id`,
      [org, ...range, org, ...range],
    );
    let end = 0;
    for (let start = 0; start < rows.length; start = end) {
      while (end < rows.length && rows[end]?.[0] === rows[start]?.[0]) end += 1;
      const sightings = rows.slice(start, end).map(sightingIn(zone));
      const days = [...new Set(sightings.map(({ day }) => day))].sort((a, b) => a - b);
      countGaps(deltas.narrow, org, [...days, NEVER], 1);
      const contact = rows[start]?.[0] ?? '';
      for (const [key, day] of lastDays(sightings)) seen.push([org, key, contact, day]);
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

interface Sighting {
  readonly key: string;
  readonly day: number;
}

const sightingIn =
  (zone: Zone) =>
  ([, day, ms, phone, member]: SeenRow): Sighting => ({
    key: keyOf(phone, member),
    day: day ?? localDay(zone, ms ?? 0),
  });

/** When a contact was last seen under each key. */
function lastDays(sightings: readonly Sighting[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { key, day } of sightings) last.set(key, Math.max(last.get(key) ?? day, day));
  return last;
}
