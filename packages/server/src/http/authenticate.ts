import type { MiddlewareHandler } from 'hono';
import type { Principal } from '../access/principal.js';
import type { TokenVerifier } from '../access/token.js';
import { ProblemError } from '../problem.js';

/** What every handler behind `authenticate` finds in its context. */
export interface AppEnv {
  Variables: { requestId: string; principal: Principal };
}

/** Lets a request pass when its bearer token verifies; a token anywhere else counts for nothing. */
export const authenticate =
  (verify: TokenVerifier): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const header = context.req.header('Authorization');
    const token = /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) {
      throw new ProblemError('unauthenticated', 'send a token as Authorization: Bearer …');
    }
    context.set('principal', await verify(token));
    await next();
  };
