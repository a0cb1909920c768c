import type { AnswerOf, QueryOf, Slice } from './contract/slice.js';
import type { CallRow } from './contract/stats.js';
import type { AccessToken } from './access-token.js';
import { AnswerCache, type CachedAnswer } from './cache.js';
import { checkedOptions, type ClientOptions } from './client-options.js';
import { StatsError } from './errors.js';
import { pathOf } from './issue.js';
import { queryString } from './query-string.js';
import { SharedWork } from './shared-work.js';
import { TokenSource } from './token-source.js';
import { maxAttempts, sendRead, type Read } from './transport.js';

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
  /**
   * How long after it was received the server last confirmed this very answer (by a 304), in
   * milliseconds; 0 for one that it did not, or that is not of this client. Added to the answer's
   * `generated_at` it tells as of when the numbers hold, by the server's clock.
   */
  confirmedAfterMs(answer: unknown): number;
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
  /**
   * Calls `listener` with every new answer to a query, whoever asked for it; one that the server
   * says is unchanged is none. Asks nothing by itself.
   * @returns A function that ends it
   */
  onAnswer<S extends Slice>(
    slice: S,
    query: QueryOf<S>,
    listener: (answer: AnswerOf<S>) => void,
  ): () => void;
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
  readonly #underWay = new Map<string, SharedWork<Delivery>>();
  readonly #sends = new Set<AbortController>();
  readonly #confirmations = new WeakMap<object, Confirmation>();
  readonly #listeners = new Set<() => void>();
  readonly #answerListeners = new Map<string, Set<(answer: never) => void>>();
  #generation = 0;

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
    const target = targetOf(slice, query);
    const held = this.#cache.get(target);
    // Validated by this slice's own schema before it was kept under this slice's path.
    if (held && !fresh && this.#isFresh(held)) return held.value as AnswerOf<S>;
    const { value, token } = await this.#join(slice, target, signal);
    if (this.#tokens.isCurrent(token)) return value as AnswerOf<S>;
    return this.get(slice, query, { signal, fresh });
  }

  confirmedAfterMs(answer: unknown): number {
    const confirmation = this.#confirmations.get(answer as object);
    return confirmation ? confirmation.confirmedAtMs - confirmation.receivedAtMs : 0;
  }

  invalidate(): void {
    this.#generation++;
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

  onAnswer<S extends Slice>(
    slice: S,
    query: QueryOf<S>,
    listener: (answer: AnswerOf<S>) => void,
  ): () => void {
    const target = targetOf(slice, query);
    const listeners = this.#answerListeners.get(target) ?? new Set();
    const own = (answer: AnswerOf<S>) => listener(answer);
    this.#answerListeners.set(target, listeners.add(own));
    return () => {
      if (listeners.delete(own) && listeners.size === 0) this.#answerListeners.delete(target);
    };
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

  #join(slice: Slice, target: string, signal: AbortSignal | undefined): Promise<Delivery> {
    const work = this.#underWay.get(target) ?? this.#start(slice, target);
    return work.join(signal);
  }

  #start(slice: Slice, target: string): SharedWork<Delivery> {
    const work = new SharedWork((signal) => this.#ask(slice, target, signal), {
      deadlineMs: this.#options.deadlineMs,
      subject: `GET ${slice.path}`,
      onEnd: () => {
        if (this.#underWay.get(target) === work) this.#underWay.delete(target);
      },
    });
    this.#underWay.set(target, work);
    return work;
  }

  async #ask(slice: Slice, target: string, signal: AbortSignal): Promise<Delivery> {
    const attempts = { left: maxAttempts };
    const generation = this.#generation;
    let isSecondToken = false;
    for (;;) {
      const token = await this.#tokens.get(signal);
      try {
        const answer = await this.#read(slice, target, { token, attempts, signal });
        if (answer && this.#tokens.isCurrent(token)) {
          return { value: this.#keep(target, answer, generation), token };
        }
      } catch (error) {
        if (!(error instanceof StatsError && error.status === 401)) throw error;
        token.isRejected = true;
        if (isSecondToken) throw error;
        isSecondToken = true;
      }
    }
  }

  /** One read with one token; `undefined` when it was cut short by a change of the reader. */
  async #read(
    slice: Slice,
    target: string,
    { token, attempts, signal }: Pick<Read, 'token' | 'attempts' | 'signal'>,
  ): Promise<Answer | undefined> {
    const held = this.#cache.get(target);
    const send = new AbortController();
    const stop = () => send.abort(signal.reason);
    signal.addEventListener('abort', stop);
    this.#sends.add(send);
    try {
      const response = await sendRead(
        {
          url: this.#options.baseUrl + target,
          token,
          etag: held?.etag ?? null,
          attempts,
          signal: send.signal,
        },
        this.#options,
      );
      return held && response.status === 304 ? held : await validatedAnswer(slice, response);
    } catch (error) {
      if (send.signal.aborted && !signal.aborted) return undefined;
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#sends.delete(send);
    }
  }

  #keep(target: string, { value, etag }: Answer, generation: number): unknown {
    const nowMs = this.#options.now();
    const confirmedAtMs = generation === this.#generation ? nowMs : -Infinity;
    const isNew = this.#cache.get(target)?.value !== value;
    this.#cache.set(target, { value, etag, confirmedAtMs });
    this.#confirm(value as object, nowMs);
    if (isNew) this.#tell(target, value);
    return value;
  }

  /** A clock that was set back takes nothing away from what is known. */
  #confirm(answer: object, nowMs: number): void {
    const { receivedAtMs, confirmedAtMs } = this.#confirmations.get(answer) ?? {
      receivedAtMs: nowMs,
      confirmedAtMs: nowMs,
    };
    this.#confirmations.set(answer, {
      receivedAtMs,
      confirmedAtMs: Math.max(confirmedAtMs, nowMs),
    });
  }

  /** Nobody is told of an answer whose reader has gone meanwhile. */
  #tell(target: string, answer: unknown): void {
    for (const listener of this.#answerListeners.get(target) ?? []) {
      queueMicrotask(() => {
        if (this.#cache.get(target)?.value === answer) listener(answer as never);
      });
    }
  }
}

type Answer = Pick<CachedAnswer, 'value' | 'etag'>;

/** When an answer was received, and when the server last said that it still holds. */
interface Confirmation {
  readonly receivedAtMs: number;
  readonly confirmedAtMs: number;
}

/** An answer, and the token of the reader to whom it belongs. */
interface Delivery {
  value: unknown;
  token: AccessToken;
}

function targetOf<S extends Slice>(slice: S, query: QueryOf<S> | undefined): string {
  return `${slice.path}${queryString(slice, query as object | undefined)}`;
}

async function validatedAnswer(slice: Slice, response: Response): Promise<Answer> {
  const { status, headers } = response;
  const broken = (how: string) =>
    new StatsError('contract', `GET ${slice.path} answered ${status} with ${how}`, {
      status,
      requestId: headers.get('x-request-id') ?? undefined,
    });
  let body: unknown;
  try {
    body = JSON.parse(await response.text());
  } catch {
    // The parser's message quotes the body.
    throw broken(`a body that is not JSON (${headers.get('content-type') ?? 'no content type'})`);
  }
  const { data, error } = slice.answer.safeParse(body);
  const [issue] = error?.issues ?? [];
  if (issue) throw broken(`a body that breaks the contract at ${pathOf(issue) || 'its root'}`);
  return { value: data, etag: headers.get('etag') };
}
