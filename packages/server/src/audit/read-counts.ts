import type { Log } from '../http/request-log.js';
import type { Clock } from '../time/clock.js';

/** What was read, by whom, and what could be seen. */
export interface Read {
  readonly orgId: string;
  readonly memberId: string;
  readonly slice: string;
  /** A hash of the scope. */
  readonly scope: string;
  /** A preset, or two dates; empty for a slice without a time range. */
  readonly timeRange: string;
  /** Calls and messages that were sent one by one. */
  readonly rows: number;
}

/** The reads of one minute that are alike. */
export interface CountedReads extends Read {
  /** Of the epoch. */
  readonly minute: number;
  readonly reads: number;
  /** Epoch ms of the last one. */
  readonly lastMs: number;
}

export interface ReadBatch {
  readonly counted: readonly CountedReads[];
  /** Minutes before this one are to be forgotten; absent when that has just been said. */
  readonly keptFrom?: number;
}

/** Adds counts to those that are kept, on disk when it resolves. */
export type WriteReads = (batch: ReadBatch) => Promise<void>;

export interface ReadCountsOptions {
  readonly write: WriteReads;
  readonly clock: Clock;
  /** How long reads are kept; default 90 days. */
  readonly keepDays?: number;
  readonly log?: Log;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const HOUR_MS = 3_600_000;
const WRITE_EVERY_MS = 1000;
const KEEP_DAYS = 90;
const MAX_ENTRIES = 100_000;
const LAST_ATTEMPTS = 10;

/**
 * Counts reads in memory and has them written at most once a second, so that an answer never waits
 * for it. What cannot be written now is written later.
 */
export class ReadCounts {
  readonly #options: ReadCountsOptions;
  readonly #hourly: NodeJS.Timeout;
  #counts = new Map<string, CountedReads>();
  #uncounted = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #hasFailed = false;
  #isClosed = false;
  /** The minute in which old reads were forgotten. */
  #prunedIn: number | undefined;

  constructor(options: ReadCountsOptions) {
    this.#options = options;
    this.#hourly = setInterval(() => this.#writeIn(0), HOUR_MS).unref();
  }

  count(read: Read): void {
    const lastMs = this.#options.clock();
    this.#add({ ...read, minute: Math.floor(lastMs / MINUTE_MS), reads: 1, lastMs });
    this.#writeIn(WRITE_EVERY_MS);
  }

  /** Writes what is not written yet; nothing more may be counted. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#hourly);
    clearTimeout(this.#timer);
    await this.#writing;
    for (let n = 0; n < LAST_ATTEMPTS && this.#counts.size > 0; n++) await this.#write();
    this.#uncounted += [...this.#counts.values()].reduce((sum, { reads }) => sum + reads, 0);
    this.#sayUncounted();
  }

  /** Unless it is about to happen, or happens right now. */
  #writeIn(ms: number): void {
    this.#timer ??= setTimeout(() => (this.#writing = this.#writeOnce()), ms);
  }

  async #writeOnce(): Promise<void> {
    await this.#write();
    this.#timer = undefined;
    if (this.#counts.size > 0 && !this.#isClosed) this.#writeIn(WRITE_EVERY_MS);
  }

  async #write(): Promise<void> {
    const { write, clock, keepDays = KEEP_DAYS } = this.#options;
    const counts = this.#counts;
    this.#counts = new Map();
    this.#sayUncounted();
    const minute = Math.floor(clock() / MINUTE_MS);
    const keptFrom = minute - keepDays * DAY_MINUTES;
    try {
      await write({
        counted: [...counts.values()],
        ...(minute !== this.#prunedIn && { keptFrom }),
      });
      this.#prunedIn = minute;
      this.#hasFailed = false;
    } catch (error) {
      for (const counted of counts.values()) this.#add(counted);
      this.#sayFailed(error);
    }
  }

  #add(more: CountedReads): void {
    const { orgId, minute, memberId, slice, scope, timeRange } = more;
    const key = [orgId, minute, memberId, slice, scope, timeRange].join(' ');
    const counted = this.#counts.get(key);
    if (counted === undefined && this.#counts.size >= MAX_ENTRIES) {
      this.#uncounted += more.reads;
      return;
    }
    this.#counts.set(key, {
      ...more,
      reads: more.reads + (counted?.reads ?? 0),
      rows: more.rows + (counted?.rows ?? 0),
      lastMs: Math.max(more.lastMs, counted?.lastMs ?? 0),
    });
  }

  /** The first time in a row; an import may hold the lock for minutes. */
  #sayFailed(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#options.log?.({ level: 'error', message: 'reads wait to be written', error: reason });
  }

  #sayUncounted(): void {
    if (this.#uncounted === 0) return;
    const message = 'reads are not in the audit trail';
    this.#options.log?.({ level: 'error', message, reads: this.#uncounted });
    this.#uncounted = 0;
  }
}
