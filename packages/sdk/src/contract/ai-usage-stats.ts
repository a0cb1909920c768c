import * as z from '#schema';
import { comparisonFields } from './comparison.js';
import { featureFields } from './feature.js';
import { Meta } from './meta.js';
import { rangedQuery } from './query.js';
import { Count } from './scalars.js';
import { defineSlice } from './slice.js';

/** US dollars, at most 6 decimals. */
const Cost = z.number().check(z.minimum(0));

const figures = { total_tokens: Count, total_cost: Cost };

/** Tokens and cost of a range. Source: `ai_usage`. */
export const aiUsageStats = defineSlice({
  name: 'ai-usage-stats',
  area: 'dashboard',
  path: '/api/dashboard/ai-usage-stats',
  scopedBy: 'phone',
  ranged: true,
  bucketed: false,
  query: rangedQuery,
  answer: z.object({
    meta: Meta,
    ...figures,
    /** Dearest first, ties by key. */
    cost_by_feature: z.array(z.object({ ...featureFields, cost: Cost })),
    /** With `compare` only. */
    comparison: z.optional(z.object({ ...comparisonFields, ...figures })),
  }),
});
