import { endpoints, type EndpointName } from '@inlay/sdk/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app.js';
import { writeRows } from '../ingest/apply.js';
import { rewrite, unseenFrom } from '../testing/hidden-changes.js';
import { addressOf, expectRight, replyOf, type Question, type Reply } from '../testing/question.js';
import { CONTACTS, MEMBERS, NOWS, PHONES, TEAMS, worldOf } from '../testing/random-world.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { seed, tellSeed } from '../testing/seed.js';
import { putWorld, serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld, type World } from '../testing/world.js';
import type { Principal } from './principal.js';
import { createTokenVerifier } from './token.js';

const WORLDS = Number(
  process.env['INLAY_TEST_WORLDS'] ?? (process.env['INLAY_TEST_FULL'] === '1' ? 2000 : 300),
);

/** Organizations of one world; every id below them is the same in all of them. */
const MOST_ORGANIZATIONS = 5;

const nobody = (orgId: string) => reader('nobody', ['Dashboard:Instance:ViewOwn'], { orgId });

const kinds = [
  nobody,
  (orgId: string) => reader('m3', [], { orgId, role: 'org_owner' }),
  (orgId: string) => reader('m2', ['Dashboard:Instance:ViewOrg'], { orgId }),
  (orgId: string) => reader('m1', ['Dashboard:Instance:ViewTeam'], { orgId }),
  (orgId: string) => reader('m2', ['Dashboard:Instance:ViewTeam'], { orgId }),
  (orgId: string) => reader('m1', ['Dashboard:Instance:ViewOwn'], { orgId }),
  (orgId: string) => reader('m3', ['Dashboard:Instance:ViewOwn'], { orgId }),
];
const refused = [
  (orgId: string) => reader('m1', ['Ingest:Write'], { orgId }),
  (orgId: string) => reader('m4', [], { orgId, role: 'org_owner' }),
  (orgId: string) => reader('m1', [], { orgId: `${orgId}-not`, role: 'super_admin' }),
];

const ranges = [
  {},
  { time_range: 'today' },
  { time_range: 'yesterday' },
  { time_range: 'last_7_days' },
  { time_range: 'last_30_days' },
  { time_range: 'last_90_days' },
  { time_range: 'all_time' },
  { time_range: 'custom', from: '2026-03-28', to: '2026-03-29' },
  { time_range: 'custom', from: '2024-12-01', to: '2026-12-31' },
];

const some = (ids: readonly string[]) =>
  fc.subarray([...ids, 'of-nobody'], { minLength: 1, maxLength: 2 });
const anyFilter = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record(
    {
      phone_id: some(PHONES),
      member_id: some(MEMBERS),
      team_id: some(TEAMS),
      contact_id: some(CONTACTS),
    },
    { requiredKeys: [] },
  ),
);

const lists = [
  { of: 'calls' },
  { of: 'calls', direction: 'inbound', limit: 3 },
  { of: 'calls', status: 'completed', weekday: 1 },
  { of: 'messages', limit: 4 },
  { of: 'messages', channel: 'sms', hour: 8 },
  { of: 'unanswered' },
  { of: 'unanswered', unanswered_by: 'message', limit: 2 },
];

interface Asked extends Question {
  readonly kind: number;
  readonly org: number;
}

const anyQuestion = (endpoint: EndpointName): fc.Arbitrary<Question> => {
  if (!endpoints[endpoint].ranged) return fc.constant({ endpoint, query: {} });
  const own =
    endpoint === 'records'
      ? fc.constantFrom(...lists)
      : endpoint === 'messagingStats'
        ? fc.constantFrom({}, { unanswered_by: 'message' })
        : fc.constant({});
  return fc
    .tuple(fc.constantFrom(...ranges), anyFilter, own)
    .map(([range, filter, more]) => ({ endpoint, query: { ...range, ...filter, ...more } }));
};

/** Every endpoint at least once, by any reader of any organization. */
const anyAsked = fc
  .tuple(
    ...(Object.keys(endpoints) as EndpointName[]).map((endpoint) =>
      fc.record({
        question: anyQuestion(endpoint),
        kind: fc.nat(kinds.length - 1),
        org: fc.nat(MOST_ORGANIZATIONS - 1),
      }),
    ),
  )
  .map((drawn): Asked[] => drawn.map(({ question, kind, org }) => ({ ...question, kind, org })));

let unused = 0;

/** Two worlds of the same two to five organizations, which no other run has, and what is asked. */
const anyCase = fc
  .record({ now: fc.constantFrom(...NOWS), count: fc.integer({ min: 2, max: MOST_ORGANIZATIONS }) })
  .chain(({ now, count }) => {
    const organizations = Array.from({ length: count }, (_, n) => `org-${n}`);
    const world = worldOf(organizations, now, 0.35);
    return fc.record({
      now: fc.constant(now),
      world,
      other: world,
      asked: fc.tuple(anyAsked, anyAsked).map((both) => both.flat()),
      kind: fc.nat(kinds.length - 1),
      refusedKind: fc.nat(refused.length - 1),
    });
  });

