import { expect, test } from 'vitest';
import type { Principal } from '../access/principal.js';
import { reader } from '../testing/reader.js';
import { withWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import { writeRows } from '../ingest/apply.js';
import { AnswerCache } from './answer-cache.js';
import { Answers } from './answers.js';
import { makeAnswersFrom, type MadeAnswer, type MakeAnswer } from './make-answer.js';

const NOW = Date.parse('2026-03-30T10:00:00Z');

const world = {
  ...emptyWorld,
  organizations: [{ id: 'acme', name: 'Acme', timezone: 'UTC' }],
  members: [
    { org_id: 'acme', id: 'm1', name: 'One' },
    { org_id: 'acme', id: 'm2', name: 'Two' },
  ],
  teams: [{ org_id: 'acme', id: 't1', name: 'Team' }],
  phones: [{ org_id: 'acme', id: 'p1' }],
  team_members: ['m1', 'm2'].map((member_id) => ({
    org_id: 'acme',
    team_id: 't1',
    member_id,
    is_manager: true,
  })),
  phone_assignments: [{ org_id: 'acme', phone_id: 'p1', member_id: 'm2' }],
};

/** Answers whose making waits until the test lets it go on. */
class Held {
  readonly #make: MakeAnswer;
  readonly #gates: (() => void)[] = [];
  asked = 0;

  constructor(served: ServedWorld) {
    this.#make = makeAnswersFrom(served.store);
  }

  readonly make: MakeAnswer = async (question): Promise<MadeAnswer> => {
    this.asked++;
    await new Promise<void>((resolve) => this.#gates.push(resolve));
    return this.#make(question);
  };

  /** Resolves when so many have been asked for. */
  async until(count: number): Promise<void> {
    while (this.asked < count) await new Promise((resolve) => setImmediate(resolve));
  }

  letGo(): void {
    for (const open of this.#gates.splice(0)) open();
  }
}

let held: Held;
let answers: Answers;

const ask = (principal: Principal, query: object = {}) =>
  answers
    .answerTo({ principal, endpoint: 'stats', query: () => query })
    .then(({ answer }) => answer);

/** Lets what was started reach the point at which it waits. */
const settle = async () => {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
};

const serving = (work: (served: ServedWorld) => Promise<void>) => () =>
  withWorld(world, NOW, async (served) => {
    held = new Held(served);
    answers = new Answers({
      store: served.store,
      make: held.make,
      cache: new AnswerCache(1_000_000),
      clock: () => NOW,
    });
    await work(served);
  });

const manager = (id: string) => reader(id, ['Dashboard:Instance:ViewTeam']);

test(
  'a question that is being answered is not answered twice, whoever of the same scope asks',
  serving(async () => {
    const asked = [ask(manager('m1')), ask(manager('m2')), ask(manager('m1'))];
    await held.until(1);
    await settle();
    held.letGo();
    const [first, ...others] = await Promise.all(asked);
    expect(others).toEqual([first, first]);
    expect(held.asked).toBe(1);
    expect(await ask(manager('m2'))).toBe(first);
  }),
);

test(
  'other questions and other scopes are answered by themselves',
  serving(async () => {
    const owner = reader('m1', [], { role: 'org_owner' });
    const asked = [
      ask(manager('m1')),
      ask(owner),
      ask(reader('m1', ['Dashboard:Instance:ViewOwn'])),
      ask(owner, { time_range: 'today' }),
    ];
    await held.until(4);
    held.letGo();
    expect(new Set((await Promise.all(asked)).map(({ etag }) => etag)).size).toBe(4);
  }),
);

test(
  'who waits for the answer of another does not get one of a scope that is not its own any more',
  serving(async (served) => {
    const asked = [ask(manager('m1')), ask(manager('m2'))];
    await held.until(1);
    await settle();
    await writeRows(served.store, (rows) => rows.remove('team_members', [['acme', 't1', 'm2']]));
    held.letGo();
    await held.until(2);
    held.letGo();
    const [first, second] = await Promise.all(asked);
    const alone = await makeAnswersFrom(served.store)({
      principal: manager('m2'),
      endpoint: 'stats',
      query: {},
      now: NOW,
    });
    expect(second).toEqual(alone.answer);
    expect(second?.etag).not.toBe(first?.etag);
  }),
);

test(
  'a failure is told to all who wait, and not kept',
  serving(async (served) => {
    const fail = async (): Promise<MadeAnswer> => Promise.reject(new Error('no answer'));
    let isBroken = true;
    const make = makeAnswersFrom(served.store);
    answers = new Answers({
      store: served.store,
      make: (question) => (isBroken ? fail() : make(question)),
      cache: new AnswerCache(1_000_000),
      clock: () => NOW,
    });
    const settled = await Promise.allSettled([ask(manager('m1')), ask(manager('m1'))]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await ask(manager('m1'))).toMatchObject({ version: 1 });
  }),
);
