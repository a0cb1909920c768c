import ky, { isHTTPError, isNetworkError } from 'ky';
import type { AccessToken } from './access-token.js';
import { StatsError, errorOfResponse, redacted } from './errors.js';
import { retryAfterSecs } from './retry-after.js';

/** How often one read is sent at most, the first time included. */
export const maxAttempts = 3;

/** A longer `Retry-After` is not waited for: the error that carries it comes at once. */
export const maxRetryAfterMs = 5_000;

/**
 * Answers after which the same read may well succeed. A 500 is not among them: the server says
 * that it failed over this very request.
 */
const retriedStatuses = [408, 425, 429, 502, 503, 504];

export interface TransportOptions {
  fetch: typeof globalThis.fetch;
  /** Ceiling of the first wait; doubled for each further one, and drawn at random below. */
  retryDelayMs: number;
  now: () => number;
}

export interface Read {
  url: string;
  token: AccessToken;
  /** What the answer is compared with: unchanged gives 304. */
  etag: string | null;
  /** How often the read may be sent; counted down by the transport. */
  attempts: { left: number };
  signal: AbortSignal;
}

/**
 * Sends one read, again where that may help, and gives its answer (200 or 304) with the body
 * received in full: a body that breaks off counts as a lost connection.
 * @throws StatsError
 */
export async function sendRead(read: Read, options: TransportOptions): Promise<Response> {
  const { url, token, etag, attempts, signal } = read;
  const { fetch, retryDelayMs, now } = options;
  try {
    return await ky.get(url, {
      headers: {
        accept: 'application/json',
        authorization: token.authorization(),
        ...(etag !== null && { 'if-none-match': etag }),
      },
      // Answers belong to the reader of the token; they are kept in the client alone.
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
      fetch: async (request, init) => {
        attempts.left--;
        return received(await fetch(request, init));
      },
      throwHttpErrors: (status) => status !== 304,
      timeout: false,
      retry: {
        limit: maxAttempts - 1,
        statusCodes: retriedStatuses,
        afterStatusCodes: [429, 503],
        delay: (attempt) => retryDelayMs * 2 ** (attempt - 1),
        jitter: true,
        maxRetryAfter: maxRetryAfterMs,
        shouldRetry: ({ error }) =>
          attempts.left > 0 && !isTooLongAWait(error, now()) ? undefined : false,
      },
    });
  } catch (failure) {
    if (isHTTPError(failure)) {
      throw errorOfResponse(failure.response, token.concealIn(failure.data), now());
    }
    throw connectionLost(failure);
  }
}

/** The same answer with its body in memory. */
async function received(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, response);
}

function isTooLongAWait(error: Error, nowMs: number): boolean {
  if (!isHTTPError(error)) return false;
  return (retryAfterSecs(error.response.headers, nowMs) ?? 0) * 1000 > maxRetryAfterMs;
}

/** Of a failure of ky or fetch nothing is kept but its redacted text: it may hold the request. */
function connectionLost(failure: unknown): StatsError {
  const cause = redacted(isNetworkError(failure) ? failure.cause : failure);
  return new StatsError('unavailable', `No answer from the server: ${cause.message}`, { cause });
}