/** The same world under names of its own, so that all of them live in one database. */
function renamed(world: World, suffix: string): World {
  const text = JSON.stringify(world).replace(/"org-(\d)( |")/g, `"org-$1-${suffix}$2`);
  return JSON.parse(text) as World;
}

let served: ServedWorld;
let now = NOWS[0] ?? 0;
let cold: ReturnType<typeof asking>;
let warm: ReturnType<typeof asking>;

beforeAll(async () => {
  served = await serveWorld(emptyWorld, now);
  cold = asking(0);
  warm = asking(4_000_000);
});
afterAll(() => served.close());

/** Asks a server of its own over the one database. */
function asking(answerCacheBytes: number) {
  const clock = () => now;
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  const app = createApp({ store: served.store, clock, verify, answerCacheBytes });
  return async (principal: Principal, question: Question, headers = {}): Promise<Reply> => {
    const token = await tokenFor(principal, now);
    const response = await app.request(addressOf(question), {
      headers: { ...headers, Authorization: `Bearer ${token}` },
    });
    return replyOf(response);
  };
}

const seen = { answers: 0, unchanged: 0, changed: 0, put: 0, removed: 0 };

interface AskedBy {
  readonly principal: Principal;
  readonly question: Question;
}

/** Without any cache, every answer is the oracle's. The answers. */
async function expectOracle(world: World, asked: readonly AskedBy[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const { principal, question } of asked) {
    const reply = await cold(principal, question);
    await expectRight({ world, now, ask: cold }, principal, question, reply);
    replies.push(reply);
  }
  seen.answers += replies.length;
  return replies;
}

/** Of many who ask at once over one cache, each gets their own answer, again and again. */
async function expectOwn(asked: readonly AskedBy[], right: readonly Reply[]): Promise<void> {
  const inTurn = asked.map(({ principal, question }, index) => ({
    principal,
    question,
    expected: right[index],
  }));
  const turns = [...inTurn, ...inTurn.toReversed(), ...inTurn];
  const replies = await Promise.all(
    turns.map(({ principal, question }) => warm(principal, question)),
  );
  expect(replies).toEqual(turns.map(({ expected }) => expected));
}

/** What a reader may not see becomes that of another world, and what they are told stays. */
async function expectUnchanged(
  principal: Principal,
  questions: readonly Question[],
  world: World,
  other: World,
): Promise<World> {
  const before: Reply[] = [];
  for (const question of questions) before.push(await warm(principal, question));
  const after = unseenFrom(principal, world, other);
  const { put, removed } = await writeRows(served.store, (rows) =>
    rewrite(rows, world, after, now),
  );
  for (const [index, question] of questions.entries()) {
    expect(await cold(principal, question), addressOf(question)).toEqual(before[index]);
    const headers = { 'If-None-Match': before[index]?.etag ?? '' };
    expect((await warm(principal, question, headers)).status).toBe(304);
  }
  seen.unchanged += questions.length;
  seen.put += put;
  seen.removed += removed;
  return after;
}

test(`nothing leaks in ${WORLDS} random worlds`, { timeout: 3_600_000 }, async () => {
  tellSeed(`isolation, ${WORLDS} worlds`);
  await fc.assert(
    fc.asyncProperty(anyCase, async (drawn) => {
      const suffix = String(unused++);
      const [world, other] = [renamed(drawn.world, suffix), renamed(drawn.other, suffix)];
      const orgs = world.organizations.map(({ id }) => id);
      const readerOf = (kind: number, org: number) =>
        (kinds[kind] ?? nobody)(orgs[org % orgs.length] ?? '');
      now = drawn.now;
      await putWorld(served.store, world, now);

      const asked = drawn.asked.map(({ kind, org, ...question }) => ({
        principal: readerOf(kind, org),
        question,
      }));
      await expectOwn(asked, await expectOracle(world, asked));

      const outsider = (refused[drawn.refusedKind] ?? nobody)(orgs[0] ?? '');
      const questions = drawn.asked.slice(0, asked.length / 2);
      for (const question of questions) {
        expect((await warm(outsider, question)).status).toBe(403);
      }

      const elsewhere = reader('m4', [], { orgId: orgs[1] ?? '', role: 'org_owner' });
      const told: Reply[] = [];
      for (const question of questions) told.push(await warm(elsewhere, question));
      const principal = readerOf(drawn.kind, 0);
      const after = await expectUnchanged(principal, questions, world, other);
      for (const [index, question] of questions.entries()) {
        const reply = await warm(elsewhere, question);
        await expectRight({ world: after, now, ask: warm }, elsewhere, question, reply);
        const isSame = reply.text === told[index]?.text;
        expect(reply.etag === told[index]?.etag, addressOf(question)).toBe(isSame);
        seen.changed += Number(!isSame);
      }
    }),
    { numRuns: WORLDS, seed, endOnFailure: process.env['INLAY_TEST_NO_SHRINK'] === '1' },
  );
  console.log(`isolation: ${JSON.stringify(seen)}`);
  expect(Math.min(seen.put, seen.removed)).toBeGreaterThan(WORLDS * 10);
  expect(seen.changed).toBeGreaterThan(WORLDS);
});
