import * as z from '#schema';
import { Instant, LocalDate } from './scalars.js';
import { BucketUnit, TimeRange } from './time-range.js';

/** What an answer is about: its range in local dates, its zone, its scope, and when it was made. */
export const Meta = z.object({
  time_range: z.nullable(TimeRange),
  /** First local date of the range. */
  from: z.nullable(LocalDate),
  /** Last local date of the range, included. */
  to: z.nullable(LocalDate),
  /** IANA zone of the organization; every date and hour of the answer is local to it. */
  timezone: z.string(),
  bucket: z.nullable(BucketUnit),
  scope: z.enum(['organization', 'scoped']),
  generated_at: Instant,
});
export type Meta = z.infer<typeof Meta>;
