import type { Context, MiddlewareHandler } from 'hono';
import { ProblemError } from '../problem.js';
import type { Clock } from '../time/clock.js';
import { addressOf } from './address.js';
import type { AppEnv } from './authenticate.js';
import { RateLimit } from './rate-limit.js';

/** How much may be asked. 0 is as much as they like. */
export interface RateLimits {
  /** Requests a second of one member of an organization, over all of their tokens. */
  readonly memberPerSec?: number;
  /** Requests a second of one address, with whatever token or none. */
  readonly addressPerSec?: number;
  /** Proxies before this server, each of which adds an address to `X-Forwarded-For`. */
  readonly trustedProxies?: number;
}

/** Refuses an address that asks too much, before its token is looked at. */
export function limitAddresses(
  { addressPerSec = 0, trustedProxies = 0 }: RateLimits,
  clock: Clock,
): MiddlewareHandler<AppEnv> {
  return limited(addressPerSec, clock, (context) => addressOf(context, trustedProxies));
}

/** Refuses a member who asks too much; stands behind `authenticate`. */
export function limitMembers(
  { memberPerSec = 0 }: RateLimits,
  clock: Clock,
): MiddlewareHandler<AppEnv> {
  return limited(memberPerSec, clock, (context) => {
    const { orgId, memberId } = context.get('principal');
    return `${orgId} ${memberId}`;
  });
}

function limited(
  perSec: number,
  clock: Clock,
  keyOf: (context: Context<AppEnv>) => string | undefined,
): MiddlewareHandler<AppEnv> {
  if (perSec === 0) return (_, next) => next();
  const limit = new RateLimit(perSec, clock);
  return async (context, next) => {
    const key = keyOf(context);
    const waitMs = key === undefined ? undefined : limit.take(key);
    if (waitMs === undefined) return next();
    const retryAfterSecs = Math.ceil(waitMs / 1000);
    const detail = `at most ${perSec} requests a second are answered`;
    throw new ProblemError('rate_limited', detail, { retryAfterSecs });
  };
}
