import { problems } from '@inlay/sdk/contract';
import type { Context, ErrorHandler } from 'hono';
import { problemOf } from '../problem-of.js';
import { problemBody, type ProblemError } from '../problem.js';
import type { AppEnv } from './authenticate.js';
import { respond } from './respond.js';

const RETRY_SECS = 1;

export const onError: ErrorHandler<AppEnv> = (error, context) =>
  problemResponse(context, problemOf(error));

export function problemResponse(context: Context<AppEnv>, problem: ProblemError): Response {
  const { status } = problems[problem.code];
  const retryAfter = problem.extra.retryAfterSecs ?? (status === 503 ? RETRY_SECS : undefined);
  return respond(context, status, JSON.stringify(problemBody(problem, context.get('requestId'))), {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
  });
}
