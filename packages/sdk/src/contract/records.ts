import * as z from '#schema';
import { filterFields } from './filters.js';
import { Meta } from './meta.js';
import {
  CallStatus,
  Count,
  Direction,
  Id,
  Instant,
  MessageChannel,
  MessageStatus,
} from './scalars.js';
import { defineSlice } from './slice.js';
import { CallRow } from './stats.js';
import { rangeFields, rangeIsComplete } from './time-range.js';
import { UnansweredBy } from './messaging-stats.js';
import { wholeNumber } from './whole-number.js';

/** One message as a row of a table. */
export const MessageRow = z.object({
  id: Id,
  contact_id: z.nullable(Id),
  contact_name: z.nullable(z.string()),
  member_id: z.nullable(Id),
  member_name: z.nullable(z.string()),
  phone_id: z.nullable(Id),
  /** The phone's label, else its number, else its id. */
  phone_label: z.nullable(z.string()),
  channel: MessageChannel,
  direction: Direction,
  status: MessageStatus,
  /** The AI feature that composed it; `null` means a person. */
  ai_feature: z.nullable(z.string()),
  created_at: Instant,
});
export type MessageRow = z.infer<typeof MessageRow>;

/** What is listed: calls, messages, or what opened each unanswered run. */
export const RecordsOf = z.enum(['calls', 'messages', 'unanswered']);
export type RecordsOf = z.infer<typeof RecordsOf>;

interface RecordsFields {
  of?: RecordsOf | undefined;
  channel?: string | undefined;
  status?: string | undefined;
  direction?: string | undefined;
  unanswered_by?: string | undefined;
}

/** What each list cannot be narrowed by. */
const unknownTo: { readonly [Of in RecordsOf]: readonly (keyof RecordsFields)[] } = {
  calls: ['channel', 'unanswered_by'],
  messages: ['unanswered_by'],
  unanswered: ['direction', 'status'],
};

const statuses = { calls: CallStatus.options, messages: MessageStatus.options, unanswered: [] };

const fieldsFitTheList = z.superRefine<RecordsFields>((query, context) => {
  const { of, status } = query;
  if (of === undefined) return;
  const complain = (parameter: keyof RecordsFields, message: string) =>
    context.addIssue({ code: 'custom', path: [parameter], message, input: query[parameter] });
  for (const parameter of unknownTo[of]) {
    if (query[parameter] !== undefined)
      complain(parameter, `${parameter} is not taken with of=${of}`);
  }
  const known: readonly string[] = statuses[of];
  if (status !== undefined && of !== 'unanswered' && !known.includes(status)) {
    complain('status', `status is not one of ${known.join(', ')}`);
  }
});

/**
 * The rows behind any count of calls and messages, newest first: scoped and filtered as the
 * statistics are, so that `total` is the number. `unanswered` lists the first inbound message of
 * each waiting run without a reply (or each unpaired message, by `unanswered_by`).
 */
export const records = defineSlice({
  name: 'records',
  area: 'dashboard',
  path: '/api/dashboard/records',
  scopedBy: 'phone',
  ranged: true,
  bucketed: true,
  query: z
    .strictObject({
      of: RecordsOf,
      ...rangeFields,
      ...filterFields,
      /** The `date` of one bucket of the range. */
      bucket: z.optional(z.string().check(z.maxLength(40))),
      /** ISO weekday, 1 = Monday. */
      weekday: z.optional(wholeNumber('weekday', 1, 7)),
      /** Local hour of the clock. */
      hour: z.optional(wholeNumber('hour', 0, 23)),
      channel: z.optional(MessageChannel),
      direction: z.optional(Direction),
      status: z.optional(z.string().check(z.maxLength(40))),
      unanswered_by: z.optional(UnansweredBy),
      /** Rows a page; 50 unless told. */
      limit: z.optional(wholeNumber('limit', 1, 200)),
      /** `next_cursor` of the page before. */
      cursor: z.optional(z.string().check(z.maxLength(200))),
    })
    .check(rangeIsComplete, fieldsFitTheList),
  answer: z.object({
    meta: Meta,
    /** Rows on all pages. */
    total: Count,
    rows: z.array(z.union([CallRow, MessageRow])),
    /** What asks for the next page; `null` on the last. */
    next_cursor: z.nullable(z.string()),
  }),
});
