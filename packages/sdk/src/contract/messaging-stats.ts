import * as z from '#schema';
import { bucketFields } from './bucket.js';
import { comparisonFields } from './comparison.js';
import { Heatmap } from './heatmap.js';
import { Meta } from './meta.js';
import { comparisonIsPossible, rangedFields } from './query.js';
import { Count, Id, MeanSeconds, Rate } from './scalars.js';
import { defineSlice } from './slice.js';
import { rangeIsComplete } from './time-range.js';

/** What one unanswered thing is: a contact's messages in a row, or each message. */
export const UnansweredBy = z.enum(['run', 'message']);
export type UnansweredBy = z.infer<typeof UnansweredBy>;

/** How one phone's threads were answered. */
export const PhoneResponse = z.object({
  /** `null` gathers the threads without a phone. */
  phone_id: z.nullable(Id),
  phone_label: z.string(),
  responded_count: Count,
  unanswered_count: Count,
  response_rate: Rate,
  avg_response_time_secs: MeanSeconds,
});
export type PhoneResponse = z.infer<typeof PhoneResponse>;

const responseFigures = {
  /** Mean time from a run's first inbound message to its reply. */
  avg_response_time_secs: MeanSeconds,
  /** Runs without a reply. */
  unanswered_count: Count,
  /** answered / (answered + unanswered). */
  response_rate: Rate,
};

/**
 * First response time over waiting runs. A run opens at a contact's first inbound message after
 * the last reply in the thread (contact and phone; contact and channel where there is no phone)
 * and is answered by the next outbound message of the thread. It belongs to the range, hour and
 * phone in which it opened. Outbound messages that failed are left out first.
 */
export const ResponseInsights = z.object({
  unanswered_by: UnansweredBy,
  ...responseFigures,
  /** By the local hour in which the unanswered run opened; 24 entries. */
  unresponded_by_hour: z
    .array(z.object({ hour: z.int().check(z.minimum(0), z.maximum(23)), count: Count }))
    .check(z.length(24)),
  /** Every phone with a run in the range, busiest first. */
  by_phone: z.array(PhoneResponse),
});
export type ResponseInsights = z.infer<typeof ResponseInsights>;

const figures = {
  total_messages: Count,
  inbound_count: Count,
  outbound_count: Count,
  /** (delivered + read) / outbound messages that reached a final status. */
  delivery_rate: Rate,
  /** Largest cell of the heatmap; 0 when empty. */
  message_heatmap_max: Count,
};

/** Messages of a range, and how the waiting ones were answered. Source: `messages`. */
export const messagingStats = defineSlice({
  name: 'messaging-stats',
  area: 'dashboard',
  path: '/api/dashboard/messaging-stats',
  scopedBy: 'phone',
  ranged: true,
  bucketed: true,
  query: z
    .strictObject({ ...rangedFields, unanswered_by: z.optional(UnansweredBy) })
    .check(rangeIsComplete, comparisonIsPossible),
  answer: z.object({
    meta: Meta,
    ...figures,
    message_activity: z.array(
      z.object({ ...bucketFields, sms_count: Count, email_count: Count, other_count: Count }),
    ),
    message_heatmap: Heatmap,
    response_insights: ResponseInsights,
    /** With `compare` only. */
    comparison: z.optional(
      z.object({
        ...comparisonFields,
        ...figures,
        response_insights: z.object(responseFigures),
      }),
    ),
  }),
});
