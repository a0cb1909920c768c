import { endpoints, problems, slices, type EndpointName } from '@inlay/sdk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRows } from './ingest/apply.js';
import { reader, tokenFor } from './testing/reader.js';
import { serveWorld, type ServedWorld } from './testing/served-world.js';
import { emptyWorld, type World } from './testing/world.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const org = (id: string) => ({ id, name: id, timezone: 'Europe/Berlin' });

const call = (org_id: string, id: string, phone_id: string) => ({
  org_id,
  id,
  phone_id,
  direction: 'inbound' as const,
  status: 'completed' as const,
  started_at: '2026-03-30T08:00:00Z',
});

/** `m1` has p1, manages t1 with `m2` who has p2; `m3` has nothing; both organizations share ids. */
const world: World = {
  ...emptyWorld,
  organizations: [org('acme'), org('umbra')],
  teams: [{ org_id: 'acme', id: 't1', name: 'Sales' }],
  members: ['acme', 'umbra'].flatMap((org_id) =>
    ['m1', 'm2', 'm3', 'm4'].map((id) => ({ org_id, id, name: id, is_active: id !== 'm4' })),
  ),
  team_members: [
    { org_id: 'acme', team_id: 't1', member_id: 'm1', is_manager: true },
    { org_id: 'acme', team_id: 't1', member_id: 'm2', is_manager: false },
  ],
  phones: ['acme', 'umbra'].flatMap((org_id) =>
    ['p1', 'p2', 'p3'].map((id) => ({ org_id, id, label: id })),
  ),
  phone_assignments: [
    { org_id: 'acme', phone_id: 'p1', member_id: 'm1' },
    { org_id: 'acme', phone_id: 'p2', member_id: 'm2' },
    { org_id: 'umbra', phone_id: 'p3', member_id: 'm1' },
  ],
  calls: [
    call('acme', 'k1', 'p1'),
    call('acme', 'k2', 'p2'),
    call('acme', 'k3', 'p3'),
    call('umbra', 'k1', 'p1'),
    call('umbra', 'k9', 'p3'),
  ],
};

let served: ServedWorld;
beforeAll(async () => {
  served = await serveWorld(world, now);
});
afterAll(() => served.close());

const names = Object.keys(endpoints) as EndpointName[];

/** What must be given for an answer. */
const needed = (name: EndpointName) => (name === 'records' ? 'of=calls' : '');
const viewOwn = ['Dashboard:Instance:ViewOwn'] as const;
const viewTeam = ['Dashboard:Instance:ViewTeam'] as const;

describe('who sees which calls', () => {
  test.each([
    ['an owner', reader('m3', [], { role: 'org_owner' }), ['k3', 'k2', 'k1']],
    ['a super admin', reader('x', [], { role: 'super_admin' }), ['k3', 'k2', 'k1']],
    ['ViewOrg', reader('m3', ['Dashboard:Instance:ViewOrg']), ['k3', 'k2', 'k1']],
    ['ViewTeam of a manager', reader('m1', viewTeam), ['k2', 'k1']],
    ['ViewTeam of a member who manages nobody', reader('m2', viewTeam), ['k2']],
    ['ViewOwn', reader('m1', viewOwn), ['k1']],
    ['ViewOwn of a member without phones', reader('m3', viewOwn), []],
    ['ViewOwn of somebody who is no member', reader('nobody', viewOwn), []],
    ['the same member elsewhere', reader('m1', viewOwn, { orgId: 'umbra' }), ['k9']],
  ])('%s', async (_, principal, ids) => {
    const { status, body } = await served.ask('stats', principal);
    expect(status).toBe(200);
    expect(body.recent_calls.map((row) => row.id)).toEqual(ids);
    expect(body.total_calls).toBe(ids.length);
  });

  test('moving a phone takes effect at once', async () => {
    const moving = await serveWorld(world, now);
    const before = await moving.ask('stats', reader('m3', viewOwn));
    await writeRows(moving.store, async (rows) => {
      await rows.remove('phone_assignments', [['acme', 'p2', 'm2']]);
      const assignment = { org_id: 'acme', phone_id: 'p2', member_id: 'm3' };
      await rows.putJson('phone_assignments', [assignment], now);
    });
    const after = await moving.ask('stats', reader('m3', viewOwn));
    await moving.close();
    expect([before.body.total_calls, after.body.total_calls]).toEqual([0, 1]);
  });

  test('a filter narrows the scope; what is outside answers as if it did not exist', async () => {
    const principal = reader('m1', viewTeam);
    const own = await served.ask('stats', principal, 'phone_id=p1&phone_id=p3');
    const outside = await served.ask('stats', principal, 'phone_id=p3');
    const unknown = await served.ask('stats', principal, 'phone_id=nothing');
    expect(own.body.recent_calls.map((row) => row.id)).toEqual(['k1']);
    expect(outside.text).toBe(unknown.text);
    expect(outside.body.total_calls).toBe(0);
  });
});

