import type { Slice } from '@inlay/sdk/contract';
import type { Context, Handler } from 'hono';
import { AccessDenied, resolveDashboardScope, type Scope } from '../access/scope.js';
import { answerSlice } from '../slices/answer.js';
import type { Statistic } from '../slices/slice-query.js';
import type { Reader, Store } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import type { AppEnv } from './authenticate.js';
import { etagOf, matches } from './etag.js';
import { parseQuery } from './query.js';

/** Answers one slice: scope, query, statistic, contract, JSON, in this order. */
export const sliceRoute = <S extends Slice>(
  slice: S,
  statistic: Statistic<S>,
  store: Store,
  clock: Clock,
): Handler<AppEnv> =>
  scopedRoute(slice, store, (context, tx, scope) => {
    const query = parseQuery(slice, new URL(context.req.url).searchParams);
    return answerSlice(slice, statistic, tx, scope, query, clock());
  });

/** Answers within the reader's scope, in the shape of the contract, with a tag to revalidate by. */
export const scopedRoute =
  (
    slice: Slice,
    store: Store,
    work: (context: Context<AppEnv>, tx: Reader, scope: Scope) => Promise<object>,
  ): Handler<AppEnv> =>
  async (context) => {
    const principal = context.get('principal');
    if (principal.slices && !principal.slices.includes(slice.name)) {
      throw new AccessDenied(`the token does not open ${slice.name}`);
    }
    const { raw, scope } = await store.read(async (tx) => {
      const scope = await resolveDashboardScope(tx, principal);
      return { raw: await work(context, tx, scope), scope };
    });
    const answer = slice.answer.parse(raw) as object;
    const etag = etagOf(answer, scope);
    context.header('ETag', etag);
    context.header('Cache-Control', 'private, no-cache');
    context.header('Vary', 'Authorization', { append: true });
    if (matches(context.req.header('If-None-Match'), etag)) return context.body(null, 304);
    return context.json(answer);
  };
