import * as z from '#schema';
import { ComparisonKind } from './comparison.js';
import { filterFields } from './filters.js';
import { rangeFields, rangeIsComplete } from './time-range.js';

/** The query of a slice without a time range: nothing. */
export const emptyQuery = z.strictObject({});

/** The fields of an ordinary ranged slice: time range, filters, comparison. */
export const rangedFields = {
  ...rangeFields,
  ...filterFields,
  compare: z.optional(ComparisonKind),
};

/** All time has nothing before it to compare with. */
export const comparisonIsPossible = z.superRefine<{
  time_range?: string | undefined;
  compare?: string | undefined;
}>(({ time_range, compare }, context) => {
  if (compare === undefined || time_range !== 'all_time') return;
  const message = 'compare is not taken with time_range=all_time';
  context.addIssue({ code: 'custom', path: ['compare'], message, input: compare });
});

/** Time range, filters and comparison: the query of an ordinary ranged slice. */
export const rangedQuery = z
  .strictObject(rangedFields)
  .check(rangeIsComplete, comparisonIsPossible);

export type RangedQuery = z.output<typeof rangedQuery>;