describe('every endpoint', () => {
  test.each(names)(
    '%s: 403 without a permission, for outsiders and the inactive',
    async (slice) => {
      for (const principal of [
        reader('m1'),
        reader('m1', ['Ingest:Write']),
        reader('m4', [], { role: 'org_owner' }),
        reader('m1', [], { orgId: 'nowhere', role: 'org_owner' }),
      ]) {
        const { status, body, headers } = await served.ask(slice, principal, needed(slice));
        expect(status).toBe(403);
        expect(body).toMatchObject({ code: 'forbidden', status: 403 });
        expect(headers.get('Content-Type')).toBe('application/problem+json');
      }
    },
  );

  test.each(names)('%s: 401 without a token, or with one in the wrong place', async (slice) => {
    const token = await tokenFor(reader('m1', [], { role: 'org_owner' }), now);
    const { path } = endpoints[slice];
    for (const [url, headers] of [
      [path, {}],
      [`${path}?token=${token}`, {}],
      [path, { Authorization: token }],
      [path, { Authorization: `Basic ${token}` }],
      [path, { Cookie: `token=${token}` }],
    ] as const) {
      const response = await served.fetch(url, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
    }
  });

  test.each(names)('%s: says when a token has expired', async (slice) => {
    const principal = reader('m1', [], { role: 'org_owner' });
    const token = await tokenFor(principal, now - 3_600_000);
    const headers = { Authorization: `Bearer ${token}` };
    const response = await served.fetch(endpoints[slice].path, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'token_expired' });
  });

  test.each(names)('%s: a token for other slices does not open it', async (slice) => {
    const headersFor = async (name: string) => ({
      Authorization: `Bearer ${await tokenFor(reader('m1', [], { role: 'org_owner' }), now, {
        slices: [name],
      })}`,
    });
    const { name } = endpoints[slice];
    const path = `${endpoints[slice].path}?${needed(slice)}`;
    const other = await served.fetch(path, { headers: await headersFor('other') });
    const own = await served.fetch(path, { headers: await headersFor(name) });
    expect([other.status, own.status]).toEqual([403, 200]);
  });
});

describe('a parameter that is not as it should be', () => {
  test.each([
    ['time_range=tomorrow', 'time_range'],
    ['time_range=', 'time_range'],
    ['time_range=today&time_range=today', 'time_range'],
    ['range=today', 'range'],
    ['time_range=custom', 'from'],
    ['time_range=custom&from=2026-03-01', 'to'],
    ['time_range=custom&from=2026-03-02&to=2026-03-01', 'from'],
    ['time_range=custom&from=2026-02-29&to=2026-03-01', 'from'],
    ['time_range=custom&from=1969-12-31&to=2026-03-01', 'from'],
    ['time_range=custom&from=2026-03-01&to=2200-01-01', 'to'],
    ['time_range=today&from=2026-03-01', 'from'],
    ['from=2026-03-01&to=2026-03-02', 'from'],
    ['phone_id=', 'phone_id'],
    ['phone_id=a%20b', 'phone_id'],
    ['__proto__=1', '__proto__'],
    ['unanswered_by=message', 'unanswered_by'],
  ])('%s is named', async (query, parameter) => {
    const { status, body } = await served.ask('stats', reader('m1', viewOwn), query);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_query', parameter, status: 400 });
    expect(body.detail).toContain(parameter);
  });

  test('plan-stats takes none', async () => {
    const { status, body } = await served.ask(
      'planStats',
      reader('m1', viewOwn),
      'time_range=today',
    );
    expect(status).toBe(400);
    expect(body.parameter).toBe('time_range');
  });
});

