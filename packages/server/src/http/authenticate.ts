import type { MiddlewareHandler } from 'hono';
import type { Principal } from '../access/principal.js';
import type { Revocations } from '../access/revocations.js';
import type { TokenVerifier } from '../access/token.js';
import { ProblemError } from '../problem.js';
import type { Answered } from './audit-reads.js';

/** What every handler behind `authenticate` finds in its context. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Of the answer, as far as they are known before it is made. */
    headers: Record<string, string>;
    /** Whether the answer has them. */
    hasHeaders?: true;
    principal: Principal;
    answered?: Answered;
  };
}

const IN_ADDRESS = ['token', 'access_token', 'id_token', 'jwt', 'authorization'];

/**
 * Lets a request pass when its bearer token verifies and was not taken back. A token anywhere else
 * counts for nothing, and one in the address, which ends up in logs and histories, refuses the
 * request.
 */
export const authenticate =
  (verify: TokenVerifier, revocations: Revocations): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const token = bearerOf(context.req.header('Authorization'));
    if (token === undefined) {
      throw new ProblemError('unauthenticated', 'send a token as Authorization: Bearer …');
    }
    if (IN_ADDRESS.some((name) => context.req.query(name) !== undefined)) {
      throw new ProblemError('unauthenticated', 'a token is not taken from the address');
    }
    const principal = await verify(token);
    await revocations.refuse(principal);
    context.set('principal', principal);
    await next();
  };

/** What follows `Bearer` in a header. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
