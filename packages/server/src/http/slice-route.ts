import { endpoints, type EndpointName } from '@inlay/sdk/contract';
import type { Handler } from 'hono';
import type { Answers } from '../answering/answers.js';
import type { AppEnv } from './authenticate.js';
import { timeRangeOf } from './audit-reads.js';
import { matches } from './if-none-match.js';
import { parseQuery } from './query.js';

/** 96 bits tell scopes apart. */
const SCOPE_LENGTH = 16;

/** Answers within the reader's scope, in the shape of the contract, with a tag to revalidate by. */
export function sliceRoute(endpoint: EndpointName, answers: Answers): Handler<AppEnv> {
  const slice = endpoints[endpoint];
  return async (context) => {
    const principal = context.get('principal');
    const { searchParams } = new URL(context.req.url);
    const query = () => parseQuery(slice, searchParams) as object;
    const { answer, scopeKey } = await answers.answerTo({ principal, endpoint, query });
    const { etag, body, rows } = answer;
    const isKnown = matches(context.req.header('If-None-Match'), etag);
    context.set('answered', {
      slice: slice.name,
      scope: scopeKey.slice(0, SCOPE_LENGTH),
      timeRange: timeRangeOf(slice, searchParams),
      rows: isKnown ? 0 : rows,
    });
    context.header('ETag', etag);
    context.header('Cache-Control', 'private, no-cache');
    context.header('Vary', 'Authorization', { append: true });
    if (isKnown) return context.body(null, 304);
    context.header('Content-Type', 'application/json');
    return context.body(body);
  };
}
