import * as z from '#schema';
import { comparisonFields } from './comparison.js';
import { Meta } from './meta.js';
import { rangedQuery } from './query.js';
import { Count, Rate } from './scalars.js';
import { defineSlice } from './slice.js';

const figures = {
  total_suggestions: Count,
  /** Suggestions whose outcome is `auto_sent`. */
  auto_reply_count: Count,
  /** auto-sent / suggestions. */
  auto_reply_rate: Rate,
  /** Mean confidence 0–1, 4 decimals; `null` without a suggestion. */
  avg_confidence: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  /** Suggestions that were escalated to a person. */
  escalation_count: Count,
  /** escalated / suggestions. */
  escalation_rate: Rate,
};

/** What the text agent suggested in a range. Source: `text_agent_suggestions`. */
export const textAgentStats = defineSlice({
  name: 'text-agent-stats',
  area: 'dashboard',
  path: '/api/dashboard/text-agent-stats',
  scopedBy: 'phone',
  ranged: true,
  bucketed: false,
  query: rangedQuery,
  answer: z.object({
    meta: Meta,
    ...figures,
    /** With `compare` only. */
    comparison: z.optional(z.object({ ...comparisonFields, ...figures })),
  }),
});
