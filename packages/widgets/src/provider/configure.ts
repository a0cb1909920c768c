import { createClient, type ClientOptions, type SliceClient } from '@inlay/sdk/client';
import { setPageClient } from './page-client.js';

/**
 * Tells every element of the page where to ask and as whom, unless it has a client of its own or a
 * provider. May be called before or after elements are there, and again for another reader.
 * @returns The client, for `clear()` when the reader signs out
 * @throws TypeError, RangeError when an option is not as it should be
 */
export function configure(options: ClientOptions): SliceClient {
  const client = createClient(options);
  setPageClient(client);
  return client;
}
