import { problems } from '@inlay/sdk/contract';
import type { Context, ErrorHandler } from 'hono';
import { problemOf } from '../problem-of.js';
import { problemBody, type ProblemError } from '../problem.js';
import type { AppEnv } from './authenticate.js';

const RETRY_SECS = 1;

export const onError: ErrorHandler<AppEnv> = (error, context) =>
  problemResponse(context, problemOf(error));

export function problemResponse(context: Context<AppEnv>, problem: ProblemError): Response {
  const { status } = problems[problem.code];
  context.header('Content-Type', 'application/problem+json');
  context.header('Cache-Control', 'no-store');
  if (status === 401) context.header('WWW-Authenticate', 'Bearer');
  const retryAfter = problem.extra.retryAfterSecs ?? (status === 503 ? RETRY_SECS : undefined);
  if (retryAfter !== undefined) context.header('Retry-After', String(retryAfter));
  return context.body(JSON.stringify(problemBody(problem, context.get('requestId'))), status);
}
