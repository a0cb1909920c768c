import type { AnswerOf, QueryOf, Slice } from './contract/slice.js';
import type { CallRow } from './contract/stats.js';
import { AnswerCache, type CachedAnswer } from './cache.js';
import { checkedOptions, type ClientOptions } from './client-options.js';
import { StatsError } from './errors.js';
import { pathOf } from './issue.js';
import { queryString } from './query-string.js';
import { SharedWork } from './shared-work.js';
import { TokenSource } from './token-source.js';
import { maxAttempts, sendRead } from './transport.js';

export { StatsError, isStatsError, type StatsErrorFields, type StatsErrorKind } from './errors.js';
export type { ClientOptions, ResolveRecording } from './client-options.js';
export type { GetToken, TokenReason } from './token-source.js';
export type { AnswerOf, QueryOf, Slice } from './contract/slice.js';

/** How one answer is asked for. */
export interface GetOptions {
  /** Abort rejects this call with the signal's reason; other callers of the same are not touched. */
  signal?: AbortSignal | undefined;
  /**
   * Asks the server even when the answer held is fresh. An unchanged answer costs a 304; an
   * identical request that is under way already is joined.
   */
  fresh?: boolean | undefined;
}

/** Reads slices for one reader; knows none of them by name. */
export interface SliceClient {
  /**
   * The answer of a slice, validated by the contract. Callers with an equal query share one
   * request and one answer object (treat it as read-only), which stays the same object until the
   * server has another answer.
   * @throws StatsError; an abort rejects with the signal's reason
   */
  get<S extends Slice>(slice: S, query?: QueryOf<S>, options?: GetOptions): Promise<AnswerOf<S>>;
  /** Every answer held is confirmed by the server before it is given again. */
  invalidate(): void;
  /**
   * Forgets the token and every answer. For a host that signs another reader in on the same page:
   * requests under way are sent again with a new token.
   */
  clear(): void;
  /**
   * Calls `listener` after `clear()`, and after `getToken` has given a token of another reader
   * (another issuer, organization, member, role or permissions; another opaque token). Whatever
   * was shown until then belongs to somebody else.
   * @returns A function that ends it
   */
  onIdentityChange(listener: () => void): () => void;
  /** The URL to play a call's recording from, or `null`; asked for when the reader presses Play. */
  resolveRecording(call: CallRow, options?: { signal?: AbortSignal }): Promise<string | null>;
}

/**
 * A client of one server, for one reader at a time. For typed methods see `createStatsClient`.
 * @throws TypeError, RangeError when an option is not as it should be
 */
export function createClient(options: ClientOptions): SliceClient {
  return new Client(options);
}

class Client implements SliceClient {
  readonly #options;
  readonly #tokens: TokenSource;
  readonly #cache: AnswerCache;
  readonly #underWay = new Map<string, SharedWork<unknown>>();
  readonly #sends = new Set<AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(options: ClientOptions) {
    this.#options = checkedOptions(options);
    this.#cache = new AnswerCache(this.#options.maxAnswers);
    this.#tokens = new TokenSource({
      ...this.#options,
      onIdentityChange: () => this.#forgetReader(),
    });
  }

  async get<S extends Slice>(
    slice: S,
    query?: QueryOf<S>,
    { signal, fresh = false }: GetOptions = {},
  ): Promise<AnswerOf<S>> {
    signal?.throwIfAborted();
    const target = `${slice.path}${queryString(slice, query as object | undefined)}`;
    const held = this.#cache.get(target);
    const value = held && !fresh && this.#isFresh(held) ? held.value : undefined;
    // Validated by this slice's own schema before it was kept under this slice's path.
    return (value ?? this.#join(slice, target, signal)) as AnswerOf<S>;
  }

  invalidate(): void {
    this.#cache.invalidate();
    this.#underWay.clear();
  }

  clear(): void {
    this.#tokens.forget();
    this.#forgetReader();
  }

  onIdentityChange(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  async resolveRecording(call: CallRow, options: { signal?: AbortSignal } = {}) {
    options.signal?.throwIfAborted();
    return this.#options.resolveRecording(call, options);
  }

  #isFresh({ confirmedAtMs }: CachedAnswer): boolean {
    const ageMs = this.#options.now() - confirmedAtMs;
    return ageMs >= 0 && ageMs < this.#options.freshMs;
  }

  #forgetReader(): void {
    this.#cache.clear();
    for (const send of this.#sends) send.abort();
    for (const listener of this.#listeners) queueMicrotask(listener);
  }

  #join(slice: Slice, target: string, signal: AbortSignal | undefined): Promise<unknown> {
    let work = this.#underWay.get(target);
    if (!work) {
      work = new SharedWork((aborted) => this.#ask(slice, target, aborted), {
        deadlineMs: this.#options.deadlineMs,
        subject: `GET ${slice.path}`,
        onEnd: (ended) => {
          if (this.#underWay.get(target) === ended) this.#underWay.delete(target);
        },
      });
      this.#underWay.set(target, work);
    }
    return work.join(signal);
  }
}
