import {
  CallStatus,
  Deleted,
  Direction,
  EmbedToken,
  EmbedTokenRequest,
  embedTokens,
  endpoints,
  filterNames,
  Ingested,
  MessageChannel,
  MessageStatus,
  Problem,
  problems,
  records,
  RecordsOf,
  UnansweredBy,
  type EndpointName,
  type ProblemCode,
  type Slice,
} from '@inlay/sdk/contract';
import { auditReads } from '@inlay/sdk/contract/audit';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod/mini';
import { anything, arbitraryOf, spoiled } from '../../../sdk/src/testing/arbitrary.js';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { writeRows } from '../ingest/apply.js';
import { tableNames, type TableName } from '../ingest/tables.js';
import { anchors, NOW, ORGS, rowOf, type JsonRow } from '../testing/random-rows.js';
import { reader, SECRET, SERVER_KEY, tokenFor } from '../testing/reader.js';
import { routesOf, type Route } from '../testing/routes.js';
import { seed, tellSeed } from '../testing/seed.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';

/** Requests of each kind to each route. */
const RUNS = process.env['INLAY_TEST_FULL'] === '1' ? 5000 : 500;
const ORG = ORGS[0] ?? '';
const writer = reader('nobody', ['Dashboard:Instance:ViewOrg', 'Ingest:Write'], {
  orgId: ORG,
  role: 'org_owner',
});

let served: ServedWorld;
let app: ReturnType<typeof createApp>;
let token: string;

beforeAll(async () => {
  served = await serveWorld(emptyWorld, NOW);
  await writeRows(served.store, async (rows) => {
    for (const table of tableNames) await rows.putJson(table, anchors(table), NOW);
    // What is never removed, so that the organization is not either.
    await rows.putJson('teams', [{ org_id: ORG, id: 'kept', name: 'Kept' }], NOW);
  });
  const clock = () => NOW;
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  const keys = { verify, embedTokens: { secret: SECRET, serverKey: SERVER_KEY } };
  app = createApp({ store: served.store, clock, ...keys });
  token = await tokenFor(writer, NOW);
});
afterAll(() => served.close());

/** What was sent, and whether the contract takes it. */
interface Sent {
  readonly path: string;
  readonly init?: RequestInit;
  readonly isValid: boolean;
}

/** How a route is tried: what is sent to it, and the shape of what it gives. */
interface Trial {
  readonly sent: fc.Arbitrary<Sent>;
  readonly answer: z.ZodMiniType;
  /** How a valid request may be refused; for what only the database knows. */
  readonly refusals: readonly ProblemCode[];
}

/** Sends, and checks what every answer must be: of the contract, or a problem in its words. */
async function outcome(trial: Trial, { path, init, isValid }: Sent, bearer = token) {
  const headers = { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' };
  const response = await app.request(path, { headers, ...init });
  const text = await response.text();
  if (response.status === 200) {
    expect(trial.answer.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
    expect(isValid, `${path} ${String(init?.body)} is taken`).toBe(true);
    return 'taken';
  }
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const { status, code } = Problem.parse(JSON.parse(text));
  expect(status, `${path} ${String(init?.body)}: ${text}`).toBeLessThan(500);
  expect(status).toBe(response.status);
  expect(problems[code as ProblemCode].status).toBe(status);
  if (isValid) expect(trial.refusals, `${path} ${String(init?.body)}: ${text}`).toContain(code);
  return 'refused';
}

const isOk = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;

/** A query as the server reads it: several values of filters, one of anything else. */
function asRead(params: URLSearchParams): Record<string, unknown> | undefined {
  const names = [...new Set(params.keys())];
  const isFilter = (name: string) => filterNames.some((filter) => filter === name);
  if (names.some((name) => !isFilter(name) && params.getAll(name).length > 1)) return undefined;
  return Object.fromEntries(
    names.map((name) => [name, isFilter(name) ? params.getAll(name) : params.get(name)]),
  );
}

function querySent({ path, query }: Readable, asked: unknown): Sent {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked ?? {})) {
    for (const entry of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (entry !== undefined) params.append(name, textOf(entry));
    }
  }
  return { path: `${path}?${params}`, isValid: isOk(query, asRead(params) ?? null) };
}

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).toWellFormed();

