import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../time/clock.js';

const FRESH_MS = 300_000;
const KEEP_MS = 3_600_000;
const RETRY_MS = 5000;
const REREAD_MS = 1000;
const TIMEOUT_MS = 3000;
const MAX_BYTES = 262_144;

/** The issuer's keys cannot be read, and none are at hand that may still be used. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable';
}

interface Held {
  readonly keyOf: JWTVerifyGetKey;
  readonly readAtMs: number;
}

/**
 * The keys that an issuer publishes (JWKS). Read when they are first needed, when they are five
 * minutes old, and when a token names a key that is not among them: at most once a second, and
 * requests with such a token wait for it, so that a rotation fails none. While the issuer cannot be
 * reached, keys are used until they are an hour old.
 */
export class RemoteKeys {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #rereadMs: number;
  #held: Held | undefined;
  #reading: Promise<Held> | undefined;
  #nextReading: Promise<Held> | undefined;
  #triedAtMs = -Infinity;

  /** @throws {Error} when `url` is no http or https URL. */
  constructor(url: string, clock: Clock, { rereadMs = REREAD_MS } = {}) {
    if (!/^https?:/.test(url) || !URL.canParse(url)) {
      throw new Error(`INLAY_JWKS_URL ${JSON.stringify(url)} is not an http or https URL`);
    }
    this.#url = url;
    this.#clock = clock;
    this.#rereadMs = rereadMs;
  }

  /** The key of a token. @throws {KeysUnavailable} when it cannot be known. */
  readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    const held = await this.#current();
    try {
      return await held.keyOf(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const newer = await this.#newerThan(held);
      return newer.keyOf(header, token);
    }
  };

  async #current(): Promise<Held> {
    const held = this.#held;
    if (held && this.#isYounger(held.readAtMs, FRESH_MS)) return held;
    const isUsable = held !== undefined && this.#isYounger(held.readAtMs, KEEP_MS);
    if (this.#reading === undefined && this.#isYounger(this.#triedAtMs, RETRY_MS)) {
      if (isUsable) return held;
      if (this.#isYounger(this.#triedAtMs, this.#rereadMs)) throw new KeysUnavailable();
    }
    try {
      return await this.#read();
    } catch (error) {
      if (isUsable) return held;
      throw error;
    }
  }

  #newerThan(held: Held): Promise<Held> | Held {
    if (this.#held && this.#held !== held) return this.#held;
    this.#nextReading ??= this.#readInTurn().finally(() => (this.#nextReading = undefined));
    return this.#nextReading;
  }

  async #readInTurn(): Promise<Held> {
    const waitMs = this.#triedAtMs + this.#rereadMs - this.#clock();
    if (waitMs > 0) await delay(Math.min(waitMs, this.#rereadMs));
    return this.#read();
  }

  #read(): Promise<Held> {
    this.#reading ??= this.#fetch().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #fetch(): Promise<Held> {
    const readAtMs = (this.#triedAtMs = this.#clock());
    try {
      const keyOf = createLocalJWKSet(await published(this.#url));
      return (this.#held = { keyOf, readAtMs });
    } catch (cause) {
      throw new KeysUnavailable('the keys of the token issuer cannot be read', { cause });
    }
  }

  #isYounger(thanMs: number, ageMs: number): boolean {
    const age = this.#clock() - thanMs;
    return age >= 0 && age < ageMs;
  }
}

async function published(url: string): Promise<JSONWebKeySet> {
  const response = await fetch(url, {
    headers: { Accept: 'application/jwk-set+json, application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  if (text.length > MAX_BYTES) throw new Error(`${url} answered more than ${MAX_BYTES} bytes`);
  return JSON.parse(text) as JSONWebKeySet;
}
