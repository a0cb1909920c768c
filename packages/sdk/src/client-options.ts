import type { CallRow } from './contract/stats.js';
import type { GetToken } from './token-source.js';

/**
 * Finds the URL to play a call's recording from; `null` when there is none. What it gives is used
 * as it is.
 */
export type ResolveRecording = (
  call: CallRow,
  options: { signal?: AbortSignal },
) => Promise<string | null> | string | null;

/** What a client needs to know. */
export interface ClientOptions {
  /**
   * Where the server is: an absolute http(s) URL, with a path when it is mounted below one. In a
   * page also relative to the page; `''` is the page's own origin.
   */
  baseUrl: string;
  /** Gives the reader's token when one is needed. Called once for any number of requests. */
  getToken: GetToken;
  /** Sends the requests instead of `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Default: `recording_url` of the call if it is http or https, else `null`. */
  resolveRecording?: ResolveRecording | undefined;
  /**
   * Total time of a `get` in ms: token, attempts, waits and body. Default 15,000; at most 20,000.
   */
  deadlineMs?: number | undefined;
  /** How long an answer is given again without asking, in ms. Default 5,000; 0 asks every time. */
  freshMs?: number | undefined;
  /** Ceiling in ms of the first wait before a retry; doubled for the next. Default 300. */
  retryDelayMs?: number | undefined;
  /** How many answers are held; the least recently used goes first. Default 100. */
  maxAnswers?: number | undefined;
  /** The clock, in ms since 1970. Default `Date.now`. */
  now?: (() => number) | undefined;
}

export type CheckedOptions = { [Name in keyof ClientOptions]-?: NonNullable<ClientOptions[Name]> };

/** @throws TypeError, RangeError which name the option, its value and what is allowed */
export function checkedOptions(options: ClientOptions): CheckedOptions {
  const { getToken, fetch, now = Date.now, resolveRecording = ownRecordingUrl } = options;
  if (typeof getToken !== 'function') {
    throw new TypeError(`getToken is ${typeof getToken}; a function that gives a token is needed`);
  }
  return {
    baseUrl: checkedBaseUrl(options.baseUrl),
    getToken,
    // Looked up for each request, so that a page may replace its fetch later on.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    resolveRecording,
    deadlineMs: checkedNumber('deadlineMs', options.deadlineMs ?? 15_000, 1, 20_000),
    freshMs: checkedNumber('freshMs', options.freshMs ?? 5_000, 0, 86_400_000),
    retryDelayMs: checkedNumber('retryDelayMs', options.retryDelayMs ?? 300, 0, 5_000),
    maxAnswers: checkedNumber('maxAnswers', options.maxAnswers ?? 100, 1, 10_000),
    now,
  };
}

function checkedNumber(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name} is ${value}; allowed are ${least} to ${most}`);
}

/** Without trailing slash, so that a slice's path can follow. */
function checkedBaseUrl(baseUrl: string): string {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const url = urlOf(baseUrl || '/', page);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`baseUrl is ${JSON.stringify(baseUrl)}; an http or https URL is needed`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      'baseUrl holds credentials, a query or a fragment; none of them is allowed',
    );
  }
  return url.href.replace(/\/+$/, '');
}

function ownRecordingUrl({ recording_url }: CallRow): string | null {
  return /^https?:$/.test(urlOf(recording_url ?? '')?.protocol ?? '') ? recording_url : null;
}

function urlOf(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
