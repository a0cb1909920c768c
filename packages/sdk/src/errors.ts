import { Problem } from './contract/problem.js';
import { retryAfterSecs } from './retry-after.js';

/**
 * What went wrong, as far as a caller may have to act on it:
 *
 * - `denied` (403): the reader may not see this. Asking again changes nothing.
 * - `unauthenticated` (401, or `getToken` failed): the host has to sign the reader in again.
 * - `invalid` (400, 404, 409, 413, 415, or found before sending): the request itself is wrong.
 * - `rate_limited` (429): ask again after `retryAfterSecs`.
 * - `unavailable` (408, 425, 5xx, no connection, connection lost): may work later.
 * - `timeout`: the total deadline passed, attempts and waits included.
 * - `contract`: something answered 200, but not with what the contract says.
 */
export type StatsErrorKind =
  | 'denied'
  | 'unauthenticated'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'contract';

/** What is known of a failure besides its kind; every field may be missing. */
export interface StatsErrorFields {
  /** HTTP status of the last answer; none when there was no answer. */
  readonly status?: number | undefined;
  /** The stable `code` of the server's problem, such as `token_expired`. */
  readonly code?: string | undefined;
  /** The query parameter that was wrong. */
  readonly parameter?: string | undefined;
  /** What to quote to the operator of the server; also in its log. */
  readonly requestId?: string | undefined;
  /** The wait that the server asked for, in whole seconds, at most a day (86,400). */
  readonly retryAfterSecs?: number | undefined;
  /** The failure beneath. Its text is redacted: anything as long as a token is cut out. */
  readonly cause?: Error | undefined;
}

/**
 * Every failure of a client but an abort, which rejects with the signal's own reason. Holds no
 * token, no header and no value of an answer, so it may be logged and serialised as it is.
 */
export class StatsError extends Error {
  override readonly name = 'StatsError';
  readonly kind: StatsErrorKind;
  /** What was wrong, in English; the same text as `message`. */
  readonly detail: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly parameter: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSecs: number | undefined;

  constructor(kind: StatsErrorKind, detail: string, fields: StatsErrorFields = {}) {
    super(detail, fields.cause && { cause: fields.cause });
    this.kind = kind;
    this.detail = detail;
    this.status = fields.status;
    this.code = fields.code;
    this.parameter = fields.parameter;
    this.requestId = fields.requestId;
    this.retryAfterSecs = fields.retryAfterSecs;
  }

  /** The fields above that are known, without `cause` and `stack`. */
  toJSON(): Record<string, unknown> {
    const { name, kind, detail, status, code, parameter, requestId, retryAfterSecs } = this;
    return { name, kind, detail, status, code, parameter, requestId, retryAfterSecs };
  }
}

/** Whether a caught value is a `StatsError`, also one of another copy of the SDK in the page. */
export function isStatsError(value: unknown): value is StatsError {
  return value instanceof Error && value.name === 'StatsError' && 'kind' in value;
}

function kindOfStatus(status: number): StatsErrorKind {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'denied';
  if (status === 429) return 'rate_limited';
  if (status === 408 || status === 425 || status >= 500) return 'unavailable';
  return 'invalid';
}

/**
 * The error of an answer whose status is not a success.
 * @param body The parsed body; when it is not a problem of the contract (a proxy's HTML page, say)
 *   nothing of it is used.
 */
export function errorOfResponse(response: Response, body: unknown, nowMs: number): StatsError {
  const { status, headers } = response;
  const problem = Problem.safeParse(body).data;
  const detail = problem?.detail ?? problem?.title ?? `The server answered with status ${status}`;
  return new StatsError(kindOfStatus(status), detail.slice(0, 1000), {
    status,
    code: problem?.code,
    parameter: problem?.parameter,
    requestId: problem?.request_id ?? headers.get('x-request-id') ?? undefined,
    retryAfterSecs: retryAfterSecs(headers, nowMs),
  });
}

/**
 * A copy of a foreign failure that is safe to keep: name, message and error code alone, with every
 * run of 20 or more characters of the alphabets of tokens and URLs replaced by `…`.
 */
export function redacted(failure: unknown): Error {
  const { name, message, cause } = failure instanceof Error ? failure : new Error(String(failure));
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  const copy = new Error(`${message}${code}`.replace(/[\w.~+/=:?&%-]{20,}/g, '…').slice(0, 1000));
  copy.name = name;
  return copy;
}
