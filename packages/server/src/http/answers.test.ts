import { endpoints, type EndpointName } from '@inlay/sdk/contract';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Principal } from '../access/principal.js';
import type * as BuiltToken from '../access/token.js';
import type * as BuiltThreads from '../answering/reader-threads.js';
import type * as BuiltApp from '../app.js';
import { writeRows, type RowWriter } from '../ingest/apply.js';
import { randomWorld } from '../testing/random-world.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { withWorld, type ServedWorld } from '../testing/served-world.js';
import type { World } from '../testing/world.js';

// A thread runs what was built; its errors are those of the built modules.
const built = (path: string) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { createApp } = (await built('app.js')) as typeof BuiltApp;
const { createTokenVerifier } = (await built('access/token.js')) as typeof BuiltToken;
const { ReaderThreads } = (await built('answering/reader-threads.js')) as typeof BuiltThreads;

const RUNS = process.env['INLAY_TEST_FULL'] ? 400 : 20;
const HOUR = 3_600_000;

const readers = [
  reader('m1', [], { role: 'org_owner' }),
  reader('m2', ['Dashboard:Instance:ViewOrg'], { orgId: 'umbra' }),
  reader('m1', ['Dashboard:Instance:ViewTeam']),
  reader('m1', ['Dashboard:Instance:ViewOwn']),
  reader('m1', ['Dashboard:Instance:ViewOwn'], { orgId: 'umbra' }),
  reader('m2', ['Dashboard:Instance:ViewOwn']),
  reader('nobody', ['Dashboard:Instance:ViewOwn']),
  reader('m1'),
];

const paths = [
  ['stats', ''],
  ['stats', 'time_range=today&compare=previous_period'],
  ['stats', 'time_range=yesterday&compare=previous_year'],
  ['stats', 'phone_id=p1&phone_id=p2'],
  ['stats', 'phone_id=p2&phone_id=p1&phone_id=p2'],
  ['messagingStats', 'time_range=all_time'],
  ['messagingStats', 'time_range=all_time&unanswered_by=message'],
  ['planStats', ''],
  ['engagementStats', 'time_range=last_7_days'],
  ['records', 'of=calls&time_range=all_time&limit=3'],
  ['records', 'of=unanswered&time_range=all_time'],
  ['definitions', ''],
] as const satisfies readonly (readonly [EndpointName, string])[];

const org_id = 'acme';
const member = (is_active: boolean) => ({ org_id, id: 'm1', name: 'm1', is_active });
const call = (phone_id: string) => ({
  org_id,
  id: 'one',
  phone_id,
  direction: 'inbound',
  status: 'completed',
  started_at: '2026-03-01T10:00:00Z',
});

const changes: readonly ((rows: RowWriter, now: number) => Promise<unknown>)[] = [
  (rows, now) => rows.putJson('calls', [call('p1')], now),
  (rows, now) => rows.putJson('calls', [call('p2')], now),
  (rows) => rows.remove('calls', [[org_id, 'one']]),
  (rows, now) =>
    rows.putJson('phone_assignments', [{ org_id, phone_id: 'p1', member_id: 'm2' }], now),
  (rows) => rows.remove('phone_assignments', [[org_id, 'p1', 'm2']]),
  (rows, now) =>
    rows.putJson(
      'team_members',
      [{ org_id, team_id: 't1', member_id: 'm1', is_manager: true }],
      now,
    ),
  (rows) => rows.remove('team_members', [[org_id, 't1', 'm1']]),
  (rows, now) => rows.putJson('members', [member(false)], now),
  (rows, now) => rows.putJson('members', [member(true)], now),
  (rows, now) => rows.putJson('contacts', [{ org_id, id: 'c1', name: 'New name' }], now),
  (rows, now) =>
    rows.putJson('organizations', [{ id: org_id, name: 'Acme', timezone: 'Asia/Tokyo' }], now),
  (rows, now) =>
    rows.putJson('organizations', [{ id: org_id, name: 'Acme', timezone: 'Europe/Berlin' }], now),
];

type Ask = readonly [Principal, (typeof paths)[number]];

type Step = { readonly ask: Ask } | { readonly change: number } | { readonly waitMs: number };

/** Few questions of few readers, so that most are asked again. */
const anySteps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.subarray(readers, { minLength: 3, maxLength: 3 }),
    fc.subarray([...paths], { minLength: 3, maxLength: 3 }),
  )
  .chain(([someReaders, somePaths]) => {
    const ask = fc.tuple(fc.constantFrom(...someReaders), fc.constantFrom(...somePaths));
    const wait = fc.constantFrom(1, 999, 59_000, 2 * HOUR, 25 * HOUR, -HOUR);
    const step = fc.oneof(
      { weight: 20, arbitrary: ask.map((asked): Step => ({ ask: asked })) },
      { weight: 4, arbitrary: wait.map((waitMs): Step => ({ waitMs })) },
      {
        weight: 1,
        arbitrary: fc.nat({ max: changes.length - 1 }).map((change): Step => ({ change })),
      },
    );
    return fc.array(step, { minLength: 60, maxLength: 60 });
  });

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

