import type { MessageStatus, SuggestionOutcome } from '@inlay/sdk/contract';
import { dateOfDay } from '../time/local.js';
import { MINUTE_MS } from '../time/units.js';
import { lines, socialMedia, staffOf, type Line } from './cast.js';
import type { Random } from './random.js';
import { instantsOf, whenStaffed, writing } from './rhythm.js';
import {
  contactId,
  contactNumber,
  history,
  isoInstant,
  randomFor,
  someContact,
  type Day,
  type Season,
  type SeedRow,
} from './season.js';

/** Messages, and what the text agent suggested while they were written. */
export interface Correspondence {
  readonly messages: SeedRow[];
  readonly suggestions: SeedRow[];
}

interface Conversation {
  readonly id: string;
  readonly line: Line;
  readonly contact: number;
  readonly openedMs: number;
  /** Whether it is the latest of this contact on this line. */
  isLatest: boolean;
}

/** What the text agent proposed for a run of inbound messages. */
type Suggestion = Exclude<SuggestionOutcome, 'pending'>;

const suggestions: Record<Suggestion, number> = {
  auto_sent: 34,
  accepted: 30,
  edited: 20,
  rejected: 16,
};

const confidences: Record<Suggestion, number> = {
  auto_sent: 0.95,
  accepted: 0.86,
  edited: 0.71,
  rejected: 0.52,
};

const deliveries: Record<Line['channel'], Partial<Record<MessageStatus, number>>> = {
  sms: { delivered: 91, sent: 4, undelivered: 3, failed: 2 },
  email: { delivered: 61, read: 33, sent: 3, undelivered: 2, failed: 1 },
  other: { read: 76, delivered: 20, sent: 3, failed: 1 },
};

const inboxes = [...lines, socialMedia];

/** The conversations on every line, and on none. */
export function correspondence(season: Season): Correspondence {
  const messages: SeedRow[] = [];
  const suggested: SeedRow[] = [];
  for (const conversation of conversations(season)) {
    const writer = new Writer(season, conversation);
    writer.write();
    messages.push(...writer.messages);
    suggested.push(...writer.suggestions);
  }
  return { messages, suggestions: suggested };
}

function conversations(season: Season): Conversation[] {
  const all = history(season)
    .flatMap((day) => inboxes.flatMap((line) => conversationsOf(season, line, day)))
    .sort((a, b) => a.openedMs - b.openedMs);
  const latest = new Map<string, Conversation>();
  for (const conversation of all) {
    const thread = `${conversation.line.id}/${conversation.contact}`;
    const earlier = latest.get(thread);
    if (earlier) earlier.isLatest = false;
    latest.set(thread, conversation);
  }
  return all;
}

function conversationsOf(season: Season, line: Line, day: Day): Conversation[] {
  const random = randomFor(season, 'conversations', line.id, day.day);
  const opened = instantsOf(random, writing, season, day, line.conversations);
  return opened.map((openedMs, place) => ({
    id: `${dateOfDay(day.day)}.${line.id}.${place + 1}`,
    line,
    contact: someContact(random, day),
    openedMs,
    isLatest: true,
  }));
}

/** Writes one conversation, turn by turn, up to the present. */
class Writer {
  readonly messages: SeedRow[] = [];
  readonly suggestions: SeedRow[] = [];
  readonly #season: Season;
  readonly #conversation: Conversation;
  readonly #random: Random;
  readonly #member: string;
  readonly #shared: SeedRow;
  #ms: number;

