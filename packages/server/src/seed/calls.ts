import type { CallStatus, Direction } from '@inlay/sdk/contract';
import { dateOfDay } from '../time/local.js';
import { lines, staffOf, type Line } from './cast.js';
import type { Random } from './random.js';
import { instantsOf, working } from './rhythm.js';
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

const endings: Record<Direction, Partial<Record<CallStatus, number>>> = {
  inbound: { completed: 78, no_answer: 8, voicemail: 7, canceled: 4, busy: 2, failed: 1 },
  outbound: { completed: 61, no_answer: 21, voicemail: 11, busy: 4, canceled: 1, failed: 2 },
};

const outcomes = { resolved: 46, follow_up: 22, order_placed: 14, callback: 11, wrong_number: 3 };

/** The calls of every number. */
export function calls(season: Season): SeedRow[] {
  return history(season).flatMap((day) => lines.flatMap((line) => callsOfDay(season, line, day)));
}

function callsOfDay(season: Season, line: Line, day: Day): SeedRow[] {
  const random = randomFor(season, 'calls', line.id, day.day);
  return (['inbound', 'outbound'] as const).flatMap((direction) => {
    const started = instantsOf(random, working, season, day, line.calls?.[direction] ?? 0);
    return started.map((startedMs, place) => ({
      id: `${dateOfDay(day.day)}.${line.id}.${direction}.${place + 1}`,
      ...ends(season, random, line, direction, day),
      ...course(season, random, direction, startedMs),
      started_at: isoInstant(startedMs),
    }));
  });
}

/** Who called whom. */
function ends(season: Season, random: Random, line: Line, direction: Direction, day: Day): SeedRow {
  const contact = someContact(random, day);
  const isKnown = random.chance(0.93);
  const member_id = random.pick(staffOf(line)).id;
  return {
    org_id: season.orgId,
    phone_id: line.id,
    direction,
    contact_number: contactNumber(contact),
    ...(isKnown && { contact_id: contactId(contact) }),
    member_id,
  };
}

/** How a call went, as far as it has gone. */
function course(
  { now, recordingUrl }: Season,
  random: Random,
  direction: Direction,
  startedMs: number,
): SeedRow {
  const isInbound = direction === 'inbound';
  const status = random.weighted(endings[direction]);
  const ringSecs = Math.round(random.logNormal(isInbound ? 19 : 11, 0.7));
  const duration_secs = Math.max(4, Math.round(random.logNormal(205, 0.85)));
  const outcome = random.weighted(outcomes);
  const isRecorded = random.chance(0.75);

  const pickedUpMs = startedMs + ringSecs * 1000;
  const endedMs = pickedUpMs + duration_secs * 1000;
  if (now < pickedUpMs) return { status: isInbound ? 'queued' : 'ringing' };
  const waited: SeedRow = isInbound ? { wait_secs: ringSecs } : {};
  if (status !== 'completed') return { ...waited, status, ended_at: isoInstant(pickedUpMs) };
  const answered = { ...waited, answered_at: isoInstant(pickedUpMs) };
  if (now < endedMs) return { ...answered, status: 'in_progress' };
  return {
    ...answered,
    status,
    outcome,
    duration_secs,
    ended_at: isoInstant(endedMs),
    ...(isRecorded && { recording_url: recordingUrl }),
  };
}
