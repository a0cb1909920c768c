import type { Slice, SliceName } from '@inlay/sdk/contract';
import type { Handler } from 'hono';
import { AccessDenied, resolveDashboardScope } from '../access/scope.js';
import { answerSlice } from '../slices/answer.js';
import type { Store } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import type { AppEnv } from './authenticate.js';
import { etagOf, matches } from './etag.js';
import { parseQuery } from './query.js';

/** Answers one slice: scope, query, statistic, contract, JSON, in this order. */
export const sliceRoute =
  (key: SliceName, slice: Slice, store: Store, clock: Clock): Handler<AppEnv> =>
  async (context) => {
    const principal = context.get('principal');
    if (principal.slices && !principal.slices.includes(slice.name)) {
      throw new AccessDenied(`the token does not open ${slice.name}`);
    }
    const { raw, scope } = await store.read(async (tx) => {
      const scope = await resolveDashboardScope(tx, principal);
      const query = parseQuery(slice, new URL(context.req.url).searchParams);
      return {
        raw: await answerSlice(key, slice, tx, scope, query as never, clock()),
        scope,
      };
    });
    const answer = slice.answer.parse(raw) as typeof raw;
    const etag = etagOf(answer, scope);
    context.header('ETag', etag);
    context.header('Cache-Control', 'private, no-cache');
    context.header('Vary', 'Authorization', { append: true });
    if (matches(context.req.header('If-None-Match'), etag)) return context.body(null, 304);
    return context.json(answer);
  };
