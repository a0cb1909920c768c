import { endpoints, type EndpointName } from '@inlay/sdk/contract';
import type { Handler } from 'hono';
import type { Answers } from '../answering/answers.js';
import type { AppEnv } from './authenticate.js';
import { matches } from './if-none-match.js';
import { CheckedQueries, searchOf } from './checked-queries.js';
import { respond } from './respond.js';

/** A browser may keep an answer for its reader, and asks each time whether it still holds. */
const REVALIDATED = { 'Cache-Control': 'private, no-cache', Vary: 'Origin, Authorization' };

/** 96 bits tell scopes apart. */
const SCOPE_LENGTH = 16;

/** Answers within the reader's scope, in the shape of the contract, with a tag to revalidate by. */
export function sliceRoute(endpoint: EndpointName, answers: Answers): Handler<AppEnv> {
  const slice = endpoints[endpoint];
  const questions = new CheckedQueries(slice);
  return async (context) => {
    const principal = context.get('principal');
    const question = () => questions.of(searchOf(context.req.url));
    const query = () => question().query;
    const { answer, scopeKey } = await answers.answerTo({ principal, endpoint, query });
    const { etag, body, rows } = answer;
    const isKnown = matches(context.req.header('If-None-Match'), etag);
    context.set('answered', {
      slice: slice.name,
      scope: scopeKey.slice(0, SCOPE_LENGTH),
      timeRange: question().timeRange,
      rows: isKnown ? 0 : rows,
    });
    const headers = { ETag: etag, ...REVALIDATED };
    if (isKnown) return respond(context, 304, null, headers);
    return respond(context, 200, body, { ...headers, 'Content-Type': 'application/json' });
  };
}
