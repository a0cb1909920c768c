import type { AccessToken } from './access-token.js';
import { StatsError, errorOfResponse, redacted } from './errors.js';

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
  for (let attempt = 1; ; attempt++) {
    const reply = await sendOnce(read, options);
    if (reply instanceof Response) return reply;
    const waitMs = waitBefore(reply, attempt, options.retryDelayMs);
    if (!isRetried(reply) || read.attempts.left <= 0 || waitMs > maxRetryAfterMs) throw reply;
    await pause(waitMs, read.signal);
  }
}

/** The error of an answer or a lost connection is returned, so that the caller may try again. */
async function sendOnce(read: Read, options: TransportOptions): Promise<Response | StatsError> {
  const { url, token, etag, attempts, signal } = read;
  attempts.left--;
  try {
    const request = new Request(url, {
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
    });
    const { fetch } = options;
    const response = await fetch(request);
    const text = await response.text();
    if (response.ok || response.status === 304) return new Response(text || null, response);
    return errorOfResponse(response, token.concealIn(jsonOf(text)), options.now());
  } catch (failure) {
    // Of the failure nothing is kept but its redacted text: it may hold the request.
    const cause = redacted(failure);
    return new StatsError('unavailable', `No answer from the server: ${cause.message}`, { cause });
  }
}

/** A lost connection has no status. */
const isRetried = ({ status }: StatsError): boolean =>
  status === undefined || retriedStatuses.includes(status);

function waitBefore({ retryAfterSecs }: StatsError, attempt: number, delayMs: number): number {
  if (retryAfterSecs !== undefined) return retryAfterSecs * 1000;
  return Math.random() * delayMs * 2 ** (attempt - 1);
}

/** What is no JSON tells nothing; an error without a body is explained by its status. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws the signal's reason, as soon as it is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, ms);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
}
