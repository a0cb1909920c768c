import { endpoints, type EndpointName, type Slice } from '@inlay/sdk/contract';
import { metricDefinitions } from '@inlay/sdk/contract/metric-definitions';
import type { Principal } from '../access/principal.js';
import { ScopeCache } from '../access/scope-cache.js';
import type { Scope } from '../access/scope.js';
import { versionOf } from '../ingest/change-log.js';
import { answerSlice, type Answered } from '../slices/answer.js';
import { queries } from '../slices/index.js';
import { recordsQuery } from '../slices/records.js';
import type { Statistic } from '../slices/slice-query.js';
import type { Reader, Store } from '../store/store.js';
import type { KeptAnswer } from './answer-cache.js';
import { etagOf } from './etag.js';

/** What is asked, by whom, and when: plain data, which passes between threads. */
export interface Question {
  readonly principal: Principal;
  readonly endpoint: EndpointName;
  /** The parameters, as the contract has parsed them. */
  readonly query: object;
  /** Epoch ms. */
  readonly now: number;
}

/** An answer, and the key of what it answers: see `keyOf`. */
export interface MadeAnswer {
  readonly key: string;
  readonly answer: KeptAnswer;
}

/**
 * Makes an answer of one snapshot: the version of the rows, the scope of the principal and the
 * statistic are all read there, so that no answer is of another scope than its principal's.
 * @throws {AccessDenied} @throws {ProblemError}
 */
export type MakeAnswer = (question: Question) => Promise<MadeAnswer>;

/** Makes answers on this thread. */
export function makeAnswersFrom(store: Pick<Store, 'read'>): MakeAnswer {
  const scopes = new ScopeCache();
  return (question) => store.read((tx) => makeAnswer(tx, scopes, question));
}

async function makeAnswer(tx: Reader, scopes: ScopeCache, question: Question): Promise<MadeAnswer> {
  const { principal, endpoint, query, now } = question;
  const version = await versionOf(tx, principal.orgId);
  const { scope, key: scopeKey } = await scopes.scopeOf(tx, principal, version);
  const key = keyOf(scopeKey, endpoint, query);
  const { raw, untilMs } = await rawAnswer(tx, scope, question);
  const answer = endpoints[endpoint].answer.parse(raw) as object;
  return {
    key,
    answer: {
      body: utf8.encode(JSON.stringify(answer)),
      etag: etagOf(answer, key),
      rows: rowsIn(answer),
      version,
      sinceMs: now,
      untilMs,
    },
  };
}

const utf8 = new TextEncoder();

/** Of the rows behind a number, and of the newest ones beside the numbers. */
function rowsIn(answer: { rows?: unknown[]; recent_calls?: unknown[] }): number {
  return (answer.rows ?? answer.recent_calls ?? []).length;
}

/** Everything on which an answer depends besides rows and time: whose scope, what, which parameters. */
export const keyOf = (scopeKey: string, endpoint: EndpointName, query: object): string =>
  `${scopeKey} ${endpoints[endpoint].path} ${canonical(query)}`;

/** The scope's part of a key. */
export const scopeKeyOf = (key: string): string => key.slice(0, key.indexOf(' '));

const canonicalTexts = new WeakMap<object, string>();

/** The same text for the same parameters; repeated ones are a set. */
function canonical(query: object): string {
  let text = canonicalTexts.get(query);
  if (text === undefined) {
    text = JSON.stringify(query, (_, value: unknown) =>
      Array.isArray(value) ? [...new Set(value)].sort() : value,
    );
    canonicalTexts.set(query, text);
  }
  return text;
}

const statistics = { ...queries, records: recordsQuery };

async function rawAnswer(
  tx: Reader,
  scope: Scope,
  { endpoint, query, now }: Question,
): Promise<Answered> {
  if (endpoint === 'definitions') {
    return { raw: { definitions: metricDefinitions }, untilMs: Infinity };
  }
  const statistic = statistics[endpoint] as unknown as Statistic<Slice>;
  return answerSlice<Slice>(endpoints[endpoint], statistic, tx, scope, query, now);
}