/**
 * Asks a server of its own, of a world that others may serve too, at any instant. One that
 * remembers nothing keeps no answer, gets a new token each time, and makes its answers itself.
 */
function asking(
  { store }: ServedWorld,
  remembers: 'much' | 'nothing',
  threads?: InstanceType<typeof ReaderThreads>,
) {
  const answerCacheBytes = remembers === 'much' ? 1_000_000 : 0;
  let now = 0;
  let jti = 0;
  const clock = () => now;
  const verify = createTokenVerifier({ secret: SECRET }, clock);
  const app = createApp({
    store,
    clock,
    verify,
    answerCacheBytes,
    ...(threads && { makeAnswer: threads.make }),
  });
  return async (at: number, [principal, [name, query]]: Ask): Promise<Answer> => {
    now = at;
    const claims = remembers === 'much' ? {} : { jti: String(++jti) };
    const headers = { Authorization: `Bearer ${await tokenFor(principal, now, claims)}` };
    const response = await app.request(`${endpoints[name].path}?${query}`, { headers });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('ETag'), text };
  };
}

const without = ({ text }: Answer, ...fields: string[]): string =>
  text.replace(new RegExp(`"(request_id|${fields.join('|')})":"[^"]+"`, 'g'), '');

const madeAt = ({ text }: Answer, now: number): number =>
  Date.parse(/"generated_at":"([^"]+)"/.exec(text)?.[1] ?? new Date(now).toISOString());

type Asking = ReturnType<typeof asking>;

/** A world, and two who ask of it: one of threads and a memory, the other of neither. */
const withBoth = (
  world: World,
  start: number,
  work: (served: ServedWorld, cached: Asking, plain: Asking) => Promise<void>,
) =>
  withWorld(world, start, async (served) => {
    const threads = new ReaderThreads(served.file, { threads: 1 });
    try {
      await work(served, asking(served, 'much', threads), asking(served, 'nothing'));
    } finally {
      await threads.close();
    }
  });

/** Whether it was given again: then it is what was right at the time, and still is. */
async function expectRight(cached: Asking, plain: Asking, now: number, ask: Ask): Promise<boolean> {
  const answer = await cached(now, ask);
  const at = madeAt(answer, now);
  const [then, today] = [await plain(at, ask), await plain(now, ask)];
  expect([answer.status, answer.etag]).toEqual([then.status, then.etag]);
  expect(without(answer)).toBe(without(then));
  if (!ask[1][1].includes('time_range=today&compare')) {
    expect([today.status, today.etag]).toEqual([answer.status, answer.etag]);
    expect(without(today, 'generated_at')).toBe(without(answer, 'generated_at'));
  } else expect(now - at).toBeLessThan(60_000);
  expect(at).toBeLessThanOrEqual(now);
  return at < now;
}

test(
  'an answer given again is the answer of the instant at which it was made, to whoever asks',
  { timeout: 3_600_000 },
  async () => {
    const seen = { answers: 0, again: 0 };
    await fc.assert(
      fc.asyncProperty(randomWorld, anySteps, async ({ world, now: start }, steps) => {
        await withBoth(world, start, async (served, cached, plain) => {
          let now = start;
          for (const step of steps) {
            if ('waitMs' in step) now += step.waitMs;
            else if ('change' in step) {
              await writeRows(served.store, async (rows) => changes[step.change]?.(rows, start));
            } else {
              seen.answers++;
              seen.again += Number(await expectRight(cached, plain, now, step.ask));
            }
          }
        });
      }),
      { numRuns: RUNS },
    );
    expect(seen.again).toBeGreaterThan(seen.answers / 10);
  },
);

test('a write between two questions is seen by the second, by every reader of the organization', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, async ({ world, now }) => {
      await withBoth(world, now, async (served, cached, plain) => {
        for (const change of changes) {
          await writeRows(served.store, async (rows) => change(rows, now));
          for (const principal of readers) {
            for (const path of paths) {
              const [first, again] = [
                await cached(now, [principal, path]),
                await cached(now, [principal, path]),
              ];
              const expected = await plain(now, [principal, path]);
              expect([without(first), without(again)]).toEqual([
                without(expected),
                without(expected),
              ]);
              expect([first.etag, again.etag]).toEqual([expected.etag, expected.etag]);
            }
          }
        }
      });
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});
