import * as z from '#schema';

/** A count; an integer ≥ 0. */
export const Count = z.int().check(z.minimum(0));

/** Whole seconds, ≥ 0. */
export const Seconds = z.int().check(z.minimum(0));

/** A mean duration in seconds, 3 decimals; `null` when there is nothing to average. */
export const MeanSeconds = z.nullable(z.number().check(z.minimum(0)));

/** A percentage 0–100, 2 decimals; `null` when the denominator is zero. */
export const Rate = z.nullable(z.number().check(z.minimum(0), z.maximum(100)));

/** An instant as it goes out: `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

/** A local date, `YYYY-MM-DD`. */
export const LocalDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** 1–64 printable ASCII characters without space. */
export const Id = z.string().check(z.regex(/^[!-~]{1,64}$/));

export const Direction = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof Direction>;

export const CallStatus = z.enum([
  'queued',
  'ringing',
  'in_progress',
  'completed',
  'busy',
  'no_answer',
  'failed',
  'canceled',
  'voicemail',
]);
export type CallStatus = z.infer<typeof CallStatus>;

export const MessageStatus = z.enum([
  'queued',
  'sent',
  'delivered',
  'read',
  'failed',
  'undelivered',
  'received',
]);
export type MessageStatus = z.infer<typeof MessageStatus>;

export const MessageChannel = z.enum(['sms', 'email', 'other']);
export type MessageChannel = z.infer<typeof MessageChannel>;

export const TodoStatus = z.enum(['pending', 'in_progress', 'completed', 'canceled']);
export type TodoStatus = z.infer<typeof TodoStatus>;

export const SuggestionOutcome = z.enum(['auto_sent', 'accepted', 'edited', 'rejected', 'pending']);
export type SuggestionOutcome = z.infer<typeof SuggestionOutcome>;

export const PlanStatus = z.enum(['draft', 'active', 'paused', 'completed', 'canceled', 'failed']);
export type PlanStatus = z.infer<typeof PlanStatus>;
