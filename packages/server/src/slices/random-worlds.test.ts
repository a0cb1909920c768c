import { slices, type SliceName } from '@inlay/sdk/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from '../testing/oracle/oracle.js';
import { CONTACTS, PHONES, randomWorld, TEAMS } from '../testing/random-world.js';
import { reader } from '../testing/reader.js';
import { withWorld } from '../testing/served-world.js';

const WORLDS = process.env['INLAY_TEST_FULL'] === '1' ? 1000 : 60;

const owner = reader('m1', [], { role: 'org_owner' });
const readers = [
  owner,
  reader('m2', ['Dashboard:Instance:ViewOrg']),
  reader('m1', ['Dashboard:Instance:ViewTeam']),
  reader('m2', ['Dashboard:Instance:ViewOwn'], { orgId: 'umbra' }),
  reader('nobody', ['Dashboard:Instance:ViewOwn']),
  reader('m1'),
  reader('m4', [], { role: 'org_owner' }),
  reader('m1', [], { orgId: 'nowhere', role: 'super_admin' }),
];

const ranges = [
  {},
  { time_range: 'today' },
  { time_range: 'yesterday' },
  { time_range: 'last_7_days' },
  { time_range: 'last_90_days' },
  { time_range: 'all_time' },
  { time_range: 'custom', from: '2026-03-28', to: '2026-03-29' },
  { time_range: 'custom', from: '2026-10-24', to: '2026-10-25' },
  { time_range: 'custom', from: '2024-12-01', to: '2026-12-31' },
] as const;

const comparisons = [
  { time_range: 'today', compare: 'previous_period' },
  { time_range: 'last_7_days', compare: 'previous_period' },
  { time_range: 'last_30_days', compare: 'previous_year' },
  { time_range: 'yesterday', compare: 'previous_year' },
  { time_range: 'custom', from: '2026-03-20', to: '2026-04-02', compare: 'previous_period' },
] as const;

const filters = [
  { phone_id: PHONES.slice(0, 2) },
  { member_id: ['m1', 'unknown'] },
  { team_id: TEAMS.slice(0, 1) },
  { contact_id: CONTACTS.slice(1) },
  { phone_id: ['p1'], contact_id: ['c1', 'c2'] },
  { phone_id: ['of another organization'.replaceAll(' ', '-')] },
];

const sliceNames = Object.keys(slices) as SliceName[];

/** Every reader with some range, every range with some reader, every filter once; not their product. */
const questions = [
  ...readers.map((principal, index) => ({
    principal,
    query: { ...ranges[index % ranges.length] },
  })),
  ...ranges.map((range, index) => ({
    principal: readers[index % 4] ?? owner,
    query: { ...range },
  })),
  ...comparisons.map((query, index) => ({
    principal: readers[index % 4] ?? owner,
    query: { ...query },
  })),
  ...filters.map((filter, index) => ({
    principal: readers[index % 3] ?? owner,
    query: { time_range: 'last_90_days' as const, ...filter },
  })),
];

test(
  `slices answer like the oracle in ${WORLDS} random worlds`,
  { timeout: 3_600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomWorld, async ({ world, now }) => {
        await withWorld(world, now, async (served) => {
          for (const slice of sliceNames) {
            for (const { principal, query } of questions) {
              const asked = slices[slice].ranged ? query : {};
              const reply = await served.ask(slice, principal, asked);
              const expected = oracle(slice, world, principal, asked, now);
              if (expected === undefined) expect(reply.status).toBe(403);
              else expect(reply.body, `${slice} ${JSON.stringify(asked)}`).toEqual(expected);
            }
          }
          for (const principal of readers.slice(0, 4)) {
            const query = { time_range: 'last_90_days', unanswered_by: 'message' } as const;
            const reply = await served.ask('messagingStats', principal, query);
            expect(reply.body).toEqual(oracle('messagingStats', world, principal, query, now));
          }
        });
      }),
      { numRuns: WORLDS },
    );
  },
);
