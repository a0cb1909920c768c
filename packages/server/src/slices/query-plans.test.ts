import { endpoints, slices, type Slice, type SliceName } from '@inlay/sdk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '../access/scope.js';
import type { Reader } from '../store/store.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import { answerSlice } from './answer.js';
import { queries } from './index.js';
import { recordsQuery } from './records.js';
import type { Statistic } from './slice-query.js';

const NOW = Date.parse('2026-03-31T10:00:00Z');

let served: ServedWorld;

beforeAll(async () => {
  const organizations = [{ id: 'acme', name: 'Acme', timezone: 'Europe/Berlin' }];
  const call = { org_id: 'acme', direction: 'inbound', status: 'completed' } as const;
  served = await serveWorld(
    {
      ...emptyWorld,
      organizations,
      calls: [{ ...call, id: 'k1', started_at: '2021-01-01T00:00:00Z' }],
    },
    NOW,
  );
});

afterAll(() => served.close());

const scopes = {
  organization: { kind: 'organization', orgId: 'acme' },
  'five phones': {
    kind: 'scoped',
    orgId: 'acme',
    memberIds: ['m1', 'm2'],
    phoneIds: ['p1', 'p2', 'p3', 'p4', 'p5'],
  },
} as unknown as Record<string, Scope>;

const filters = {
  none: {},
  phone: { phone_id: ['p1', 'p2'] },
  member: { member_id: ['m1'] },
  team: { team_id: ['t1'] },
  contact: { contact_id: ['c1'] },
  'phone and contact': { phone_id: ['p1'], contact_id: ['c1'] },
};

const ranges = {
  today: { time_range: 'today' },
  month: { time_range: 'last_30_days' },
  'all time': { time_range: 'all_time' },
  past: { time_range: 'custom', from: '2025-01-10', to: '2025-04-20' },
  'a change of the clock': { time_range: 'custom', from: '2026-03-29', to: '2026-03-29' },
  compared: { time_range: 'last_7_days', compare: 'previous_period' },
};

const eventTables = 'calls|messages|todos|text_agent_suggestions|ai_usage';

/** The steps by which each statement of an answer reads its tables, with the statement. */
async function stepsOf(endpoint: SliceName | 'records', scope: Scope, query: object) {
  const found: { step: string; sql: string }[] = [];
  await served.store.read(async (tx) => {
    const explain = async (sql: string, values: Parameters<Reader['all']>[1]) => {
      const rows = await tx.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
      found.push(...rows.map(({ detail }) => ({ step: detail, sql })));
    };
    const watched: Reader = {
      all: async (sql, values) => (await explain(sql, values), tx.all(sql, values)),
      first: async (sql, values) => (await explain(sql, values), tx.first(sql, values)),
      arrays: async (sql, values) => (await explain(sql, values), tx.arrays(sql, values)),
    };
    const slice: Slice = endpoints[endpoint];
    const parsed = slice.query.parse(query);
    const statistic = { ...queries, records: recordsQuery }[
      endpoint
    ] as unknown as Statistic<Slice>;
    await answerSlice<Slice>(slice, statistic, watched, scope, parsed, NOW);
  });
  return found;
}

/** Whether a step reads more than a page, a part of a day or the rows of a phone, member or contact. */
function isWide(step: string, sql: string, isBounded: boolean): boolean {
  const table = new RegExp(`^(SCAN|SEARCH) (${eventTables}|m|other)\\b`).exec(step);
  if (table === null || isNothing(sql)) return false;
  if (table[1] === 'SCAN') return true;
  return !isBounded && !/(phone_id|member_id|contact_id|[( ]id)=\?/.test(step);
}

const isOfPart = (range: string): boolean =>
  range === 'a change of the clock' || range === 'compared';

/** A filter that the table does not know is a constant, and no row is read. */
const isNothing = (sql: string): boolean => / AND 0 /.test(sql);

test.each(
  (Object.keys(slices) as SliceName[]).flatMap((slice) =>
    Object.keys(scopes).map((scope) => [slice, scope] as const),
  ),
)('%s of %s reads no table of events from end to end', async (slice, scopeName) => {
  const scope = scopes[scopeName];
  if (scope === undefined) throw new Error(scopeName);
  let statements = 0;
  for (const [filterName, filter] of Object.entries(filters)) {
    for (const [rangeName, range] of Object.entries(ranges)) {
      const query = slices[slice].ranged ? { ...range, ...filter } : {};
      for (const { step, sql } of await stepsOf(slice, scope, query)) {
        statements += 1;
        const isUnfiltered = scopeName === 'organization' && filterName === 'none';
        const isBounded = isUnfiltered && (/LIMIT \?/.test(sql) || isOfPart(rangeName));
        const told = `${filterName}, ${rangeName}: ${step}\n${sql}`;
        expect(isWide(step, sql, isBounded), told).toBe(false);
      }
    }
  }
  expect(statements).toBeGreaterThan(0);
});

/** What a list is narrowed by; whether kept sums tell how many rows it has. */
const lists = [
  [{ of: 'calls' }, true],
  [{ of: 'calls', weekday: 2, hour: 14 }, true],
  [{ of: 'calls', direction: 'inbound' }, false],
  [{ of: 'messages', channel: 'sms' }, true],
  [{ of: 'messages', direction: 'inbound' }, true],
  [{ of: 'messages', status: 'delivered', hour: 9 }, false],
  [{ of: 'unanswered' }, true],
  [{ of: 'unanswered', hour: 14 }, true],
  [{ of: 'unanswered', channel: 'sms' }, false],
] as const;

test.each(
  lists.flatMap(([list, isSummed]) =>
    Object.keys(scopes).map((scope) => [list, scope, isSummed] as const),
  ),
)('records %j of %s read no table from end to end', async (list, scopeName, isSummed) => {
  const scope = scopes[scopeName];
  if (scope === undefined) throw new Error(scopeName);
  let statements = 0;
  for (const range of [ranges.month, ranges['all time'], ranges.past]) {
    for (const filter of [filters.none, filters.phone, filters.contact]) {
      for (const { step, sql } of await stepsOf('records', scope, {
        ...list,
        ...range,
        ...filter,
      })) {
        statements += 1;
        const isBounded = !isSummed || /LIMIT \?/.test(sql);
        expect(isWide(step, sql, isBounded), `${step}\n${sql}`).toBe(false);
      }
    }
  }
  expect(statements).toBeGreaterThan(0);
});
