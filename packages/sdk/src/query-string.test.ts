import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engagementStats } from './contract/engagement-stats.js';
import { filterNames } from './contract/filters.js';
import { messagingStats } from './contract/messaging-stats.js';
import { queryString } from './query-string.js';

const id = fc.stringMatching(/^[!-~]{1,64}$/);
const filters = fc.record(
  Object.fromEntries(
    filterNames.map((name) => [
      name,
      fc.option(fc.array(id, { minLength: 1 }), { nil: undefined }),
    ]),
  ),
  { requiredKeys: [] },
);
const range = fc.oneof(
  fc.record({ time_range: fc.constantFrom('today', 'all_time', undefined) }),
  fc.constant({ time_range: 'custom', from: '2026-03-01', to: '2026-03-31' }),
  fc.constant({}),
);
const query = fc
  .tuple(range, filters)
  .map(([range, filters]): Record<string, unknown> => ({ ...range, ...filters }));

/** The same question, written another way. */
const rewritten = (query: Record<string, unknown>, shuffle: <T>(list: T[]) => T[]) =>
  Object.fromEntries(
    shuffle(Object.entries(query)).map(([name, value]) => [
      name,
      Array.isArray(value) ? shuffle([...value, ...value]) : value,
    ]),
  );

/** What a query means: its parameters with sets in place of lists. */
const meaningOf = (query: Record<string, unknown>) =>
  new Map(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, new Set(Array.isArray(value) ? value : [value])] as const),
  );

describe('queryString', () => {
  test('is one and the same for queries that mean the same', () => {
    fc.assert(
      fc.property(query, fc.infiniteStream(fc.nat()), (query, random) => {
        const shuffle = <T>(list: T[]) =>
          list
            .map((item) => ({ item, rank: Number(random.next().value) }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const text = queryString(engagementStats, query as object);
        expect(queryString(engagementStats, rewritten(query, shuffle))).toBe(text);
      }),
    );
  });

  test('says exactly what the query means, in order', () => {
    fc.assert(
      fc.property(query, (query) => {
        const entries = [...new URLSearchParams(queryString(engagementStats, query as object))];
        const read = new Map<string, Set<string>>();
        for (const [name, value] of entries) {
          read.set(name, (read.get(name) ?? new Set()).add(value));
        }
        expect(read).toEqual(meaningOf(query));
        expect(entries.map((entry) => entry.join('\0'))).toEqual(
          [...new Set(entries.map((entry) => entry.join('\0')))].sort(),
        );
      }),
    );
  });

  test('is empty for an empty query', () => {
    expect(queryString(engagementStats)).toBe('');
    expect(queryString(engagementStats, { time_range: undefined })).toBe('');
    expect(queryString(engagementStats, { unanswered_by: undefined })).toBe('');
  });

  test('escapes what an id may hold', () => {
    expect(queryString(engagementStats, { phone_id: ['a&b=c', '+1?#/%'] })).toBe(
      '?phone_id=%2B1%3F%23%2F%25&phone_id=a%26b%3Dc',
    );
  });

  test.each<[object, string, string]>([
    [
      { time_range: 'tomorrow' },
      'time_range',
      'messaging-stats: time_range="tomorrow" is not one of today, yesterday, last_7_days, last_30_days, last_90_days, all_time, custom',
    ],
    [{ time_range: null }, 'time_range', 'messaging-stats: time_range=null is not one of today, '],
    [
      { phone_id: ['p1', 'p 2'] },
      'phone_id',
      'messaging-stats: phone_id[1]="p 2" does not match /^[!-~]{1,64}$/',
    ],
    [{ phone_id: 'p1' }, 'phone_id', 'messaging-stats: phone_id="p1" is not of type array'],
    [
      { phone_id: Array.from({ length: 201 }, (_, n) => `p${n}`) },
      'phone_id',
      'messaging-stats: phone_id=["p0","p1",',
    ],
    [{ phone_id: [] }, 'phone_id', 'phone_id=[] would match nothing; leave it out or name ids'],
    [{ org_id: 'o' }, 'org_id', 'messaging-stats: org_id is not a parameter of this slice'],
    [
      { time_range: 'custom', from: '2026-03-01' },
      'to',
      'messaging-stats: time_range=custom needs to=YYYY-MM-DD',
    ],
    [
      { time_range: 'custom', from: '2026-02-30', to: '2026-03-01' },
      'from',
      'messaging-stats: "2026-02-30" is not a real date YYYY-MM-DD from 1970-01-01 to 2199-12-31',
    ],
    [{ unanswered_by: 1 }, 'unanswered_by', 'messaging-stats: unanswered_by=1 is not one of run, '],
  ])('refuses %j', (query, parameter, detail) => {
    const refused = () => queryString(messagingStats, query);
    expect(refused).toThrow(
      expect.objectContaining({
        name: 'StatsError',
        kind: 'invalid',
        parameter,
        detail: expect.stringContaining(detail),
      }),
    );
  });

  test('a long value is cut in the message', () => {
    const refused = () => queryString(messagingStats, { time_range: 'x'.repeat(10_000) });
    expect(refused).toThrow(/^messaging-stats: time_range="x{199} is not one of today/);
  });
});
