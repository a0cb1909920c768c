import { definitions, endpoints, type EndpointName, type SliceName } from '@inlay/sdk/contract';
import { metricDefinitions } from '@inlay/sdk/contract/metric-definitions';
import { expect } from 'vitest';
import type { Principal } from '../access/principal.js';
import { oracle } from './oracle/oracle.js';
import { oracleRecords } from './oracle/records.js';
import type { World } from './world.js';

/** What is asked, as a caller of the SDK would say it. */
export interface Question {
  readonly endpoint: EndpointName;
  readonly query: object;
}

/** What came back, without the id of the request. */
export interface Reply {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

export async function replyOf(response: Response): Promise<Reply> {
  const text = (await response.text()).replace(/"request_id":"[^"]+"/, '');
  return { status: response.status, etag: response.headers.get('ETag'), text };
}

/** Path and query. */
export function addressOf({ endpoint, query }: Question): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const entry of [value].flat()) params.append(name, String(entry));
  }
  return `${endpoints[endpoint].path}?${params}`;
}

interface Truth {
  readonly world: World;
  readonly now: number;
  /** Asks for the next page of a list. */
  readonly ask: (principal: Principal, question: Question) => Promise<Reply>;
}

/** An answer is the oracle's, field by field in its order; a list, page by page. */
export async function expectRight(
  truth: Truth,
  principal: Principal,
  question: Question,
  { status, text }: Reply,
): Promise<void> {
  const { endpoint, query } = question;
  expect(status, text).toBe(200);
  if (endpoint === 'definitions') {
    expect(JSON.parse(text)).toEqual(definitions.answer.parse({ definitions: metricDefinitions }));
  } else if (endpoint === 'records') {
    await expectList(truth, principal, query, text);
  } else {
    const { world, now } = truth;
    const expected = oracle(endpoint as SliceName, world, principal, query, now);
    // The same text is the quick way to say that they are equal.
    if (text !== JSON.stringify(expected)) {
      expect(JSON.parse(text), addressOf(question)).toEqual(expected);
    }
  }
}

async function expectList(
  { world, now, ask }: Truth,
  principal: Principal,
  query: object,
  firstPage: string,
): Promise<void> {
  const { records } = endpoints;
  const expected = oracleRecords(world, principal, records.query.parse(query), now);
  const rows: unknown[] = [];
  for (let page = firstPage; ;) {
    const body = records.answer.parse(JSON.parse(page));
    expect([body.meta, body.total]).toEqual([expected?.meta, expected?.rows.length]);
    rows.push(...body.rows);
    if (body.next_cursor === null) break;
    const next = { endpoint: 'records', query: { ...query, cursor: body.next_cursor } } as const;
    page = (await ask(principal, next)).text;
  }
  expect(rows).toEqual(expected?.rows);
}