/** Parameters that go together; the contract's own arbitrary leaves that to chance. */
const range = fc.constantFrom(
  {},
  { time_range: 'today' },
  { time_range: 'last_7_days' },
  { time_range: 'last_90_days' },
  { time_range: 'all_time' },
  { time_range: 'custom', from: '2026-02-27', to: '2026-03-02' },
  { time_range: 'custom', from: '1970-01-01', to: '2199-12-31' },
);

const anyQuery = (slice: Slice): fc.Arbitrary<object> =>
  fc.tuple(arbitraryOf(slice.query), range).map(([query, together]) => {
    const { time_range: _, from: __, to: ___, ...rest } = query as Record<string, unknown>;
    return slice.ranged ? { ...rest, ...together } : rest;
  });

/** A list takes so many parameters that what chance gives is hardly ever right. */
const anyList = fc
  .tuple(
    range,
    fc.record(
      {
        of: fc.constantFrom(...RecordsOf.options),
        phone_id: fc.constant(['a']),
        bucket: fc.constantFrom('2026-03-01', '2026-03-15T12:00:00+05:45', 'x'),
        weekday: fc.integer({ min: 0, max: 8 }),
        hour: fc.integer({ min: -1, max: 24 }),
        channel: fc.constantFrom(...MessageChannel.options),
        direction: fc.constantFrom(...Direction.options),
        status: fc.constantFrom(...CallStatus.options, ...MessageStatus.options),
        unanswered_by: fc.constantFrom(...UnansweredBy.options),
        limit: fc.integer({ min: 0, max: 201 }),
        cursor: fc.constantFrom('x', Buffer.from(`${NOW} a`).toString('base64url')),
      },
      { requiredKeys: ['of'] },
    ),
    fc.subarray(['bucket', 'weekday', 'hour', 'channel', 'direction', 'status', 'cursor']),
  )
  .map(([together, fields, kept]) => {
    const { of, ...rest } = fields;
    const some = Object.entries(rest).filter(([name]) => kept.slice(0, 3).includes(name));
    return { of, ...together, ...Object.fromEntries(some) };
  });

/** An address that is asked with parameters. */
interface Readable {
  readonly path: string;
  readonly query: z.ZodMiniType;
  readonly answer: z.ZodMiniType;
}

const ofReadable = (readable: Readable, good: fc.Arbitrary<object>): Trial => {
  const bad = fc.oneof(
    good.chain(spoiled),
    arbitraryOf(readable.query),
    fc.dictionary(fc.string(), anything),
  );
  const isPaged = readable.path === records.path || readable.path === auditReads.path;
  return {
    sent: fc.oneof(good, bad).map((query) => querySent(readable, query)),
    answer: readable.answer,
    // Which cursor is one, and which bucket the range has.
    refusals: isPaged ? ['invalid_query'] : [],
  };
};

const ofSlice = (name: EndpointName): Trial =>
  ofReadable(endpoints[name], name === 'records' ? anyList : anyQuery(endpoints[name]));

const anyAudit = fc.record(
  {
    member_id: fc.constant(['nobody']),
    limit: fc.integer({ min: 0, max: 1001 }),
    cursor: fc.constant('x'),
  },
  { requiredKeys: [] },
);

const posted = (path: string, body: unknown, isValid: boolean): Sent => ({
  path,
  init: { method: 'POST', body: JSON.stringify(body) ?? '' },
  isValid,
});

const ownRow = (table: TableName): fc.Arbitrary<JsonRow> =>
  rowOf(table).map((row) =>
    table === 'organizations' ? { ...row, id: ORG } : { ...row, org_id: ORG },
  );

const keyOf = (table: TableName, row: JsonRow): JsonRow => {
  const names = ['id', 'org_id', 'team_id', 'member_id', 'phone_id', 'plan_id', 'contact_id'];
  const isLink = !('id' in row);
  return Object.fromEntries(
    Object.entries(row).filter(([name]) =>
      isLink
        ? names.includes(name)
        : name === 'id' || (name === 'org_id' && table !== 'organizations'),
    ),
  );
};

