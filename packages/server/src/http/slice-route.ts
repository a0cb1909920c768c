import { endpoints, type EndpointName } from '@inlay/sdk/contract';
import type { Handler } from 'hono';
import type { Answers } from '../answering/answers.js';
import type { AppEnv } from './authenticate.js';
import { matches } from './if-none-match.js';
import { parseQuery } from './query.js';

/** Answers within the reader's scope, in the shape of the contract, with a tag to revalidate by. */
export function sliceRoute(endpoint: EndpointName, answers: Answers): Handler<AppEnv> {
  const slice = endpoints[endpoint];
  return async (context) => {
    const principal = context.get('principal');
    const { searchParams } = new URL(context.req.url);
    const query = () => parseQuery(slice, searchParams) as object;
    const { etag, body } = await answers.answerTo({ principal, endpoint, query });
    context.header('ETag', etag);
    context.header('Cache-Control', 'private, no-cache');
    context.header('Vary', 'Authorization', { append: true });
    if (matches(context.req.header('If-None-Match'), etag)) return context.body(null, 304);
    context.header('Content-Type', 'application/json');
    return context.body(body);
  };
}
