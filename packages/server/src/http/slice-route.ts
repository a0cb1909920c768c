import type { Slice } from '@inlay/sdk/contract';
import type { Handler } from 'hono';
import type * as z from 'zod/mini';
import type { Principal } from '../access/principal.js';
import type { ScopeCache } from '../access/scope-cache.js';
import { AccessDenied, type Scope } from '../access/scope.js';
import { versionOf } from '../ingest/change-log.js';
import { answerSlice, type Answered } from '../slices/answer.js';
import type { Statistic } from '../slices/slice-query.js';
import type { Reader, Store } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import type { AnswerCache, KeptAnswer } from './answer-cache.js';
import type { AppEnv } from './authenticate.js';
import { etagOf, matches } from './etag.js';
import { parseQuery } from './query.js';

/** What every route answers from. */
export interface Serving {
  readonly store: Store;
  readonly clock: Clock;
  readonly scopes: ScopeCache;
  readonly answers: AnswerCache;
}

/** What is asked for within a scope, and when. */
export interface ScopedQuestion<S extends Slice> {
  readonly tx: Reader;
  readonly scope: Scope;
  readonly query: z.output<S['query']>;
  /** Epoch ms. */
  readonly now: number;
}

/** Answers one slice: scope, query, statistic, contract, JSON, in this order. */
export const sliceRoute = <S extends Slice>(
  slice: S,
  statistic: Statistic<S>,
  serving: Serving,
): Handler<AppEnv> =>
  scopedRoute(slice, serving, ({ tx, scope, query, now }) =>
    answerSlice(slice, statistic, tx, scope, query, now),
  );

/**
 * Answers within the reader's scope, in the shape of the contract, with a tag to revalidate by.
 * An answer that was made before is given again while neither rows nor time have changed it.
 */
export const scopedRoute = <S extends Slice>(
  slice: S,
  serving: Serving,
  work: (question: ScopedQuestion<S>) => Promise<Answered>,
): Handler<AppEnv> => {
  const answered = answering(slice, serving, work);
  return async (context) => {
    const principal = context.get('principal');
    if (principal.slices && !principal.slices.includes(slice.name)) {
      throw new AccessDenied(`the token does not open ${slice.name}`);
    }
    const { searchParams } = new URL(context.req.url);
    const { etag, body } = await answered(principal, searchParams);
    context.header('ETag', etag);
    context.header('Cache-Control', 'private, no-cache');
    context.header('Vary', 'Authorization', { append: true });
    if (matches(context.req.header('If-None-Match'), etag)) return context.body(null, 304);
    context.header('Content-Type', 'application/json');
    return context.body(body);
  };
};

const answering =
  <S extends Slice>(
    slice: S,
    { store, clock, scopes, answers }: Serving,
    work: (question: ScopedQuestion<S>) => Promise<Answered>,
  ) =>
  (principal: Principal, params: URLSearchParams): Promise<KeptAnswer> =>
    store.read(async (tx) => {
      const version = await versionOf(tx, principal.orgId);
      const { scope, key } = await scopes.scopeOf(tx, principal, version);
      const query = parseQuery(slice, params);
      const now = clock();
      const question = `${key} ${slice.path} ${canonical(query)}`;
      const kept = answers.get(question, version, now);
      if (kept) return kept;
      const { raw, untilMs } = await work({ tx, scope, query, now });
      const answer = slice.answer.parse(raw) as object;
      const made = {
        body: JSON.stringify(answer),
        etag: etagOf(answer, question),
        version,
        sinceMs: now,
        untilMs,
      };
      answers.set(question, made);
      return made;
    });

/** The same text for the same parameters; repeated ones are a set. */
const canonical = (query: unknown): string =>
  JSON.stringify(query, (_, value: unknown) =>
    Array.isArray(value) ? [...new Set(value)].sort() : value,
  );