/** Rows or keys of any table; what is spoiled may still be right, which the server alone knows. */
const ofIngest = (action: 'put' | 'remove'): Trial => {
  const anyTable = fc.constantFrom<TableName>(...tableNames);
  const sent = anyTable.chain((table) => {
    const path = `/api/ingest/${table}${action === 'put' ? '' : '/delete'}`;
    const row = action === 'put' ? ownRow(table) : ownRow(table).map((one) => keyOf(table, one));
    const good = fc.array(row, { maxLength: 3 });
    const right = good.map((rows) => posted(path, rows, true));
    const wrong = good.chain(spoiled).map((rows) => posted(path, rows, true));
    return fc.oneof(right, wrong);
  });
  const refusals = ['invalid_query', 'forbidden', 'in_use', 'unsupported_media_type'] as const;
  return { sent, answer: action === 'put' ? Ingested : Deleted, refusals };
};

const ofEmbedTokens = (): Trial => {
  const who = fc.record({
    org: fc.constantFrom(...ORGS),
    member: fc.constantFrom('a', 'b'),
    permissions: fc.constantFrom(undefined, ['Dashboard:Instance:ViewOwn']),
  });
  const good = fc.oneof(
    who,
    fc
      .tuple(arbitraryOf(EmbedTokenRequest), who)
      .map(([request, known]) => ({ ...(request as object), ...known })),
  );
  const any = fc.oneof(good, good.chain(spoiled), arbitraryOf(EmbedTokenRequest), anything);
  return {
    sent: any.map((request) => {
      const { init } = posted('', request, true);
      const read: unknown = init?.body === '' ? undefined : JSON.parse(String(init?.body));
      return posted(embedTokens.path, request, isOk(EmbedTokenRequest, read));
    }),
    answer: EmbedToken,
    refusals: ['not_found', 'forbidden'],
  };
};

function trialOf({ path, template }: Route): Trial {
  const found = (Object.keys(endpoints) as EndpointName[]).find(
    (name) => endpoints[name].path === path,
  );
  if (found) return ofSlice(found);
  if (template === '/api/ingest/{table}') return ofIngest('put');
  if (template === '/api/ingest/{table}/delete') return ofIngest('remove');
  if (path === embedTokens.path) return ofEmbedTokens();
  if (path === auditReads.path) return ofReadable(auditReads, anyAudit);
  throw new Error(`nothing is known of ${template}; say how to try it`);
}

test(
  `${RUNS} requests that a route takes, and ${RUNS} that it refuses`,
  { timeout: 3_600_000 },
  async () => {
    tellSeed('fuzz');
    for (const route of routesOf(app)) {
      const trial = trialOf(route);
      const bearer = route.path === embedTokens.path ? SERVER_KEY : token;
      const counts = { taken: 0, refused: 0 };
      // As many as it takes until there were enough of both.
      const requests = fc.sample(trial.sent, { numRuns: RUNS * 16, seed });
      for (const sent of requests) {
        const isEnough = sent.isValid && trial.refusals.length === 0 && counts.taken >= RUNS;
        if (isEnough || (counts.taken >= RUNS && counts.refused >= RUNS)) continue;
        counts[await outcome(trial, sent, bearer)]++;
      }
      expect(
        Math.min(counts.taken, counts.refused),
        `${route.template} ${JSON.stringify(counts)}`,
      ).toBeGreaterThanOrEqual(RUNS);
    }
  },
);

test('any address, however it is written, has an answer of the contract or a problem', async () => {
  const part = fc.oneof(
    fc.string({ maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.constantFrom('..', '.', '%2e%2e', '%00', '%', '%E0%A4%A', '%2F', '', 'stats', 'records'),
    fc.constantFrom('ingest', 'calls', 'dashboard', '__proto__', 'constructor', '*', ':table'),
  );
  const address = fc
    .array(part, { maxLength: 4 })
    .map((parts) => `/api/dashboard/${parts.join('/')}`);
  await fc.assert(
    fc.asyncProperty(
      address,
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
      async (path, method) => {
        const headers = { Authorization: `Bearer ${token}` };
        const { status } = await app.request(path, { method, headers });
        expect([200, 400, 404]).toContain(status);
      },
    ),
    { numRuns: RUNS, seed },
  );
});
