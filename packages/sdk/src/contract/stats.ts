import * as z from '#schema';
import { bucketFields } from './bucket.js';
import { comparisonFields } from './comparison.js';
import { Heatmap } from './heatmap.js';
import { Meta } from './meta.js';
import { rangedQuery } from './query.js';
import {
  CallStatus,
  Count,
  Direction,
  Id,
  Instant,
  MeanSeconds,
  Seconds,
  TodoStatus,
} from './scalars.js';
import { defineSlice } from './slice.js';

/** One call as a row of a table. */
export const CallRow = z.object({
  id: Id,
  contact_id: z.nullable(Id),
  contact_name: z.nullable(z.string()),
  member_id: z.nullable(Id),
  member_name: z.nullable(z.string()),
  phone_id: z.nullable(Id),
  /** The phone's label, else its number, else its id. */
  phone_label: z.nullable(z.string()),
  direction: Direction,
  status: CallStatus,
  outcome: z.nullable(z.string()),
  /** Talk time; `null` when the call never connected. */
  duration_secs: z.nullable(Seconds),
  started_at: Instant,
  recording_url: z.nullable(z.string()),
});
export type CallRow = z.infer<typeof CallRow>;

const figures = {
  /** Calls started in the range, those in progress included. */
  total_calls: Count,
  /** Sum of talk time. */
  total_duration_secs: Seconds,
  /** Mean talk time over calls that have one. */
  avg_duration_secs: MeanSeconds,
  /** To-dos created in the range. */
  total_todos: Count,
  /** Largest cell of the heatmap; 0 when empty. */
  call_heatmap_max: Count,
};

/** Calls and to-dos of a range. Source: `calls`, `todos`. */
export const stats = defineSlice({
  name: 'stats',
  area: 'dashboard',
  path: '/api/dashboard/stats',
  scopedBy: 'phone',
  ranged: true,
  bucketed: true,
  query: rangedQuery,
  answer: z.object({
    meta: Meta,
    ...figures,
    call_activity: z.array(
      z.object({
        ...bucketFields,
        count: Count,
        /** Calls that have a talk time. */
        connected_count: Count,
        duration_secs: Seconds,
      }),
    ),
    call_heatmap: Heatmap,
    /** The newest ten of the range. */
    recent_calls: z.array(CallRow),
    /** All four statuses, zeros included. */
    todo_status_counts: z.array(z.object({ status: TodoStatus, count: Count })),
    /** With `compare` only. */
    comparison: z.optional(z.object({ ...comparisonFields, ...figures })),
  }),
});
