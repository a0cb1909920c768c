import type { Writer } from '../store/store.js';
import {
  NO_PHONE,
  phoneKey,
  responseColumns,
  responseDay,
  unansweredColumns,
} from './definitions.js';
import type { Deltas } from './deltas.js';
import type { EventRow } from './events.js';
import { Pairing, type Unit } from './pairing.js';

interface Position {
  readonly created_at: number;
  readonly id: string;
}

interface Message extends Position {
  readonly direction: string;
  readonly day: number;
  readonly hour: number;
}

/** Messages of a contact with a phone, or over a channel where they have none. */
interface Thread {
  readonly org: string;
  readonly contactId: string;
  readonly phoneId: string | null;
  readonly channel: string;
  readonly gone: Message[];
  readonly come: Message[];
}

const END: Position = { created_at: Number.MAX_SAFE_INTEGER, id: '' };

/** How many messages are looked at next to a changed one, first and when these hold no reply. */
const NEAR = 4;
const FARTHER = 64;

/** The condition that a message takes part in its thread. */
export const TAKES_PART = `contact_id IS NOT NULL
  AND NOT (direction = 'outbound' AND status IN ('failed', 'undelivered'))`;

const IN_THREAD = `org_id = ? AND contact_id = ? AND phone_id IS ? AND ${TAKES_PART}`;

/** Only a thread without a phone is told apart by its channel. */
const inThread = ({ org, contactId, phoneId, channel }: Thread) =>
  phoneId === null
    ? { where: `${IN_THREAD} AND channel = ?`, values: [org, contactId, phoneId, channel] }
    : { where: IN_THREAD, values: [org, contactId, phoneId] };

/** Collects which messages of which threads come and go, and then what that changes. */
export class ThreadChanges {
  readonly #tx: Writer;
  readonly #threads = new Map<string, Thread>();

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  /** Notes that a message comes, goes, or is replaced. */
  note(org: string, id: string, before: EventRow | undefined, after: EventRow | undefined): void {
    if (before && after && isAlike(before, after)) return;
    if (before && takesPart(before)) this.#threadOf(org, before).gone.push(messageOf(id, before));
    if (after && takesPart(after)) this.#threadOf(org, after).come.push(messageOf(id, after));
  }

  /** Adds up what has been noted; to be called before the rows change. */
  async count(deltas: Deltas): Promise<void> {
    for (const thread of this.#threads.values()) {
      const { gone, come } = thread;
      const before = await this.#around(thread);
      const ids = new Set(gone.map(({ id }) => id));
      const after = [...before.filter(({ id }) => !ids.has(id)), ...come].sort(compare);
      pair(deltas, thread, before, -1);
      pair(deltas, thread, after, 1);
    }
    this.#threads.clear();
  }

  #threadOf(org: string, event: EventRow): Thread {
    const [contactId, channel] = [String(event['contact_id']), String(event['channel'])];
    const phoneId = event['phone_id'] == null ? null : String(event['phone_id']);
    const text = `${org} ${contactId} ${phoneId === null ? `over ${channel}` : `by ${phoneId}`}`;
    let thread = this.#threads.get(text);
    if (thread === undefined) {
      this.#threads.set(text, (thread = { org, contactId, phoneId, channel, gone: [], come: [] }));
    }
    return thread;
  }

  /**
   * The messages as they are, in order, outside of which no answer can change: around each one that
   * comes or goes from after a reply, or the thread's begin, up to a reply, or the thread's end.
   */
  async #around(thread: Thread): Promise<Message[]> {
    const messages: Message[] = [];
    let end: Position | undefined;
    for (const at of [...thread.gone, ...thread.come].sort(compare)) {
      const beyond = end === undefined ? 1 : compare(at, end);
      if (beyond < 0) continue;
      if (beyond > 0) {
        const { unanswered } = await this.#upToReply(thread, '<', at);
        messages.push(...unanswered.reverse());
        messages.push(...thread.gone.filter((gone) => compare(gone, at) === 0));
      }
      const { unanswered, reply } = await this.#upToReply(thread, '>', at);
      messages.push(...unanswered, ...(reply ? [reply] : []));
      end = reply ?? END;
    }
    return messages;
  }

  /** The messages next to a position, from there on, and the reply that is the nearest. */
  async #upToReply(
    thread: Thread,
    side: '<' | '>',
    from: Position,
  ): Promise<{ unanswered: Message[]; reply: Message | undefined }> {
    const unanswered: Message[] = [];
    for (let [at, most] = [from, NEAR]; ; most = FARTHER) {
      const page = await this.#next(thread, side, at, most);
      for (const message of page) {
        if (message.direction === 'outbound') return { unanswered, reply: message };
        unanswered.push((at = message));
      }
      if (page.length < most) return { unanswered, reply: undefined };
    }
  }

  #next(thread: Thread, side: '<' | '>', at: Position, most: number): Promise<Message[]> {
    const { where, values } = inThread(thread);
    const order = side === '<' ? 'DESC' : 'ASC';
    return this.#tx.all<Message>(
      `SELECT id, direction, created_at, day, hour FROM messages
       WHERE ${where} AND (created_at, id) ${side} (?, ?)
       ORDER BY created_at ${order}, id ${order} LIMIT ${most}`,
      [...values, at.created_at, at.id],
    );
  }
}

const messageOf = (id: string, event: EventRow): Message => ({
  id,
  direction: String(event['direction']),
  created_at: Number(event['created_at']),
  day: Number(event['day']),
  hour: Number(event['hour']),
});

function pair(
  deltas: Deltas,
  { org, phoneId }: Thread,
  messages: readonly Message[],
  sign: 1 | -1,
): void {
  const pairing = new Pairing<Message>((unit, opener, replyAt) => {
    countUnit(deltas, org, phoneId, unit, opener, replyAt, sign);
  });
  for (const message of messages) pairing.next(message);
  pairing.end();
}

/** Where the sums of each unit stand among those of `responseDay`. */
const places = {
  run: placesOf('run'),
  message: placesOf('message'),
} as const;

function placesOf(unit: Unit) {
  const { answered, unanswered, reply_ms } = responseColumns(unit);
  const place = (column: string) => responseDay.sums.indexOf(column);
  return {
    answered: place(answered),
    unanswered: place(unanswered),
    replyMs: place(reply_ms),
    firstHour: place(unansweredColumns(unit)[0] ?? ''),
  };
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
  const sums = deltas.of(responseDay, org, key, opener.day);
  const place = places[unit];
  const add = (index: number, value: number) => (sums[index] = (sums[index] ?? 0) + value * sign);
  if (replyAt === undefined) {
    add(place.unanswered, 1);
    add(place.firstHour + opener.hour, 1);
  } else {
    add(place.answered, 1);
    add(place.replyMs, replyAt - opener.created_at);
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
