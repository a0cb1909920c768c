import { AccessToken } from './access-token.js';
import { StatsError, redacted } from './errors.js';
import { SharedWork } from './shared-work.js';

/**
 * Why a token is wanted: `initial` (there is none yet), `expiring` (the present one ends within
 * some 30 s, or has ended), `rejected` (the server answered 401: give a *new* one).
 */
export type TokenReason = 'initial' | 'expiring' | 'rejected';

/**
 * Gives the bearer token of the present reader: a JWT or an opaque text, without `Bearer`.
 * `signal` is aborted when nobody waits for it any more.
 */
export type GetToken = (request: { reason: TokenReason; signal: AbortSignal }) => Promise<string>;

export interface TokenSourceOptions {
  getToken: GetToken;
  deadlineMs: number;
  now: () => number;
  /** Called after a token of another reader has taken the place of the present one. */
  onIdentityChange: () => void;
}

const forgotten = new Error('The token was forgotten');

/** Holds the token in force, and asks the host for another one when it has to; once for all. */
export class TokenSource {
  readonly #options: TokenSourceOptions;
  #token: AccessToken | undefined;
  #refresh: SharedWork<AccessToken> | undefined;

  constructor(options: TokenSourceOptions) {
    this.#options = options;
  }

  /**
   * The token to send now.
   * @throws StatsError `unauthenticated` when `getToken` fails; the next call asks again
   */
  async get(signal: AbortSignal): Promise<AccessToken> {
    const token = this.#token;
    if (token && !token.isRejected && !token.isExpiring(this.#options.now())) return token;
    this.#refresh ??= this.#startRefresh();
    try {
      return await this.#refresh.join(signal);
    } catch (error) {
      if (error === forgotten) return this.get(signal);
      throw error;
    }
  }

  /** Whether this token's reader is still the one whose token is in force. */
  isCurrent(token: AccessToken): boolean {
    return this.#token?.hasSameReaderAs(token) ?? false;
  }

  /** Forgets the token, also one that is on its way: whoever waits for it gets the next. */
  forget(): void {
    this.#token = undefined;
    this.#refresh?.abort(forgotten);
  }

  #startRefresh(): SharedWork<AccessToken> {
    const refresh = new SharedWork((signal) => this.#ask(signal), {
      deadlineMs: this.#options.deadlineMs,
      subject: 'getToken',
      onEnd: () => {
        if (this.#refresh === refresh) this.#refresh = undefined;
      },
    });
    return refresh;
  }

  async #ask(signal: AbortSignal): Promise<AccessToken> {
    const held = this.#token;
    const reason = !held ? 'initial' : held.isRejected ? 'rejected' : 'expiring';
    try {
      const text = checkedToken(await this.#options.getToken({ reason, signal }));
      signal.throwIfAborted();
      return this.#accept(new AccessToken(text, this.#options.now()), held);
    } catch (failure) {
      if (held && reason === 'expiring' && !held.isExpired(this.#options.now())) return held;
      const cause = redacted(failure);
      throw new StatsError('unauthenticated', `getToken failed: ${cause.message}`, { cause });
    }
  }

  #accept(received: AccessToken, held: AccessToken | undefined): AccessToken {
    if (held?.isSameAs(received) && !held.isRejected && !held.isExpired(this.#options.now())) {
      held.useUp();
      return held;
    }
    this.#token = received;
    if (held && !held.hasSameReaderAs(received)) this.#options.onIdentityChange();
    return received;
  }
}

function checkedToken(value: unknown): string {
  if (typeof value === 'string' && /^[!-~]+$/.test(value)) return value;
  const given = typeof value === 'string' ? `a string of ${value.length} characters` : typeof value;
  throw new TypeError(
    `it gave ${given}; a token is printable ASCII without space, and without "Bearer"`,
  );
}
