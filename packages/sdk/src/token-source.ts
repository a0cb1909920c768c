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

/** Holds the token in force, and asks the host for another one when it has to; once for all. */
export class TokenSource {
  readonly #options: TokenSourceOptions;
  #token: AccessToken | undefined;
  #refresh: SharedWork<AccessToken> | undefined;
  #generation = 0;

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
    const generation = this.#generation;
    this.#refresh ??= this.#startRefresh();
    const received = await this.#refresh.join(signal);
    return generation === this.#generation ? received : this.get(signal);
  }

  /** Whether this token's reader is still the one whose token is in force. */
  isCurrent(token: AccessToken): boolean {
    return this.#token?.hasSameReaderAs(token) ?? false;
  }

  /** Forgets the token, also one that is on its way. */
  forget(): void {
    this.#generation++;
    this.#token = undefined;
    this.#refresh = undefined;
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
    const generation = this.#generation;
    const held = this.#token;
    const reason = !held ? 'initial' : held.isRejected ? 'rejected' : 'expiring';
    let received: AccessToken;
    try {
      received = new AccessToken(
        checkedToken(await this.#options.getToken({ reason, signal })),
        this.#options.now(),
      );
    } catch (failure) {
      if (held && reason === 'expiring' && !held.isExpired(this.#options.now())) return held;
      throw failure instanceof StatsError ? failure : getTokenFailed(failure);
    }
    if (signal.aborted || generation !== this.#generation) return received;
    return this.#accept(received, held);
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
  const got = typeof value === 'string' ? `a string of ${value.length} characters` : typeof value;
  throw new StatsError(
    'unauthenticated',
    `getToken gave ${got}; a token is printable ASCII without space, and without "Bearer"`,
  );
}

function getTokenFailed(failure: unknown): StatsError {
  const cause = redacted(failure);
  return new StatsError('unauthenticated', `getToken failed: ${cause.message}`, { cause });
}
