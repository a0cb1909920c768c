import { problems } from '@inlay/sdk/contract';
import type { Context, ErrorHandler } from 'hono';
import { problemOf } from '../problem-of.js';
import { problemBody, type ProblemError } from '../problem.js';
import type { AppEnv } from './authenticate.js';

/** Where the server says what went wrong inside it; never a token, a query string or a name. */
export type Log = (event: LogEvent) => void;

export interface LogEvent {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly [field: string]: string | number | undefined;
}

const RETRY_SECS = 1;

export const onError =
  (log: Log): ErrorHandler<AppEnv> =>
  (error, context) => {
    const problem = problemOf(error);
    if (problem.code === 'internal' || problem.cause !== undefined) {
      log({
        level: 'error',
        message: 'request failed',
        request_id: context.get('requestId'),
        path: context.req.path,
        error: stackOf(problem.cause ?? problem),
      });
    }
    return problemResponse(context, problem);
  };

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

export function problemResponse(context: Context<AppEnv>, problem: ProblemError): Response {
  const { status } = problems[problem.code];
  context.header('Content-Type', 'application/problem+json');
  context.header('Cache-Control', 'no-store');
  if (status === 401) context.header('WWW-Authenticate', 'Bearer');
  const retryAfter = problem.extra.retryAfterSecs ?? (status === 503 ? RETRY_SECS : undefined);
  if (retryAfter !== undefined) context.header('Retry-After', String(retryAfter));
  return context.body(JSON.stringify(problemBody(problem, context.get('requestId'))), status);
}
