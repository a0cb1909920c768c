import { endpoints, slices } from '@inlay/sdk/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reader, tokenFor } from '../testing/reader.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const owner = reader('ada', ['Ingest:Write'], { role: 'org_owner' });
const SECRETS = ['Zebedee', 'geheim', 'Bearer', 'eyJ', 'ada', 'custom', '2026-0', 'recording'];

let served: ServedWorld;
beforeEach(async () => {
  served = await serveWorld(
    {
      ...emptyWorld,
      organizations: [{ id: 'acme', name: 'Zebedee', timezone: 'UTC' }],
      members: [{ org_id: 'acme', id: 'ada', name: 'Zebedee' }],
      contacts: [{ org_id: 'acme', id: 'c1', name: 'Zebedee' }],
    },
    now,
  );
});
afterEach(() => served.close());

async function send(method: string, path: string, body?: unknown) {
  const token = await tokenFor(owner, now);
  return served.fetch(path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'X-Request-Id': 'r1',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const line = (rest: object) => ({
  level: 'info',
  message: 'request',
  request_id: 'r1',
  ms: expect.any(Number),
  ...rest,
});

test('an answer is one line: what was asked, of which organization, and what came of it', async () => {
  await send('GET', `${slices.planStats.path}`);
  expect(served.logged).toEqual([
    line({
      method: 'GET',
      route: slices.planStats.path,
      status: 200,
      org: 'acme',
      slice: 'plan-stats',
    }),
  ]);
});

test.each([
  ['GET', '/api/dashboard/stats?geheim=1', undefined, 400, slices.stats.path, 'stats'],
  ['POST', '/api/ingest/contacts', [{ id: 'c2' }], 200, '/api/ingest/:table', undefined],
  ['POST', '/api/ingest/geheim', [], 404, '/api/ingest/:table', undefined],
  ['GET', '/api/geheim', undefined, 404, 'none', undefined],
] as const)('%s %s is logged by its pattern', async (method, path, body, status, route, slice) => {
  await send(method, path, body);
  const expected = line({ method, route, status, org: 'acme', ...(slice && { slice }) });
  expect(served.logged).toEqual([expected]);
});

test('who has no token is of no organization', async () => {
  await served.fetch(slices.stats.path, { headers: { 'X-Request-Id': 'r1' } });
  const { path: route } = slices.stats;
  expect(served.logged).toEqual([line({ method: 'GET', route, status: 401, slice: 'stats' })]);
});

test('health checks are logged when they fail alone', async () => {
  await served.fetch('/livez');
  await served.fetch('/readyz');
  expect(served.logged).toEqual([]);
  await served.store.write((tx) => tx.run('DROP TABLE organizations'));
  await served.fetch('/readyz');
  expect(served.logged).toMatchObject([
    { level: 'error', route: '/readyz', status: 500, error: expect.stringContaining('no such') },
  ]);
});

test('a request id of a client is taken when it is one, and no other', async () => {
  for (const id of ['"}{"geheim', 'x'.repeat(65), 'geheim geheim']) {
    const response = await served.fetch('/nothing', { headers: { 'X-Request-Id': id } });
    expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

/** Requests that carry something secret in every place where one can be, to every route. */
function* everything(): Generator<[string, string, unknown?]> {
  const secretQueries = ['', 'geheim=1', 'phone_id=geheim', 'time_range=custom&from=2026-03-01'];
  for (const { path } of Object.values(endpoints)) {
    for (const query of secretQueries) yield ['GET', `${path}?${query}`];
    yield ['GET', `${path}/geheim`];
    yield ['POST', path, { geheim: 1 }];
  }
  for (const path of ['/api/ingest/contacts', '/api/ingest/contacts/delete', '/api/ingest/x']) {
    for (const body of [
      [{ id: 'c9', name: 'Zebedee' }],
      [{ id: 'Zebedee Zebedee' }],
      [{ id: 'c9', owner_member_id: 'Zebedee' }],
      { geheim: 'geheim' },
      'geheim',
    ]) {
      yield ['POST', path, body];
    }
  }
  for (const path of ['/geheim', '/openapi.json?geheim', '/livez?geheim', '/api/geheim?token=eyJ'])
    yield ['GET', path];
}

test('no line has a token, a query, a body or a name in it, whatever is asked and goes wrong', async () => {
  let requests = 0;
  for (const broken of [undefined, 'DROP TABLE contacts', 'DROP TABLE call_day']) {
    if (broken !== undefined) await served.store.write((tx) => tx.run(broken));
    for (const [method, path, body] of everything()) {
      await send(method, path, body);
      if (!path.startsWith('/livez')) requests++;
    }
  }
  expect(served.logged).toHaveLength(requests);
  expect(new Set(served.logged.map(({ status }) => status))).toEqual(
    new Set([200, 400, 401, 404, 500]),
  );
  for (const event of served.logged) {
    const text = JSON.stringify(event);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  }
});
