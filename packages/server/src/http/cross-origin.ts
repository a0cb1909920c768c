import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppEnv } from './authenticate.js';
import { promiseHeaders } from './respond.js';

const EXPOSED = ['ETag', 'Retry-After', 'X-Request-Id'];

/**
 * Lets pages of some origins read answers; origins are compared exactly, and none may send cookies.
 * Answers are marked before they are made: Hono's own middleware makes an empty one first, which
 * costs a third of a short request.
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  const preflight = cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
    exposeHeaders: EXPOSED,
    maxAge: 600,
  });
  return async (context, next) => {
    if (context.req.method === 'OPTIONS') return preflight(context, next);
    promiseHeaders(context, { Vary: 'Origin' });
    const origin = context.req.header('Origin');
    if (origin !== undefined && origins.includes(origin)) {
      promiseHeaders(context, {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': EXPOSED.join(','),
      });
    }
    return next();
  };
}
