import * as z from '#schema';
import { Instant, LocalDate } from './scalars.js';

/** What a range is compared with: as many dates just before, or the same dates a year earlier. */
export const ComparisonKind = z.enum(['previous_period', 'previous_year']);
export type ComparisonKind = z.infer<typeof ComparisonKind>;

/** The fields that place a comparison in time. */
export const comparisonFields = {
  /** First local date. */
  from: LocalDate,
  /** Last local date, included. */
  to: LocalDate,
  /**
   * The instant up to which it counts. A range that holds today is compared with the same elapsed
   * part: until the same wall-clock time.
   */
  until: Instant,
};
