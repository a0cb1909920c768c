import { detached } from '../ingest/text-blocks.js';
import type { Writer } from '../store/store.js';
import { contactGap, keyOf, NEVER } from './definitions.js';
import type { Deltas } from './deltas.js';
import type { EventRow } from './events.js';

interface Contact {
  readonly org: string;
  readonly id: string;
  readonly days: Set<number>;
}

/** Days of a contact between two active ones, or the ends, outside of which nothing changes. */
interface Stretch {
  readonly contact: Contact;
  readonly after: number | undefined;
  readonly before: number;
}

/** Collects on which days contacts become active or cease to be, and then what that changes. */
export class ContactChanges {
  readonly #tx: Writer;
  readonly #seen: ContactsSeen;
  readonly #contacts = new Map<string, Contact>();
  #stretches: Stretch[] = [];

  constructor(tx: Writer) {
    this.#tx = tx;
    this.#seen = new ContactsSeen(tx);
  }

  /** Notes that a call or message comes, goes, or is replaced. */
  note(org: string, before: EventRow | undefined, after: EventRow | undefined): void {
    if (before && after && columns.every((column) => before[column] === after[column])) return;
    if (before && before['contact_id'] != null) {
      this.#touch(org, before);
      this.#seen.remove(org, before);
    }
    if (after && after['contact_id'] != null) {
      this.#touch(org, after);
      this.#seen.add(org, after);
    }
  }

  /** To be called before the rows change. */
  async subtract(deltas: Deltas): Promise<void> {
    for (const contact of this.#contacts.values()) {
      this.#stretches.push(...(await this.#stretchesOf(contact)));
    }
    await this.#count(deltas, -1);
  }

  /** To be called after the rows have changed. */
  async add(deltas: Deltas): Promise<void> {
    await this.#count(deltas, 1);
    this.#contacts.clear();
    this.#stretches = [];
  }

  /** Writes who has been seen last when. */
  flush(): Promise<void> {
    return this.#seen.flush();
  }

  #touch(org: string, event: EventRow): void {
    const id = String(event['contact_id']);
    const text = `${org} ${id}`;
    let contact = this.#contacts.get(text);
    if (contact === undefined) {
      this.#contacts.set(text, (contact = { org, id, days: new Set() }));
    }
    contact.days.add(Number(event['day']));
  }

  async #stretchesOf(contact: Contact): Promise<Stretch[]> {
    const stretches: Stretch[] = [];
    let end: number | undefined;
    for (const day of [...contact.days].sort((a, b) => a - b)) {
      if (end !== undefined && day < end) continue;
      const last = end === day ? stretches.pop() : undefined;
      const after = last ? last.after : await this.#activeDay(contact, 'MAX', '<', day);
      end = (await this.#activeDay(contact, 'MIN', '>', day)) ?? NEVER;
      stretches.push({ contact, after, before: end });
    }
    return stretches;
  }

  async #activeDay(
    { org, id }: Contact,
    pick: 'MIN' | 'MAX',
    side: '<' | '>',
    day: number,
  ): Promise<number | undefined> {
    const of = (table: string) =>
      `SELECT ${pick}(day) AS day FROM ${table} WHERE org_id = ? AND contact_id = ? AND day ${side} ?`;
    const row = await this.#tx.first<{ day: number | null }>(
      `SELECT ${pick}(day) AS day FROM (${of('calls')} UNION ALL ${of('messages')})`,
      [org, id, day, org, id, day],
    );
    return row?.day ?? undefined;
  }

  async #count(deltas: Deltas, sign: 1 | -1): Promise<void> {
    const of = (table: string) =>
      `SELECT day FROM ${table} WHERE org_id = ? AND contact_id = ? AND day > ? AND day < ?`;
    for (const { contact, after, before } of this.#stretches) {
      const values = [contact.org, contact.id, after ?? -NEVER, before];
      const rows = await this.#tx.all<{ day: number }>(
        `${of('calls')} UNION ${of('messages')} ORDER BY day`,
        [...values, ...values],
      );
      countGaps(
        deltas,
        contact.org,
        [...(after === undefined ? [] : [after]), ...rows.map(({ day }) => day), before],
        sign,
      );
    }
  }
}

