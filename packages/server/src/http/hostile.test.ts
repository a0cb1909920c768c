import { endpoints, filterNames, ingest, type EndpointName } from '@inlay/sdk/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { tableNames, tables, type TableName } from '../ingest/tables.js';
import { counted } from '../testing/counted-store.js';
import { addressOf, expectRight, replyOf, type Question } from '../testing/question.js';
import { randomWorld } from '../testing/random-world.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { seed } from '../testing/seed.js';
import { serveWorld, withWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld, type World } from '../testing/world.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const WORLDS = process.env['INLAY_TEST_FULL'] === '1' ? 200 : 15;
const names = Object.keys(endpoints) as EndpointName[];

/** What must be given for an answer. */
const needed = (endpoint: EndpointName): object => (endpoint === 'records' ? { of: 'calls' } : {});

describe('what is of another organization, or out of sight', () => {
  const event = {
    phone_id: 'p-there',
    member_id: 'm-there',
    contact_id: 'c-there',
    direction: 'inbound' as const,
    started_at: '2026-03-30T08:00:00Z',
    status: 'completed' as const,
  };
  const people = (org_id: string, end: string) => ({
    teams: [{ org_id, id: `t-${end}`, name: 'Team' }],
    members: [{ org_id, id: `m-${end}`, name: 'Member' }],
    team_members: [{ org_id, team_id: `t-${end}`, member_id: `m-${end}`, is_manager: false }],
    phones: [{ org_id, id: `p-${end}` }],
    contacts: [{ org_id, id: `c-${end}`, name: 'Contact' }],
  });
  const [here, there] = [people('acme', 'here'), people('umbra', 'there')];
  const world: World = {
    ...emptyWorld,
    organizations: ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' })),
    teams: [...here.teams, ...there.teams],
    members: [...here.members, ...there.members],
    team_members: [...here.team_members, ...there.team_members],
    phones: [...here.phones, ...there.phones],
    contacts: [...here.contacts, ...there.contacts],
    calls: [
      { ...event, org_id: 'umbra', id: 'k' },
      {
        ...event,
        org_id: 'acme',
        id: 'k',
        phone_id: 'p-here',
        member_id: 'm-here',
        contact_id: 'c-here',
      },
    ],
  };
  const idOf = { phone_id: 'p', member_id: 'm', team_id: 't', contact_id: 'c' };

  let served: ServedWorld;
  beforeAll(async () => {
    served = await serveWorld(world, now);
  });
  afterAll(() => served.close());

  const readers = {
    'an owner': reader('m-here', [], { role: 'org_owner' }),
    'who sees their own': reader('nobody', ['Dashboard:Instance:ViewOwn']),
  };

  test.each(Object.entries(readers))('is to %s as if it were not', async (_, principal) => {
    for (const name of names.filter((one) => endpoints[one].ranged)) {
      for (const filter of filterNames) {
        const told = async (end: string) => {
          const query = { ...needed(name), [filter]: `${idOf[filter]}-${end}` };
          const { status, text } = await served.ask(name, principal, query);
          return [status, text];
        };
        const nothing = await told('never');
        expect(nothing[0]).toBe(200);
        expect(await told('there'), `${name} ${filter}`).toEqual(nothing);
        if (principal.role === undefined) expect(await told('here')).toEqual(nothing);
      }
    }
  });

  test('cannot be told from nothing by writing to it', async () => {
    const token = await tokenFor(reader('m-here', ['Ingest:Write']), now);
    const post = async (path: string, rows: object[]) => {
      const response = await served.fetch(`${ingest.path}/${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(rows),
      });
      const { text, status } = await replyOf(response);
      return [status, text.replaceAll('-there', '-never')];
    };
    const call = { direction: 'inbound', status: 'completed', started_at: '2026-03-30T08:00:00Z' };
    for (const [column, prefix] of Object.entries(idOf)) {
      const referring = (end: string) =>
        post('calls', [{ id: 'new', ...call, [column]: `${prefix}-${end}` }]);
      expect(await referring('there')).toEqual(await referring('never'));
      expect((await referring('there'))[0]).toBe(400);
    }
    for (const table of ['phones', 'members', 'teams', 'contacts'] as const) {
      const removing = (end: string) => post(`${table}/delete`, [{ id: `${table[0]}-${end}` }]);
      expect(await removing('there')).toEqual([200, '{"deleted":0}']);
      expect(await removing('never')).toEqual([200, '{"deleted":0}']);
    }
  });
});

/** Ids that are words of SQL, of JavaScript or of a URL; each is an id like any other. */
const ids = {
  acme: '__proto__',
  umbra: 'constructor',
  m1: "'OR'1'='1",
  m2: 'toString',
  m3: '");DROP/**/TABLE/**/calls;--',
  m4: '%00',
  p1: '__proto__',
  p2: 'hasOwnProperty',
  p3: '*',
  t1: "'||(SELECT/**/1)||'",
  t2: '../../etc/passwd',
  c1: 'constructor',
  c2: '${7*7}{{7*7}}',
  c3: '?&=#%27',
};

/** Texts that would do something if anything read them as more than text. */
const labels = {
  'acme front desk': `'; DROP TABLE messages; --`,
  'acme m1': '<img src=x onerror=alert(1)>',
  'acme m2': '__proto__',
  'acme c1': 'a"b\\c\u2028\u202E\uFEFF🙂',
  'acme c2': "Robert'); DELETE FROM calls WHERE ('1'='1",
  'umbra front desk': 'constructor',
  "o'clock": `"' OR 1=1 --`,
  summary: 'hasOwnProperty',
};

/** The same world with hostile ids and texts in the place of its own. */
function hostile(world: World): World {
  const replaced = new Map<unknown, string>(Object.entries({ ...ids, ...labels }));
  const text = JSON.stringify(world, (_, value: unknown) => replaced.get(value) ?? value);
  return JSON.parse(text) as World;
}

describe('hostile words in every field', () => {
  const readers = [
    reader(ids.m1, [], { orgId: ids.acme, role: 'org_owner' }),
    reader(ids.m1, ['Dashboard:Instance:ViewTeam'], { orgId: ids.acme }),
    reader(ids.m2, ['Dashboard:Instance:ViewOwn'], { orgId: ids.umbra }),
  ];
  const filters: object[] = [
    {},
    { phone_id: [ids.p1, ids.p3] },
    { member_id: [ids.m1, ids.m3] },
    { team_id: [ids.t1, ids.t2] },
    { contact_id: [ids.c1, ids.c2, ids.c3] },
  ];
  const questions: Question[] = names.flatMap((endpoint) =>
    (endpoints[endpoint].ranged ? filters : [{}]).map((filter) => ({
      endpoint,
      query: endpoints[endpoint].ranged
        ? { ...needed(endpoint), ...filter, time_range: 'last_90_days' }
        : {},
    })),
  );

  test(
    `are ids and texts like any other in ${WORLDS} random worlds`,
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(randomWorld, async ({ world: plain, now: at }) => {
          const world = hostile(plain);
          await withWorld(world, at, async (served) => {
            const ask = async (
              principal: (typeof readers)[number],
              { endpoint, query }: Question,
            ) => {
              const { status, headers, text } = await served.ask(endpoint, principal, query);
              return { status, etag: headers.get('ETag'), text };
            };
            for (const principal of readers) {
              for (const question of questions) {
                const reply = await ask(principal, question);
                await expectRight({ world, now: at, ask }, principal, question, reply);
              }
            }
          });
        }),
        { numRuns: WORLDS, seed },
      );
    },
  );

  test('never get into a statement: those for hostile words are those for plain ones', async () => {
    const [sample] = fc.sample(randomWorld, { numRuns: 1, seed: 3 });
    const world = sample?.world ?? emptyWorld;
    const statementsOf = async (made: World, plain: boolean) => {
      const word = (key: keyof typeof ids) => (plain ? key : ids[key]);
      const served = await serveWorld(made, sample?.now ?? now);
      const store = counted(served.store);
      const at = () => sample?.now ?? now;
      const app = createApp({
        store,
        clock: at,
        verify: createTokenVerifier({ secret: SECRET }, at),
      });
      for (const orgId of [word('acme'), word('umbra')]) {
        const owner = reader(word('m1'), ['Dashboard:Instance:ViewTeam', 'Ingest:Write'], {
          orgId,
        });
        const headers = {
          Authorization: `Bearer ${await tokenFor(owner, at())}`,
          'Content-Type': 'application/json',
        };
        for (const { endpoint, query } of questions) {
          const asked = JSON.parse(
            JSON.stringify(query, (_, value: unknown) => {
              const key = (Object.keys(ids) as (keyof typeof ids)[]).find(
                (one) => ids[one] === value,
              );
              return key ? word(key) : value;
            }),
          ) as object;
          expect(
            (await app.request(addressOf({ endpoint, query: asked }), { headers })).status,
          ).toBe(200);
        }
        for (const table of tableNames) {
          const rows = made[table].filter(
            (row) => ('org_id' in row ? row.org_id : row.id) === orgId,
          );
          const body = JSON.stringify(rows);
          const response = await app.request(`${ingest.path}/${table}`, {
            method: 'POST',
            headers,
            body,
          });
          expect(response.status).toBe(200);
        }
      }
      await served.close();
      return store.statements;
    };
    const hostileOnes = await statementsOf(hostile(world), false);
    const plainOnes = await statementsOf(world, true);
    expect([...hostileOnes].filter((text) => !plainOnes.has(text))).toEqual([]);
    expect(hostileOnes.size).toBeGreaterThan(50);
    const found = [...hostileOnes].filter((text) =>
      /DROP|onerror|__proto__|OR'1|etc\/passwd/.test(text),
    );
    expect(found).toEqual([]);
  });

  test('are given back as they were written, from every column of text', async () => {
    const text = `'"; DROP TABLE calls; -- <b>\u202E🙂`;
    const served = await serveWorld(
      { ...emptyWorld, organizations: [{ id: 'acme', name: 'Acme', timezone: 'UTC' }] },
      now,
    );
    const token = await tokenFor(reader('m1', ['Ingest:Write']), now);
    const put = (table: TableName, row: object) =>
      served.fetch(`${ingest.path}/${table}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify([row]),
      });
    for (const name of ['teams', 'members', 'phones', 'contacts'] as const) {
      const columns = tables[name].columns.filter(({ name: column }) =>
        ['name', 'label', 'email'].includes(column),
      );
      const row = { id: 'x', ...Object.fromEntries(columns.map((column) => [column.name, text])) };
      expect((await put(name, row)).status).toBe(200);
      const stored = await served.store.read((tx) =>
        tx.first<Record<string, unknown>>(`SELECT * FROM ${name}`),
      );
      expect(stored).toMatchObject(row);
    }
    await served.close();
  });
});
