import type { Clock } from '../time/clock.js';

/** What may be asked at once, in seconds' worth of the rate. */
const BURST_SECS = 10;
const MAX_KEYS = 50_000;

/**
 * Lets each key ask so many times a second, and ten seconds' worth at once after a rest. (The
 * generic cell rate algorithm: of a key it keeps the instant at which its burst is whole again.)
 */
export class RateLimit {
  readonly #everyMs: number;
  readonly #burstMs = BURST_SECS * 1000;
  readonly #clock: Clock;
  /** Epoch ms, least recently used first. */
  readonly #restedAt = new Map<string, number>();

  constructor(perSec: number, clock: Clock) {
    this.#everyMs = 1000 / perSec;
    this.#clock = clock;
  }

  /** Takes one request of a key; or says after how many ms there is one to take. */
  take(key: string): number | undefined {
    const now = this.#clock();
    const kept = this.#restedAt.get(key) ?? now;
    // A clock that was set back must not keep anybody out for longer than a burst lasts.
    const rested = Math.min(Math.max(kept, now), now + this.#burstMs);
    const next = rested + this.#everyMs;
    const excessMs = next - now - this.#burstMs;
    if (excessMs > 0) {
      if (rested < kept) this.#restedAt.set(key, rested);
      return excessMs;
    }
    this.#restedAt.delete(key);
    this.#restedAt.set(key, next);
    this.#forget(now);
    return undefined;
  }

  /** Drops who is rested; and who has not asked for the longest, when there are too many. */
  #forget(now: number): void {
    for (const [key, rested] of this.#restedAt) {
      if (rested > now && this.#restedAt.size <= MAX_KEYS) return;
      this.#restedAt.delete(key);
    }
  }
}
