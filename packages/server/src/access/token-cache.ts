import { hash } from 'node:crypto';
import type { Clock } from '../time/clock.js';
import type { Principal } from './principal.js';

/** What a token says, and until when, in epoch ms. */
export interface VerifiedToken {
  readonly principal: Principal;
  readonly untilMs: number;
}

interface Kept extends VerifiedToken {
  readonly sinceMs: number;
}

const KEEP_MS = 60_000;
const MAX_TOKENS = 5000;

/**
 * Remembers for a minute, and no longer than the token lives, what a token said, so that the
 * requests of a page cost one verification. Holds hashes of tokens, never a token; a token that
 * was refused is verified each time. The same token gives the same principal object.
 */
export class TokenCache {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The principal of a token: as remembered, or as `verify` says. */
  async principalOf(
    token: string,
    verify: (token: string) => Promise<VerifiedToken>,
  ): Promise<Principal> {
    const key = hash('sha256', token, 'base64');
    const kept = this.#kept.get(key);
    if (kept && this.#isFresh(kept)) return kept.principal;
    this.#kept.delete(key);
    const { principal, untilMs } = await verify(token);
    this.#keep(key, { principal, untilMs, sinceMs: this.#clock() });
    return principal;
  }

  #isFresh({ sinceMs, untilMs }: Kept): boolean {
    const now = this.#clock();
    return now >= sinceMs && now < Math.min(sinceMs + KEEP_MS, untilMs);
  }

  #keep(key: string, token: Kept): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_TOKENS && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, token);
  }
}
