import { Zones } from '../ingest/zones.js';
import type { Writer } from '../store/store.js';
import { localDay, localHour } from '../time/local.js';
import type { Zone } from '../time/segments.js';
import type { BuildLimits } from './build-limits.js';
import { BulkDeltas } from './bulk-deltas.js';
import { contactRanges } from './contact-ranges.js';
import { responseBlock, responseDay, responseMonth } from './definitions.js';
import type { Deltas } from './deltas.js';
import { empty } from './empty.js';
import { Pairing } from './pairing.js';
import { countUnit, TAKES_PART } from './threads.js';

/** A message of a thread, of which only those without a phone are told apart by `channel`. */
type ThreadRow = readonly [
  contact: string,
  phone: string | null,
  channel: string | null,
  isInbound: number,
  createdAt: number,
];

interface Message {
  readonly direction: string;
  readonly created_at: number;
}

/** Builds the sums of answered and unanswered messages of an organization. */
export async function rebuildResponses(
  tx: Writer,
  org: string,
  limits: BuildLimits,
): Promise<void> {
  await empty(tx, org, [responseDay, responseMonth, responseBlock]);
  const zone = await new Zones(tx).of(org);
  const deltas = new BulkDeltas(tx, limits);
  const upTo = 'org_id = ? AND contact_id > ? AND contact_id <= ?';
  for await (const [after, last] of contactRanges(tx, org, ['messages'], limits.rows)) {
    const rows = await tx.arrays<ThreadRow>(
      `SELECT contact_id, phone_id, CASE WHEN phone_id IS NULL THEN channel END,
         direction = 'inbound', created_at FROM messages
       WHERE ${upTo} AND ${TAKES_PART} ORDER BY contact_id, phone_id, created_at, id`,
      [org, after, last],
    );
    countThreads(deltas.narrow, org, zone, rows);
    await deltas.relieve();
  }
  await deltas.finish();
}

/** Threads of one phone come one after the other, those without a phone mixed. */
function countThreads(deltas: Deltas, org: string, zone: Zone, rows: readonly ThreadRow[]): void {
  let threads = new Map<string | null, Pairing<Message>>();
  let contact: string | undefined;
  let phone: string | null | undefined;
  const end = () => threads.forEach((thread) => thread.end());
  for (const [contactId, phoneId, channel, isInbound, created_at] of rows) {
    if (contactId !== contact || phoneId !== phone) {
      end();
      threads = new Map();
      [contact, phone] = [contactId, phoneId];
    }
    let thread = threads.get(channel);
    if (thread === undefined) {
      thread = new Pairing<Message>((unit, { created_at }, replyAt) => {
        const [day, hour] = [localDay(zone, created_at), localHour(zone, created_at)];
        countUnit(deltas, org, phoneId, unit, { created_at, day, hour }, replyAt, 1);
      });
      threads.set(channel, thread);
    }
    thread.next({ direction: isInbound === 1 ? 'inbound' : 'outbound', created_at });
  }
  end();
}
