import { createClient, type ClientOptions, type GetOptions, type SliceClient } from './client.js';
import type { AnswerOf, QueryOf, Slice } from './contract/slice.js';
import { endpoints, type EndpointName, type Endpoints } from './contract/slices.js';

/** Reads one slice; see `SliceClient.get`. */
export type SliceMethod<S extends Slice> = (
  query?: QueryOf<S>,
  options?: GetOptions,
) => Promise<AnswerOf<S>>;

/** A client with a method for each slice, `records` and `definitions`: `client.messagingStats({ time_range: 'today' })`. */
export type StatsClient = SliceClient & {
  readonly [Name in EndpointName]: SliceMethod<Endpoints[Name]>;
};

/**
 * A client with one typed method per slice. It carries the schemas of all slices; a page that
 * needs few of them is smaller with `createClient` of `@inlay/sdk/client`.
 * @throws TypeError, RangeError when an option is not as it should be
 */
export function createStatsClient(options: ClientOptions): StatsClient {
  const client = createClient(options);
  const methods = Object.entries(endpoints).map(([name, slice]: [string, Slice]) => [
    name,
    (query?: object, getOptions?: GetOptions) => client.get(slice, query, getOptions),
  ]);
  return Object.assign(client, Object.fromEntries(methods) as Omit<StatsClient, keyof SliceClient>);
}
