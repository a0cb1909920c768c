import * as z from '#schema';
import { comparisonFields } from './comparison.js';
import { featureFields } from './feature.js';
import { Meta } from './meta.js';
import { rangedQuery } from './query.js';
import { Count, Rate } from './scalars.js';
import { defineSlice } from './slice.js';

const figures = {
  total_outbound: Count,
  /** Outbound messages that an AI feature composed. */
  ai_message_count: Count,
  /** AI-composed / outbound, percent 0–100, 2 decimals. */
  ai_share: Rate,
};

/** Which outbound messages of a range an AI feature composed. Source: `messages`. */
export const aiMessageOriginStats = defineSlice({
  name: 'ai-message-origin-stats',
  area: 'dashboard',
  path: '/api/dashboard/ai-message-origin-stats',
  scopedBy: 'phone',
  ranged: true,
  bucketed: false,
  query: rangedQuery,
  answer: z.object({
    meta: Meta,
    ...figures,
    /** Most first, ties by key. */
    by_feature: z.array(z.object({ ...featureFields, count: Count })),
    /** With `compare` only. */
    comparison: z.optional(z.object({ ...comparisonFields, ...figures })),
  }),
});
