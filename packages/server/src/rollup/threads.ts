import type { Writer } from '../store/store.js';
import { NO_PHONE, phoneKey, responseDay } from './definitions.js';
import type { Deltas } from './deltas.js';
import type { EventRow } from './events.js';
import { Pairing, type Unit } from './pairing.js';

interface Position {
  readonly created_at: number;
  readonly id: string;
}

/** Messages of a contact with a phone, or over a channel where they have none. */
interface Thread {
  readonly org: string;
  readonly contactId: string;
  readonly phoneId: string | null;
  readonly channel: string;
  readonly touched: Position[];
}

/** A stretch of a thread outside of which no answer can change: replies, or the thread's ends. */
interface Stretch {
  readonly thread: Thread;
  readonly after: Position;
  readonly upTo: Position;
}

interface StretchMessage {
  readonly direction: string;
  readonly created_at: number;
  readonly day: number;
  readonly hour: number;
}

const START: Position = { created_at: -Number.MAX_SAFE_INTEGER, id: '' };
const END: Position = { created_at: Number.MAX_SAFE_INTEGER, id: '' };

/** The condition that a message takes part in its thread. */
export const TAKES_PART = `contact_id IS NOT NULL
  AND NOT (direction = 'outbound' AND status IN ('failed', 'undelivered'))`;

const IN_THREAD = `org_id = ? AND contact_id = ? AND phone_id IS ? AND ${TAKES_PART}`;

/** Only a thread without a phone is told apart by its channel. */
const inThread = ({ org, contactId, phoneId, channel }: Thread) =>
  phoneId === null
    ? { where: `${IN_THREAD} AND channel = ?`, values: [org, contactId, phoneId, channel] }
    : { where: IN_THREAD, values: [org, contactId, phoneId] };

/** Collects which positions of which threads are changed, and then what that changes. */
export class ThreadChanges {
  readonly #tx: Writer;
  readonly #threads = new Map<string, Thread>();
  #stretches: Stretch[] = [];

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  /** Notes that a message comes, goes, or is replaced. */
  note(org: string, id: string, before: EventRow | undefined, after: EventRow | undefined): void {
    if (before && after && isAlike(before, after)) return;
    for (const event of [before, after]) if (event) this.#touch(org, id, event);
  }

  /** To be called before the rows change: takes away what is about to be recounted. */
  async subtract(deltas: Deltas): Promise<void> {
    for (const thread of this.#threads.values()) {
      this.#stretches.push(...(await this.#stretchesOf(thread)));
    }
    await this.#count(deltas, -1);
  }

  /** To be called after the rows have changed. */
  async add(deltas: Deltas): Promise<void> {
    await this.#count(deltas, 1);
    this.#threads.clear();
    this.#stretches = [];
  }

  #touch(org: string, id: string, event: EventRow): void {
    if (!takesPart(event)) return;
    const [contactId, channel] = [String(event['contact_id']), String(event['channel'])];
    const phoneId = event['phone_id'] == null ? null : String(event['phone_id']);
    const text = `${org} ${contactId} ${phoneId === null ? `over ${channel}` : `by ${phoneId}`}`;
    let thread = this.#threads.get(text);
    if (thread === undefined) {
      this.#threads.set(text, (thread = { org, contactId, phoneId, channel, touched: [] }));
    }
    thread.touched.push({ created_at: Number(event['created_at']), id });
  }

  async #stretchesOf(thread: Thread): Promise<Stretch[]> {
    const stretches: Stretch[] = [];
    let current: Stretch | undefined;
    for (const position of thread.touched.sort(compare)) {
      if (current && compare(position, current.upTo) < 0) continue;
      if (current && compare(position, current.upTo) === 0) stretches.pop();
      const after: Position =
        current && compare(position, current.upTo) === 0
          ? current.after
          : ((await this.#reply(thread, '<', position)) ?? START);
      const upTo = (await this.#reply(thread, '>', position)) ?? END;
      stretches.push((current = { thread, after, upTo }));
    }
    return stretches;
  }

  /** The nearest reply of a thread before or after a position. */
  #reply(thread: Thread, side: '<' | '>', at: Position): Promise<Position | undefined> {
    const { where, values } = inThread(thread);
    const order = side === '<' ? 'DESC' : 'ASC';
    return this.#tx.first<Position>(
      `SELECT created_at, id FROM messages
       WHERE ${where} AND direction = 'outbound' AND (created_at, id) ${side} (?, ?)
       ORDER BY created_at ${order}, id ${order} LIMIT 1`,
      [...values, at.created_at, at.id],
    );
  }

  async #count(deltas: Deltas, sign: 1 | -1): Promise<void> {
    for (const { thread, after, upTo } of this.#stretches) {
      const { where, values } = inThread(thread);
      const messages = await this.#tx.all<StretchMessage>(
        `SELECT direction, created_at, day, hour FROM messages
         WHERE ${where} AND (created_at, id) > (?, ?) AND (created_at, id) <= (?, ?)
         ORDER BY created_at, id`,
        [...values, after.created_at, after.id, upTo.created_at, upTo.id],
      );
      const pairing = new Pairing<StretchMessage>((unit, opener, replyAt) => {
        countUnit(deltas, thread.org, thread.phoneId, unit, opener, replyAt, sign);
      });
      for (const message of messages) pairing.next(message);
      pairing.end();
    }
  }
}

/** Adds a unit of waiting to the rollups, or takes it away. */
export function countUnit(
  deltas: Deltas,
  org: string,
  phoneId: string | null,
  unit: Unit,
  opener: { readonly created_at: number; readonly day: number; readonly hour: number },
  replyAt: number | undefined,
  sign: 1 | -1,
): void {
  const key = phoneId === null ? NO_PHONE : phoneKey(phoneId);
  const sums = deltas.of(responseDay, org, unit, key, opener.day);
  const add = (index: number, value: number) => (sums[index] = (sums[index] ?? 0) + value * sign);
  if (replyAt === undefined) {
    add(1, 1);
    add(3 + opener.hour, 1);
  } else {
    add(0, 1);
    add(2, replyAt - opener.created_at);
  }
}

const failed: readonly unknown[] = ['failed', 'undelivered'];

const takesPart = ({ contact_id, direction, status }: EventRow): boolean =>
  contact_id != null && !(direction === 'outbound' && failed.includes(status));

const threadColumns = ['contact_id', 'phone_id', 'channel', 'direction', 'created_at', 'day'];

const isAlike = (a: EventRow, b: EventRow): boolean =>
  takesPart(a) === takesPart(b) && threadColumns.every((column) => a[column] === b[column]);

const compare = (a: Position, b: Position): number =>
  a.created_at - b.created_at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
