/** Milliseconds in a minute of the clock. */
export const MINUTE_MS = 60_000;

/** Milliseconds in an hour of the clock. */
export const HOUR_MS = 3_600_000;

/** Milliseconds in a date without a change of offset. */
export const DAY_MS = 86_400_000;