describe('an answer may be kept', () => {
  test('and is asked for again by its tag, which tells readers apart', async () => {
    const owner = reader('m3', [], { role: 'org_owner' });
    const first = await served.ask('stats', owner);
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(first.headers.get('Vary')).toContain('Authorization');
    const again = await served.ask('stats', owner, '', { 'If-None-Match': `"x", ${tag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    const nobody = reader('nobody', viewOwn);
    const none = await served.ask('stats', reader('m3', viewOwn));
    const alsoNone = await served.ask('stats', nobody);
    expect(none.headers.get('ETag')).not.toBe(alsoNone.headers.get('ETag'));
  });
});

describe('around the slices', () => {
  test('unknown addresses are problems too', async () => {
    const response = await served.fetch('/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:inlay:problem:not_found',
      title: problems.not_found.title,
      status: 404,
      code: 'not_found',
      detail: 'there is nothing at this address',
      request_id: response.headers.get('X-Request-Id'),
    });
  });

  test.each([
    ['an answer', slices.stats.path, { role: 'org_owner' as const }, 200],
    ['a refusal', slices.stats.path, {}, 403],
    ['nothing', '/nothing', {}, 404],
    ['a health check', '/livez', {}, 200],
  ])('%s is data, and says so to browsers', async (_, path, rest, status) => {
    const token = await tokenFor(reader('m3', [], rest), now);
    const response = await served.fetch(path, { headers: { Authorization: `Bearer ${token}` } });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=15552000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(response.headers.has('X-Powered-By')).toBe(false);
  });

  test.each(['/livez', '/readyz'])('%s needs no token', async (path) => {
    const response = await served.fetch(path);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('/openapi.json describes every slice and its parameters', async () => {
    const response = await served.fetch('/openapi.json');
    const description = (await response.json()) as {
      openapi: string;
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
    };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual([
      ...names.map((name) => endpoints[name].path),
      '/api/audit/reads',
      '/api/embed-tokens',
      '/api/ingest/{table}',
      '/api/ingest/{table}/delete',
    ]);
    expect(
      description.paths[slices.messagingStats.path]?.get.parameters.map(({ name }) => name),
    ).toEqual([
      'time_range',
      'from',
      'to',
      'phone_id',
      'member_id',
      'team_id',
      'contact_id',
      'compare',
      'unanswered_by',
    ]);
  });

  test('/openapi.json describes rows and keys', async () => {
    const response = await served.fetch('/openapi.json');
    const { components } = (await response.json()) as { components: { schemas: object } };
    expect(components.schemas).toMatchObject({
      'Row.plan_contacts': {
        properties: {
          org_id: { description: 'An id of organizations' },
          plan_id: { description: 'An id of plans' },
          contact_id: { description: 'An id of contacts' },
        },
        required: ['plan_id', 'contact_id'],
        additionalProperties: false,
      },
      'Row.organizations': { required: ['id', 'name', 'timezone'] },
      'Key.calls': { properties: { org_id: {}, id: {} }, required: ['id'] },
    });
  });

  test('a fault inside tells nothing of itself', async () => {
    const broken = await serveWorld(world, now);
    await broken.store.write((tx) => tx.run('DROP TABLE todo_day'));
    const { status, body, text } = await broken.ask('stats', reader('m1', viewOwn));
    await broken.close();
    expect(status).toBe(500);
    expect(body.code).toBe('internal');
    expect(text).not.toMatch(/todo|SELECT|\.ts/);
  });
});
