import * as z from '#schema';
import { Count, Id, Instant } from './scalars.js';
import { wholeNumber } from './whole-number.js';

/** How often a member was answered within one minute, for one slice, scope and time range. */
export const AuditedReads = z.object({
  /** When the minute begins. */
  minute: Instant,
  /** `sub` of the tokens. */
  member_id: z.string(),
  /** The last segment of the path. */
  slice: z.string(),
  /** A hash of what the member could see: the same for the same phones and members. */
  scope: z.string(),
  /** A preset, or `2026-03-01..2026-03-31`; `null` for a slice without a time range. */
  time_range: z.nullable(z.string()),
  /** Answers, those included that were kept and those that said that nothing has changed. */
  reads: Count,
  /** Calls and messages that were sent one by one: records, and the newest calls. */
  rows: Count,
  /** The last of them. */
  last_at: Instant,
});
export type AuditedReads = z.infer<typeof AuditedReads>;

/**
 * Who has read what, newest minute first: `GET /api/audit/reads`, for tokens with a role alone. What
 * was refused is no read. An entry appears about a second after the read.
 */
export const auditReads = {
  path: '/api/audit/reads',
  query: z.strictObject({
    /** This member alone. */
    member_id: z.optional(z.array(Id).check(z.maxLength(1))),
    /** Entries a page; 100 unless told. */
    limit: z.optional(wholeNumber('limit', 1, 1000)),
    /** `next_cursor` of the page before. */
    cursor: z.optional(z.string().check(z.maxLength(400))),
  }),
  answer: z.object({
    entries: z.array(AuditedReads),
    /** What asks for the next page; `null` on the last. */
    next_cursor: z.nullable(z.string()),
  }),
} as const;
export type AuditAnswer = z.output<typeof auditReads.answer>;
