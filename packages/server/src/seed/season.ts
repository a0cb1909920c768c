import { localDay } from '../time/local.js';
import type { Zone } from '../time/segments.js';
import { Random } from './random.js';

/** What the rows of one synthetic organization depend on. */
export interface Season {
  readonly orgId: string;
  readonly zone: Zone;
  /** The present, epoch ms; nothing is later. */
  readonly now: number;
  readonly seed: number;
  /** Where the sound of every recorded call lies. */
  readonly recordingUrl: string;
}

/** Local dates of the history, today included. */
export const DAYS = 120;

export const CONTACTS = 400;

/** A row as JSON over HTTP has it. */
export type SeedRow = Readonly<Record<string, string | number | boolean>>;

export function randomFor(season: Season, ...key: (string | number)[]): Random {
  return new Random([season.seed, ...key].join('/'));
}

/** A local date of the history, in days since 1970-01-01. */
export interface Day {
  readonly day: number;
  /** From 0 on the first date up to 1 on the last. */
  readonly progress: number;
}

/** The local dates of the history, in order. */
export function history({ zone, now }: Season): Day[] {
  const first = localDay(zone, now) - DAYS + 1;
  return Array.from({ length: DAYS }, (_, index) => ({
    day: first + index,
    progress: index / (DAYS - 1),
  }));
}

export const isoInstant = (ms: number): string => new Date(ms).toISOString();

export const contactId = (place: number): string => `contact-${String(place + 1).padStart(3, '0')}`;

/** Which contact is heard of: one of the regulars, or one of those who come and go. */
export function someContact(random: Random, { progress }: Day): number {
  const regulars = CONTACTS / 5;
  if (random.chance(0.3)) return random.integer(0, regulars - 1);
  const others = CONTACTS - regulars;
  const around = Math.ceil(others / 3);
  const gone = Math.floor(progress * (others - around));
  return regulars + gone + random.integer(0, around - 1);
}

/** A contact's number, one of 800 that are kept free for fiction. */
export function contactNumber(place: number): string {
  const areas = ['212', '347', '516', '607', '716', '845', '914', '929'];
  const last = String(place % 100).padStart(2, '0');
  return `+1${areas[Math.floor(place / 100) % areas.length]}55501${last}`;
}