const columns = ['contact_id', 'phone_id', 'member_id', 'day'];

/** Adds pairs of neighbouring active days of one contact, or takes them away. */
export function countGaps(
  deltas: Deltas,
  org: string,
  days: readonly number[],
  sign: 1 | -1,
): void {
  days.slice(1).forEach((next, index) => {
    const sums = deltas.of(contactGap, org, days[index] ?? NEVER, next);
    sums[0] = (sums[0] ?? 0) + sign;
  });
}

/** Whom a phone, or a member without one, has been in touch with. */
interface Sight {
  readonly org: string;
  readonly key: string;
  readonly phoneId: string | null;
  readonly memberId: string | null;
  readonly contactId: string;
  lastDay: number;
}

/** Keeps `contact_seen`: the last local day on which a contact was seen under each key. */
class ContactsSeen {
  readonly #tx: Writer;
  readonly #added = new Map<string, Sight>();
  readonly #removed = new Map<string, Sight>();

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  add(org: string, event: EventRow): void {
    note(this.#added, org, event);
  }

  remove(org: string, event: EventRow): void {
    note(this.#removed, org, event);
  }

  async flush(): Promise<void> {
    await this.#tx.runMany(
      UPSERT,
      sorted(this.#added).map(({ org, key, contactId, lastDay }) => [org, key, contactId, lastDay]),
    );
    this.#added.clear();
    for (const sight of sorted(this.#removed)) await this.#lookUp(sight);
    this.#removed.clear();
  }

  async #lookUp({ org, key, phoneId, memberId, contactId }: Sight): Promise<void> {
    const of = (table: string) =>
      `SELECT MAX(day) AS day FROM ${table} WHERE org_id = ? AND contact_id = ?
         AND ${phoneId === null ? 'phone_id IS NULL AND member_id IS ?' : 'phone_id = ?'}`;
    const values = [org, contactId, phoneId ?? memberId];
    const row = await this.#tx.first<{ day: number | null }>(
      `SELECT MAX(day) AS day FROM (${of('calls')} UNION ALL ${of('messages')})`,
      [...values, ...values],
    );
    const where = 'org_id = ? AND key = ? AND contact_id = ?';
    if (row?.day == null) {
      await this.#tx.run(`DELETE FROM contact_seen WHERE ${where}`, [org, key, contactId]);
    } else {
      await this.#tx.run(`UPDATE contact_seen SET last_day = ? WHERE ${where}`, [
        row.day,
        org,
        key,
        contactId,
      ]);
    }
  }
}

const UPSERT = `INSERT INTO contact_seen (org_id, key, contact_id, last_day) VALUES (?, ?, ?, ?)
  ON CONFLICT (org_id, key, contact_id)
  DO UPDATE SET last_day = MAX(last_day, excluded.last_day)`;

function note(sights: Map<string, Sight>, org: string, event: EventRow): void {
  const key = keyOf(event['phone_id'], event['member_id']);
  const contactId = String(event['contact_id']);
  const lastDay = Number(event['day']);
  const text = `${org} ${key} ${contactId}`;
  const known = sights.get(text);
  if (known) known.lastDay = Math.max(known.lastDay, lastDay);
  else {
    const idOf = (column: string) =>
      event[column] == null ? null : detached(String(event[column]));
    const [phoneId, memberId] = [idOf('phone_id'), idOf('member_id')];
    sights.set(detached(text), {
      org: detached(org),
      key: detached(key),
      phoneId,
      memberId,
      contactId: detached(contactId),
      lastDay,
    });
  }
}

const sorted = (sights: ReadonlyMap<string, Sight>): Sight[] =>
  [...sights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sight]) => sight);
