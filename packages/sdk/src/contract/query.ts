import * as z from 'zod/mini';
import { filterFields } from './filters.js';
import { rangeFields, rangeIsComplete } from './time-range.js';

/** The query of a slice without a time range: nothing. */
export const emptyQuery = z.strictObject({});

/** Time range and filters: the query of an ordinary ranged slice. */
export const rangedQuery = z
  .strictObject({ ...rangeFields, ...filterFields })
  .check(rangeIsComplete);

export type RangedQuery = z.output<typeof rangedQuery>;
