import { createClient, type ClientOptions, type SliceClient } from '../client.js';
import { jwt } from './tokens.js';

/** A client that retries at once, with a token of member-1 unless told otherwise. */
export function clientFor(
  server: { baseUrl: string },
  options: Partial<ClientOptions> = {},
): SliceClient {
  return createClient({
    baseUrl: server.baseUrl,
    getToken: async () => jwt(),
    retryDelayMs: 0,
    ...options,
  });
}
