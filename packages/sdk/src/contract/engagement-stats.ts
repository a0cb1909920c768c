import * as z from '#schema';
import { comparisonFields } from './comparison.js';
import { Meta } from './meta.js';
import { rangedQuery } from './query.js';
import { Count, Direction, Id, Instant } from './scalars.js';
import { defineSlice } from './slice.js';

/** A call or a message as a row of the unified feed. */
export const Activity = z.object({
  id: Id,
  activity_type: z.enum(['call', 'message']),
  contact_id: z.nullable(Id),
  contact_name: z.nullable(z.string()),
  /** English; elements write their own words from `channel`, `direction` and `status`. */
  description: z.string(),
  channel: z.enum(['call', 'sms', 'email', 'other']),
  direction: Direction,
  /** A call's or a message's status. */
  status: z.string(),
  created_at: Instant,
});
export type Activity = z.infer<typeof Activity>;

const figures = {
  /** Distinct contacts with a call or message in the range. */
  active_contacts: Count,
  /** Contacts of the organization; scoped: those owned, or with a call or message in scope. */
  total_contacts: Count,
  /** Calls and messages of the range by channel. */
  channel_distribution: z.object({ calls: Count, sms: Count, email: Count, other: Count }),
};

/** Contacts and channels of a range. Source: `calls`, `messages`, `contacts`. */
export const engagementStats = defineSlice({
  name: 'engagement-stats',
  area: 'dashboard',
  path: '/api/dashboard/engagement-stats',
  scopedBy: 'phone',
  ranged: true,
  bucketed: false,
  query: rangedQuery,
  answer: z.object({
    meta: Meta,
    ...figures,
    /** The newest ten calls and messages of the range together. */
    recent_activities: z.array(Activity),
    /** With `compare` only. */
    comparison: z.optional(z.object({ ...comparisonFields, ...figures })),
  }),
});
