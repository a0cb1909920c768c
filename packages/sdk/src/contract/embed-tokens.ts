import * as z from '#schema';
import { permissions } from './access.js';
import { Id, Instant } from './scalars.js';
import { endpoints } from './slices.js';

const MAX_TTL_SECS = 3600;

/**
 * Tokens for hosts that do not sign their own: `POST /api/embed-tokens` with the server key as
 * bearer and an `EmbedTokenRequest`. From a backend only; the key is for no browser.
 */
export const embedTokens = {
  path: '/api/embed-tokens',
  /** The longest life that can be asked for. */
  maxTtlSecs: MAX_TTL_SECS,
  /** The life of a token without `ttl`. */
  ttlSecs: 900,
  /** Bytes of a request's body. */
  maxBodyBytes: 16 * 1024,
} as const;

const badTtl = `ttl is not a whole number of seconds from 1 to ${MAX_TTL_SECS}`;

const isFilled = z.refine<readonly string[]>((list) => list.length > 0, {
  error: () => 'a list without entries opens nothing: leave it out to narrow nothing',
});

/** For whom a token is, and what it opens. */
export const EmbedTokenRequest = z.strictObject({
  /** The organization. */
  org: Id,
  /** A member of it. */
  member: Id,
  /** Life in seconds. */
  ttl: z.optional(z.int(badTtl).check(z.minimum(1, badTtl), z.maximum(MAX_TTL_SECS, badTtl))),
  /**
   * Some of what the member may do: `ViewOwn`, and `ViewTeam` for who manages a team. All of it
   * when absent.
   */
  permissions: z.optional(z.array(z.enum(permissions)).check(isFilled)),
  /** The only slices that the token opens, by name; all when absent. */
  slices: z.optional(
    z.array(z.enum(Object.values(endpoints).map(({ name }) => name))).check(isFilled),
  ),
});
export type EmbedTokenRequest = z.infer<typeof EmbedTokenRequest>;

export const EmbedToken = z.object({
  /** The bearer token of the reader. */
  token: z.string(),
  expires_at: Instant,
  /** What `inlay revoke --jti` takes it back by. */
  jti: z.string(),
});
export type EmbedToken = z.infer<typeof EmbedToken>;
