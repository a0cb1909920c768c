import * as z from '#schema';
import { emptyQuery } from './query.js';
import { defineSlice } from './slice.js';

/** What one number means. */
export const Definition = z.object({
  /** The slice that carries it, by the last segment of its path. */
  slice: z.string(),
  /** Where it stands in the answer: `response_insights.response_rate`. */
  metric: z.string(),
  /** The query parameter that goes with it, `unanswered_by=message`; `null` without one. */
  when: z.nullable(z.string()),
  /** What practitioners call it. */
  name: z.string(),
  /** How it is computed, in words. */
  formula: z.string(),
  numerator: z.nullable(z.string()),
  denominator: z.nullable(z.string()),
  unit: z.enum(['count', 'seconds', 'percent', 'ratio', 'tokens', 'usd']),
  /** What does not take part, and why a value may be missing. */
  excludes: z.nullable(z.string()),
});
export type Definition = z.infer<typeof Definition>;

/** What every number of the dashboard means, for readers and for documents. */
export const definitions = defineSlice({
  name: 'definitions',
  area: 'dashboard',
  path: '/api/dashboard/definitions',
  scopedBy: 'phone',
  ranged: false,
  bucketed: false,
  query: emptyQuery,
  answer: z.object({ definitions: z.array(Definition) }),
});
