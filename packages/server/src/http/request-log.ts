import { endpoints } from '@inlay/sdk/contract';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { problemOf } from '../problem-of.js';
import type { AppEnv } from './authenticate.js';

/** Where the server says what it does; never a token, a query string, a body or a name. */
export type Log = (event: LogEvent) => void;

export interface LogEvent {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly [field: string]: string | number | undefined;
}

const HEALTH = ['/livez', '/readyz'];

/**
 * Logs every request when it has been answered, in one line, and what went wrong inside the server
 * in the same one. Health checks that went well are left out.
 */
export const requestLog =
  (log: Log): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const startedAt = performance.now();
    await next();
    const { status } = context.res;
    const route = routeOf(context);
    if (status === 200 && HEALTH.includes(route)) return;
    const principal = context.get('principal') as AppEnv['Variables']['principal'] | undefined;
    const fault = faultOf(context.error);
    log({
      level: fault === undefined ? 'info' : 'error',
      message: 'request',
      request_id: context.get('requestId'),
      method: context.req.method,
      route,
      status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(principal && { org: principal.orgId }),
      ...(sliceOf.has(route) && { slice: sliceOf.get(route) }),
      ...(fault !== undefined && { error: fault }),
    });
  };

const sliceOf = new Map<string, string>(
  Object.values(endpoints).map(({ path, name }) => [path, name]),
);

/** The pattern of the address, `none` when it is the address of nothing. */
function routeOf(context: Context): string {
  const path = matchedRoutes(context).at(-1)?.path ?? '*';
  return path.endsWith('*') ? 'none' : path;
}

/** Where it happened, when it is the server's own doing. */
function faultOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  const problem = problemOf(error);
  if (problem.code !== 'internal' && problem.cause === undefined) return undefined;
  const cause = problem.cause ?? problem;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
