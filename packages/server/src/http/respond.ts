import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { AppEnv } from './authenticate.js';

export type HeaderRecord = Readonly<Record<string, string>>;

/** Answers are data: nothing in them is ever run, framed, or loaded from. */
const EVERY_ANSWER: HeaderRecord = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
};

/**
 * Names the request, and begins the headers of its answer. They are kept as a plain record until
 * the answer is made, since each call of a `Headers` object costs more than all of them as text.
 * What is not made by `respond`, such as Hono's answer to a preflight, gets them afterwards.
 */
export const beginAnswer: MiddlewareHandler<AppEnv> = async (context, next) => {
  const requestId = requestIdOf(context);
  context.set('requestId', requestId);
  context.set('headers', { ...EVERY_ANSWER, 'X-Request-Id': requestId });
  await next();
  if (context.get('hasHeaders')) return;
  for (const [name, value] of Object.entries(context.get('headers'))) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  }
};

const MAX_ID_LENGTH = 64;

/** What the client or a proxy calls the request, when it is a plain name; else a new one. */
function requestIdOf(context: Context): string {
  const given = context.req.header('X-Request-Id');
  const isPlain = given !== undefined && given.length <= MAX_ID_LENGTH && /^[\w=-]+$/.test(given);
  return isPlain ? given : randomUUID();
}

/** Adds to the headers that the answer to this request will have, whatever it is. */
export function promiseHeaders(context: Context<AppEnv>, headers: HeaderRecord): void {
  Object.assign(context.get('headers'), headers);
}

/** The answer to a request, with the headers that every answer has and some of its own. */
export function respond(
  context: Context<AppEnv>,
  status: StatusCode,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: HeaderRecord,
): Response {
  context.set('hasHeaders', true);
  return new Response(body, { status, headers: { ...context.get('headers'), ...headers } });
}

/** An object as JSON, which nobody keeps unless `headers` say so. */
export function respondJson(
  context: Context<AppEnv>,
  value: unknown,
  headers: HeaderRecord = { 'Cache-Control': 'no-store' },
  status: ContentfulStatusCode = 200,
): Response {
  const type = { 'Content-Type': 'application/json' };
  return respond(context, status, JSON.stringify(value), { ...type, ...headers });
}
