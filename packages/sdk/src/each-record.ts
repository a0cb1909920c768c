import type { GetOptions, SliceClient } from './client.js';
import { records, type MessageRow } from './contract/records.js';
import type { AnswerOf, QueryOf } from './contract/slice.js';
import type { CallRow } from './contract/stats.js';

type RecordsQuery = QueryOf<typeof records>;

/** What to list; pages are turned for the caller. */
export type EachRecordQuery = Omit<RecordsQuery, 'cursor'>;

/** The row of a list: calls are calls, messages and what is unanswered are messages. */
export type RecordOf<Q extends EachRecordQuery> = Q['of'] extends 'calls' ? CallRow : MessageRow;

/**
 * Every row behind a count, newest first, page by page: `for await (const call of eachRecord(…))`.
 * A page is asked for when its first row is wanted, so leaving the loop ends the asking. Rows that
 * come in meanwhile are newer than what is left, and do not show.
 * @param options.signal Ends a wait for a page, and the loop, with its reason
 * @throws StatsError
 */
export async function* eachRecord<const Q extends EachRecordQuery>(
  client: SliceClient,
  query: Q,
  options: GetOptions = {},
): AsyncGenerator<RecordOf<Q>, void, undefined> {
  let cursor: string | undefined;
  do {
    const page: AnswerOf<typeof records> = await client.get(
      records,
      { limit: 200, ...query, ...(cursor !== undefined && { cursor }) },
      options,
    );
    for (const row of page.rows) {
      options.signal?.throwIfAborted();
      yield row as RecordOf<Q>;
    }
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}
