import { EmbedToken, embedTokens, Problem, type EmbedTokenRequest } from '@inlay/sdk/contract';

const TIMEOUT_MS = 10_000;

export interface MintOptions extends EmbedTokenRequest {
  /** Where the server is, such as `https://stats.example.com`. */
  readonly baseUrl: string;
  /** `INLAY_SERVER_KEY` of that server; it stays on your backend. */
  readonly serverKey: string;
  readonly signal?: AbortSignal;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
}

/** The server gave no token; says why, and never with the key. */
export class EmbedTokenRefused extends Error {
  override name = 'EmbedTokenRefused';

  constructor(
    /** The HTTP status. */
    readonly status: number,
    /** The stable `code` of the problem; absent when something else answered. */
    readonly code: string | undefined,
    detail: string,
  ) {
    super(`no token: ${status} ${detail}`);
  }
}

/**
 * Asks a server for a token of a reader, within 10 s. For backends: the server key must not get
 * into a browser.
 * @throws {EmbedTokenRefused} when the server answers anything but a token.
 * @throws {Error} what `fetch` throws when it cannot be reached, and the reason of an abort.
 */
export async function mintEmbedToken(options: MintOptions): Promise<EmbedToken> {
  const { baseUrl, serverKey, signal, fetch: send = fetch, ...request } = options;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await send(`${baseUrl.replace(/\/+$/, '')}${embedTokens.path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${serverKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(request satisfies EmbedTokenRequest),
    redirect: 'error',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const body: unknown = await response.json().catch(() => undefined);
  const minted = EmbedToken.safeParse(body);
  if (response.ok && minted.success) return minted.data;
  const problem = Problem.safeParse(body).data;
  const detail = problem?.detail ?? problem?.title ?? 'the answer is none of an Inlay server';
  throw new EmbedTokenRefused(response.status, problem?.code, detail);
}
