import { detached } from '../ingest/text-blocks.js';
import { Zones } from '../ingest/zones.js';
import type { SqlValue, Writer } from '../store/store.js';
import { dayStart, localDay } from '../time/local.js';
import type { Zone } from '../time/segments.js';
import { contactGap, keyOf, NEVER } from './definitions.js';
import type { Deltas } from './deltas.js';
import type { EventRow } from './events.js';

interface Contact {
  readonly org: string;
  readonly id: string;
  /** By how many a day's events grow. */
  readonly byDay: Map<number, number>;
}

/** What there is of a contact on a day, and the nearest days before and after with anything. */
interface Around {
  readonly previous: number | undefined;
  readonly events: number;
  readonly next: number | undefined;
}

/** Collects on which days contacts become active or cease to be, and then what that changes. */
export class ContactChanges {
  readonly #tx: Writer;
  readonly #seen: ContactsSeen;
  readonly #zones: Zones;
  readonly #contacts = new Map<string, Contact>();

  constructor(tx: Writer) {
    this.#tx = tx;
    this.#zones = new Zones(tx);
    this.#seen = new ContactsSeen(tx, this.#zones);
  }

  /** Notes that a call or message comes, goes, or is replaced. */
  note(org: string, before: EventRow | undefined, after: EventRow | undefined): void {
    if (before && after && columns.every((column) => before[column] === after[column])) return;
    if (before && before['contact_id'] != null) {
      this.#touch(org, before, -1);
      this.#seen.remove(org, before);
    }
    if (after && after['contact_id'] != null) {
      this.#touch(org, after, 1);
      this.#seen.add(org, after);
    }
  }

  /** Adds up what has been noted; to be called before the rows change. */
  async count(deltas: Deltas): Promise<void> {
    for (const contact of this.#contacts.values()) await this.#count(deltas, contact);
    this.#contacts.clear();
  }

  /** Writes who has been seen last when. */
  flush(): Promise<void> {
    return this.#seen.flush();
  }

  #touch(org: string, event: EventRow, sign: 1 | -1): void {
    const id = String(event['contact_id']);
    const text = `${org} ${id}`;
    let contact = this.#contacts.get(text);
    if (contact === undefined) {
      this.#contacts.set(text, (contact = { org, id, byDay: new Map() }));
    }
    const day = Number(event['day']);
    contact.byDay.set(day, (contact.byDay.get(day) ?? 0) + sign);
  }

  /** Day by day, with what lies around those that are changed: nothing changes farther away. */
  async #count(deltas: Deltas, contact: Contact): Promise<void> {
    let [before, after]: [number[], number[]] = [[], []];
    let next: number | undefined;
    const end = () => {
      if (next === undefined) return;
      countGaps(deltas, contact.org, [...before, next], -1);
      countGaps(deltas, contact.org, [...after, next], 1);
    };
    for (const [day, more] of [...contact.byDay].sort(([a], [b]) => a - b)) {
      let events = 0;
      if (next === undefined || day >= next) {
        const around = await this.#around(contact, day);
        if (day !== next) {
          end();
          const previous = around.previous === undefined ? [] : [around.previous];
          [before, after] = [[...previous], [...previous]];
        }
        events = around.events;
        next = around.next ?? NEVER;
      }
      if (events > 0) before.push(day);
      if (events + more > 0) after.push(day);
    }
    end();
  }

  async #around({ org, id }: Contact, day: number): Promise<Around> {
    const zone = await this.#zones.of(org);
    const [start, end] = [dayStart(zone, day), dayStart(zone, day + 1)];
    const found = await this.#tx.first<Nearest>(NEAREST, [
      ...[org, id, org, id],
      ...[org, id, start, org, id, start, end, org, id, end],
      ...[org, id, day, org, id, day, org, id, day],
    ]);
    if (found === undefined) return { previous: undefined, events: 0, next: undefined };
    const { callBefore, callAfter, messageBefore, messageAfter } = found;
    return {
      previous: extreme(Math.max, callBefore, dayIn(zone, messageBefore)),
      events: found.calls + found.messages,
      next: extreme(Math.min, callAfter, dayIn(zone, messageAfter)),
    };
  }
}

/** Of calls days, of messages instants. */
interface Nearest {
  readonly callBefore: number | null;
  readonly calls: number;
  readonly callAfter: number | null;
  readonly messageBefore: number | null;
  readonly messages: number;
  readonly messageAfter: number | null;
}

const dayIn = (zone: Zone, ms: number | null): number | null =>
  ms === null ? null : localDay(zone, ms);

function extreme(
  of: (...days: number[]) => number,
  ...days: readonly (number | null)[]
): number | undefined {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? undefined : of(...known);
}

/**
 * Messages are found phone by phone in the index of threads, where those of one phone are in order
 * of time: an index by contact and day would be one more page that every message changes. The last
 * phone of a contact is null, for its messages without one.
 */
const NEAREST = `WITH RECURSIVE lines (phone) AS (
  SELECT MIN(phone_id) FROM messages WHERE org_id = ? AND contact_id = ? AND phone_id > ''
  UNION ALL
  SELECT (SELECT MIN(phone_id) FROM messages
    WHERE org_id = ? AND contact_id = ? AND phone_id > lines.phone)
  FROM lines WHERE lines.phone IS NOT NULL)
SELECT MAX((${message('MAX(created_at)', 'created_at < ?')})) AS messageBefore,
  SUM((${message('COUNT(*)', 'created_at >= ? AND created_at < ?')})) AS messages,
  MIN((${message('MIN(created_at)', 'created_at >= ?')})) AS messageAfter,
  (${call('MAX(day)', '<')}) AS callBefore,
  (${call('COUNT(*)', '=')}) AS calls,
  (${call('MIN(day)', '>')}) AS callAfter
FROM lines`;

function message(what: string, when: string): string {
  return `SELECT ${what} FROM messages
    WHERE org_id = ? AND contact_id = ? AND phone_id IS lines.phone AND ${when}`;
}

function call(what: string, side: '<' | '=' | '>'): string {
  return `SELECT ${what} FROM calls WHERE org_id = ? AND contact_id = ? AND day ${side} ?`;
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
  readonly #zones: Zones;
  readonly #added = new Map<string, Sight>();
  readonly #removed = new Map<string, Sight>();

  constructor(tx: Writer, zones: Zones) {
    this.#tx = tx;
    this.#zones = zones;
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

  async #lookUp(sight: Sight): Promise<void> {
    const { org, key, contactId } = sight;
    const values: SqlValue[] = [org, contactId, sight.phoneId ?? sight.memberId];
    const last = async (column: string, table: string) => {
      const row = await this.#tx.first<{ last: number | null }>(
        `SELECT MAX(${column}) AS last FROM ${table} WHERE org_id = ? AND contact_id = ?
           AND ${sight.phoneId === null ? 'phone_id IS NULL AND member_id IS ?' : 'phone_id = ?'}`,
        values,
      );
      return row?.last ?? null;
    };
    const zone = await this.#zones.of(org);
    const messageDay = dayIn(zone, await last('created_at', 'messages'));
    const day = extreme(Math.max, await last('day', 'calls'), messageDay);
    const where = 'org_id = ? AND key = ? AND contact_id = ?';
    if (day === undefined) {
      await this.#tx.run(`DELETE FROM contact_seen WHERE ${where}`, [org, key, contactId]);
    } else {
      await this.#tx.run(`UPDATE contact_seen SET last_day = ? WHERE ${where}`, [
        day,
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
