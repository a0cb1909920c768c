import * as z from '#schema';

/** Every `code` of an error, with its HTTP status and English title. */
export const problems = {
  invalid_query: { status: 400, title: 'A parameter or a row is not as it should be' },
  unauthenticated: { status: 401, title: 'A valid token is needed' },
  token_expired: { status: 401, title: 'The token has expired' },
  forbidden: { status: 403, title: 'This is not allowed' },
  not_found: { status: 404, title: 'There is no such thing' },
  in_use: { status: 409, title: 'Other rows refer to it' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body must be JSON' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  unavailable: { status: 503, title: 'Not available right now' },
  storage_full: { status: 507, title: 'There is no room left' },
} as const;
export type ProblemCode = keyof typeof problems;

/** The body of every error, `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable; what a program branches on. */
  code: z.string(),
  /** What was wrong with this request, in words. */
  detail: z.optional(z.string()),
  /** The parameter that was wrong; of a body `[3].status`, its row counted from 0 and the column. */
  parameter: z.optional(z.string()),
  /** Also in the `X-Request-Id` header and in the server's log. */
  request_id: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;