  constructor(season: Season, conversation: Conversation) {
    const { id, line, contact, openedMs } = conversation;
    this.#season = season;
    this.#conversation = conversation;
    this.#random = randomFor(season, id);
    this.#ms = openedMs;
    this.#member = this.#random.pick(staffOf(line)).id;
    const isKnown = this.#random.chance(0.98);
    this.#shared = {
      org_id: season.orgId,
      ...(line !== socialMedia && { phone_id: line.id }),
      ...(isKnown && { contact_id: contactId(contact) }),
    };
  }

  write(): void {
    const { line, isLatest } = this.#conversation;
    const random = this.#random;
    const isNeglected = isLatest && random.chance(line.neglect);
    if (random.chance(0.22) && !this.#approach()) return;
    for (let turns = random.integer(1, 3); turns > 0; turns--) {
      this.#inbound();
      if (turns === 1 && isNeglected) return;
      this.#reply();
      this.#ms += Math.round(random.logNormal(9, 1) * MINUTE_MS);
    }
  }

  /** The company writes first; whether the contact answers. */
  #approach(): boolean {
    const random = this.#random;
    const feature = random.weighted({ campaign_writer: 45, follow_up: 25, '': 30 });
    this.#ms = whenStaffed(random, this.#season.zone, this.#ms);
    this.#outbound({ member_id: this.#member, ...(feature && { ai_feature: feature }) });
    this.#ms += Math.round(random.logNormal(45, 1.1) * MINUTE_MS);
    return random.chance(0.4);
  }

  #inbound(): void {
    do {
      this.#send({ direction: 'inbound', status: 'received' });
      this.#ms += this.#random.integer(15, 150) * 1000;
    } while (this.#random.chance(0.3));
  }

  #reply(): void {
    const random = this.#random;
    const suggestion = random.chance(0.6) ? random.weighted(suggestions) : undefined;
    const readMs = this.#ms;
    if (suggestion === 'auto_sent') {
      this.#ms += random.integer(4, 40) * 1000;
    } else {
      const minutes = random.logNormal(this.#conversation.line.replyMinutes, 0.9);
      const { zone } = this.#season;
      this.#ms = whenStaffed(random, zone, readMs + Math.round(minutes * MINUTE_MS));
    }
    if (suggestion !== undefined) this.#suggest(suggestion, readMs);
    this.#outbound(composer(suggestion, this.#member));
  }

  #suggest(outcome: Suggestion, ms: number): void {
    const { now } = this.#season;
    const random = this.#random;
    const confidence = confidences[outcome] + (random.next() - 0.5) * 0.09;
    const escalated = random.chance(outcome === 'rejected' ? 0.3 : 0.03);
    if (ms > now) return;
    this.suggestions.push({
      id: `${this.#conversation.id}.${this.suggestions.length + 1}`,
      ...this.#shared,
      ...(outcome !== 'auto_sent' && { member_id: this.#member }),
      confidence: Math.round(confidence * 10_000) / 10_000,
      outcome: this.#ms > now ? 'pending' : outcome,
      escalated,
      created_at: isoInstant(ms),
    });
  }

  /** Sends a message, and most often once more when it did not arrive. */
  #outbound(by: SeedRow): void {
    const random = this.#random;
    const status = random.weighted(deliveries[this.#conversation.line.channel]);
    const age = this.#season.now - this.#ms;
    const isUnderWay = age < 2 * MINUTE_MS;
    this.#send({ ...by, direction: 'outbound', status: isUnderWay ? 'queued' : status });
    if ((status === 'failed' || status === 'undelivered') && random.chance(0.8)) {
      this.#ms += random.integer(2, 15) * MINUTE_MS;
      this.#outbound(by);
    }
  }

  #send(message: SeedRow): void {
    const { id, line, contact } = this.#conversation;
    if (this.#ms > this.#season.now) return;
    this.messages.push({
      id: `${id}.${this.messages.length + 1}`,
      ...this.#shared,
      channel: line.channel,
      ...(line.channel === 'sms' && { contact_number: contactNumber(contact) }),
      conversation_id: id,
      ...message,
      created_at: isoInstant(this.#ms),
    });
  }
}

/** Who sends a reply, and what wrote it. */
function composer(suggestion: Suggestion | undefined, member_id: string): SeedRow {
  if (suggestion === 'auto_sent') return { ai_feature: 'text_agent' };
  const isTaken = suggestion === 'accepted' || suggestion === 'edited';
  return { member_id, ...(isTaken && { ai_feature: 'suggested_reply' }) };
}
