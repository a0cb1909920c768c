import * as z from '#schema';

/** The fields that place a bucket in time. */
export const bucketFields = {
  /** Start of the bucket's whole period: `2026-03-02`, for hours `2026-10-25T02:00:00+02:00`. */
  date: z.string(),
  /** English label: `14:00`, `2 Mar`, `Mar 2026`, `2026`. */
  label: z.string(),
};
