import { embedTokens, endpoints, ingest, type EndpointName } from '@inlay/sdk/contract';
import { auditReads } from '@inlay/sdk/contract/audit';
import { Hono } from 'hono';
import { EmbedTokens, type EmbedTokenOptions } from './access/embed-tokens.js';
import { Revocations } from './access/revocations.js';
import type { TokenVerifier } from './access/token.js';
import { AnswerCache } from './answering/answer-cache.js';
import { Answers } from './answering/answers.js';
import { makeAnswersFrom, type MakeAnswer } from './answering/make-answer.js';
import type { Read } from './audit/read-counts.js';
import { crossOrigin } from './http/cross-origin.js';
import { authenticate, type AppEnv } from './http/authenticate.js';
import { embedTokenRoute } from './http/embed-token-route.js';
import { onError, problemResponse } from './http/errors.js';
import { limitAddresses, limitMembers, type RateLimits } from './http/limit-rates.js';
import { requestLog, type Log } from './http/request-log.js';
import { auditedReads } from './http/audit-reads.js';
import { auditRoute } from './http/audit-route.js';
import { ProblemError } from './problem.js';
import { ingestRoutes } from './http/ingest-routes.js';
import { openedSlices } from './http/opened-slices.js';
import { beginAnswer, respondJson } from './http/respond.js';
import { sliceRoute } from './http/slice-route.js';
import { ingestInto, type Ingest } from './ingest/ingest.js';
import { openApi } from './openapi.js';
import type { Store } from './store/store.js';
import { systemClock, type Clock } from './time/clock.js';

export interface AppOptions {
  readonly store: Store;
  readonly verify: TokenVerifier;
  /** Makes tokens for hosts that show a server key; absent, there is no such route. */
  readonly embedTokens?: EmbedTokenOptions | undefined;
  /** Takes rows in; by default this thread does, into `store`. */
  readonly ingest?: Ingest;
  /** Makes the answers that are not kept; by default this thread does, from `store`. */
  readonly makeAnswer?: MakeAnswer;
  /** Memory for answers that are given again while they hold; default 64 MiB. */
  readonly answerCacheBytes?: number;
  /** Now; default the system's clock. */
  readonly clock?: Clock;
  /** Origins that may read answers across origins, exactly as browsers send them; default none. */
  readonly corsOrigins?: readonly string[];
  readonly log?: Log;
  /** Told of every answer, and of who read it; see `ReadCounts`. */
  readonly countRead?: (read: Read) => void;
  /** How much a member and an address may ask; default as much as they like. */
  readonly rateLimits?: RateLimits;
  /** Whether the server still takes requests; `/readyz` says so. */
  readonly isReady?: () => boolean;
}

const ANSWER_CACHE_BYTES = 64 * 1024 * 1024;

/** The whole HTTP side: every slice of the contract, its description and the two health checks. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { store, verify, clock = systemClock, corsOrigins = [], rateLimits = {} } = options;
  const app = new Hono<AppEnv>();
  app.onError(onError);
  app.notFound((context) =>
    problemResponse(context, new ProblemError('not_found', 'there is nothing at this address')),
  );
  if (options.log) app.use(requestLog(options.log));
  app.use(beginAnswer);
  app.use(crossOrigin(corsOrigins));
  app.get('/livez', (context) => respondJson(context, { status: 'ok' }));
  app.get('/readyz', async (context) => {
    if (options.isReady && !options.isReady()) throw new ProblemError('unavailable', 'stopping');
    await store.first('SELECT 1 FROM organizations LIMIT 1');
    return respondJson(context, { status: 'ok' });
  });
  const description = openApi();
  app.get('/openapi.json', (context) =>
    respondJson(context, description, { 'Cache-Control': 'no-cache' }),
  );
  app.use('/api/*', limitAddresses(rateLimits, clock));
  app.all(
    embedTokens.path,
    options.embedTokens
      ? embedTokenRoute(new EmbedTokens(store, options.embedTokens, clock))
      : (context) => context.notFound(),
  );
  app.use('/api/*', authenticate(verify, new Revocations(store, clock)));
  app.use('/api/*', limitMembers(rateLimits, clock), openedSlices);
  if (options.countRead) app.use('/api/*', auditedReads(options.countRead));
  app.get(auditReads.path, auditRoute(store));
  const answers = new Answers({
    store,
    make: options.makeAnswer ?? makeAnswersFrom(store),
    cache: new AnswerCache(options.answerCacheBytes ?? ANSWER_CACHE_BYTES),
    clock,
  });
  for (const [name, { path }] of Object.entries(endpoints)) {
    app.get(path, sliceRoute(name as EndpointName, answers));
  }
  app.route(ingest.path, ingestRoutes(options.ingest ?? ingestInto(store), clock));
  return app;
}
