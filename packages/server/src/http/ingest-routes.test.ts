import { ingest, type Deleted, type Ingested, type Problem } from '@inlay/sdk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../access/principal.js';
import { versionOf } from '../ingest/change-log.js';
import { tableNames } from '../ingest/tables.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { reader, tokenFor } from '../testing/reader.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld, type World } from '../testing/world.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const AT = '2026-03-30T08:00:00Z';
const writer = reader('job', ['Ingest:Write']);

const world: World = {
  ...emptyWorld,
  organizations: ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' })),
  members: ['acme', 'umbra'].flatMap((org_id) =>
    ['m1', 'm2'].map((id) => ({ org_id, id, name: id, is_active: id === 'm1' })),
  ),
  phones: ['acme', 'umbra'].map((org_id) => ({ org_id, id: 'p1' })),
  contacts: [{ org_id: 'umbra', id: 'c9', name: 'Theirs' }],
  phone_assignments: [{ org_id: 'acme', phone_id: 'p1', member_id: 'm1' }],
};

const contact = (id: string, rest: object = {}) => ({ id, ...rest });
const call = (id: string, rest: object = {}) => ({
  id,
  direction: 'inbound',
  status: 'completed',
  started_at: AT,
  ...rest,
});

let served: ServedWorld;
beforeEach(async () => {
  served = await serveWorld(world, now);
});
afterEach(() => served.close());

interface Sent {
  readonly principal?: Principal;
  readonly claims?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

async function send(
  path: string,
  body: BodyInit,
  { principal = writer, claims, headers }: Sent = {},
) {
  const token = await tokenFor(principal, now, claims);
  const response = await served.fetch(`/api/ingest/${path}`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...headers,
    },
  } as RequestInit);
  const answer = (await response.json()) as Ingested & Deleted & Problem;
  return { status: response.status, headers: response.headers, body: answer };
}

const put = (table: string, rows: unknown, sent?: Sent) => send(table, JSON.stringify(rows), sent);
const remove = (table: string, keys: unknown, sent?: Sent) =>
  send(`${table}/delete`, JSON.stringify(keys), sent);

test.each([3, 999, 1000, 1200, 1499])(
  'of 1,500 events the one that is wrong is named: row %i',
  async (wrong) => {
    const rows = Array.from({ length: 1500 }, (_, n) =>
      call(`k${n}`, { phone_id: n === wrong ? 'p9' : 'p1' }),
    );
    const { status, body } = await put('calls', rows);
    expect([status, body.parameter]).toEqual([400, `[${wrong}].phone_id`]);
  },
);

const select = (sql: string) => served.store.read((tx) => tx.all(sql));
const contacts = () =>
  select('SELECT org_id, id, name, owner_member_id FROM contacts ORDER BY org_id, id');
const version = () => served.store.read((tx) => versionOf(tx, 'acme'));

const problem = (
  status: number,
  code: string,
  title: string,
  detail: string,
  rest: object = {},
) => ({
  type: `urn:inlay:problem:${code}`,
  title,
  status,
  code,
  detail,
  ...rest,
  request_id: expect.any(String),
});
const invalid = (detail: string, parameter: string) =>
  problem(400, 'invalid_query', 'A parameter or a row is not as it should be', detail, {
    parameter,
  });
const forbidden = (detail: string) => problem(403, 'forbidden', 'This is not allowed', detail);
const unsupported = (detail: string) =>
  problem(415, 'unsupported_media_type', 'The body must be JSON', detail);

const theirs = { org_id: 'umbra', id: 'c9', name: 'Theirs', owner_member_id: null };

describe('rows', () => {
  test('are stored in the organization of the token, which they need not name', async () => {
    const rows = [contact('c1', { name: 'Cy' }), contact('c2', { org_id: 'acme', name: 'Di' })];
    const { status, body, headers } = await put('contacts', rows);
    expect([status, body]).toEqual([200, { rows: 2 }]);
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(await contacts()).toEqual([
      { org_id: 'acme', id: 'c1', name: 'Cy', owner_member_id: null },
      { org_id: 'acme', id: 'c2', name: 'Di', owner_member_id: null },
      theirs,
    ]);
  });

  test('replace the whole row of their key; the last of one key stands', async () => {
    await put('contacts', [contact('c1', { name: 'Cy', owner_member_id: 'm1' })]);
    const again = [contact('c1', { name: 'Cyd' }), contact('c1', { owner_member_id: 'm2' })];
    expect((await put('contacts', again)).body).toEqual({ rows: 2 });
    expect(await contacts()).toEqual([
      { org_id: 'acme', id: 'c1', name: null, owner_member_id: 'm2' },
      theirs,
    ]);
  });

  test('may be sent again, which changes nothing', async () => {
    const rows = [call('k1', { phone_id: 'p1' }), call('k2', { duration_secs: 5 })];
    await put('calls', rows);
    const [before, seq] = [await select('SELECT * FROM calls'), await version()];
    expect((await put('calls', rows)).body).toEqual({ rows: 2 });
    expect(await select('SELECT * FROM calls')).toEqual(before);
    expect(await version()).toBe(seq);
  });

  test('of an empty array are none', async () => {
    const { status, body } = await put('calls', []);
    expect([status, body]).toEqual([200, { rows: 0 }]);
  });

  test.each([...tableNames])('of %s are checked by the columns of that table', async (table) => {
    const { status, body } = await put(table, [{ shoe_size: 43 }]);
    expect(status).toBe(400);
    expect(body.parameter).toBe('[0].shoe_size');
    expect(body.detail).toMatch(
      new RegExp(`^row 0: shoe_size: unknown column; ${table} has (id|org_id), `),
    );
  });

  test.each<[string, string, unknown, string, string]>([
    [
      'an enum',
      'calls',
      [call('k1'), call('k2', { status: 'done' }), call('k3', { status: 'gone' })],
      'row 1: status: "done" is not one of queued, ringing, in_progress, completed, busy, ' +
        'no_answer, failed, canceled, voicemail',
      '[1].status',
    ],
    [
      'an instant',
      'calls',
      [call('k1', { started_at: '2026-03-30T08:00:00' })],
      'row 0: started_at: "2026-03-30T08:00:00" is not an RFC 3339 instant with an offset, ' +
        'such as 2026-03-02T09:30:00Z',
      '[0].started_at',
    ],
    [
      'the future',
      'calls',
      [call('k1', { started_at: '2026-03-31T10:00:00.001Z' })],
      'row 0: started_at: "2026-03-31T10:00:00.001Z" is more than 24 hours ahead of now, ' +
        '2026-03-30T10:00:00.000Z',
      '[0].started_at',
    ],
    ['a missing value', 'contacts', [{ name: 'Cy' }], 'row 0: id: a value is required', '[0].id'],
    [
      'a reference',
      'calls',
      [call('k1'), call('k2', { phone_id: 'p9' })],
      'row 1: phone_id: there is no "p9" in phones of organization "acme"',
      '[1].phone_id',
    ],
    [
      "a reference to another organization's row",
      'calls',
      [call('k1', { contact_id: 'c9' })],
      'row 0: contact_id: there is no "c9" in contacts of organization "acme"',
      '[0].contact_id',
    ],
    [
      'an id',
      'contacts',
      [contact('a b')],
      'row 0: id: "a b" is not an id: 1–64 printable ASCII characters without space',
      '[0].id',
    ],
    ['a row', 'contacts', [contact('c1'), 7], 'row 1: 7 is not a JSON object', '[1]'],
    [
      'a row of a thousand levels',
      'contacts',
      [JSON.parse('['.repeat(1000) + ']'.repeat(1000))],
      `row 0: ${'['.repeat(79)}… is not a JSON object`,
      '[0]',
    ],
    [
      'a column of the prototype',
      'contacts',
      [JSON.parse('{"id":"c1","__proto__":{"name":"x"}}')],
      'row 0: __proto__: unknown column; contacts has id, org_id, name, owner_member_id, created_at',
      '[0].__proto__',
    ],
    [
      'an organization that is no id',
      'contacts',
      [contact('c1', { org_id: 7 })],
      'row 0: org_id: 7 is not an id: 1–64 printable ASCII characters without space',
      '[0].org_id',
    ],
    [
      'something else than an array',
      'contacts',
      { id: 'c1' },
      'the body is not a JSON array',
      'body',
    ],
    ['null', 'contacts', null, 'the body is not a JSON array', 'body'],
  ])('with %s that is not as it should be: 400, and none is stored', async (_, ...rest) => {
    const [table, rows, detail, parameter] = rest;
    const seq = await version();
    const { status, body, headers } = await put(table, rows);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect([status, body]).toEqual([400, invalid(detail, parameter)]);
    expect(await select('SELECT id FROM calls')).toEqual([]);
    expect(await contacts()).toEqual([theirs]);
    expect(await version()).toBe(seq);
  });

  test('name the row of the request, however many are written at once', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => contact(`c${n}`));
    rows[2400] = contact('bad', { owner_member_id: 'm9' });
    const { body } = await put('contacts', rows);
    expect(body.parameter).toBe('[2400].owner_member_id');
    expect(await contacts()).toEqual([theirs]);
  });

  test('thousands of levels deep are no fault of the server', async () => {
    const deep = `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`;
    const { status, body } = await send('contacts', deep);
    expect([status, body]).toEqual([400, invalid('row 0: […] is not a JSON object', '[0]')]);
  });
});

describe('keys', () => {
  test('take their rows away; a key without a row is no error', async () => {
    await put('contacts', [contact('c1'), contact('c2'), contact('c3')]);
    const { status, body } = await remove('contacts', [
      { id: 'c1' },
      { id: 'c9' },
      { id: 'c3', org_id: 'acme' },
      { id: 'c1' },
    ]);
    expect([status, body]).toEqual([200, { deleted: 2 }]);
    expect((await contacts()).map((row) => (row as { id: string }).id)).toEqual(['c2', 'c9']);
  });

  test('of a link table are its key columns', async () => {
    const { status, body } = await remove('phone_assignments', [
      { phone_id: 'p1', member_id: 'm1' },
    ]);
    expect([status, body]).toEqual([200, { deleted: 1 }]);
    expect(await select('SELECT * FROM phone_assignments')).toEqual([]);
  });

  test('of rows that others refer to: 409, and none is taken away', async () => {
    await put('contacts', [contact('c1')]);
    await put('members', [{ id: 'm3', name: 'Free' }]);
    const { status, body } = await remove('members', [{ id: 'm3' }, { id: 'm1' }]);
    expect([status, body]).toEqual([
      409,
      problem(
        409,
        'in_use',
        'Other rows refer to it',
        '"m1" of organization "acme" is still used by "p1", "m1" in phone_assignments (member_id)',
      ),
    ]);
    expect(await select("SELECT id FROM members WHERE org_id = 'acme'")).toHaveLength(3);
  });

  test.each<[string, unknown, string, string]>([
    ['contacts', [{ id: 'c1' }, {}], 'row 1: id: a value is required', '[1].id'],
    [
      'contacts',
      [{ id: 'c1', name: 'Cy' }],
      'row 0: name: unknown column; a key of contacts has org_id, id',
      '[0].name',
    ],
    [
      'phone_assignments',
      [{ phone_id: 'p1' }],
      'row 0: member_id: a value is required',
      '[0].member_id',
    ],
    [
      'team_members',
      [{ team_id: 't1', member_id: 'm1', is_manager: true }],
      'row 0: is_manager: unknown column; a key of team_members has org_id, team_id, member_id',
      '[0].is_manager',
    ],
    ['contacts', ['c1'], 'row 0: "c1" is not a JSON object', '[0]'],
    [
      'contacts',
      [{ id: 7 }],
      'row 0: id: 7 is not an id: 1–64 printable ASCII characters without space',
      '[0].id',
    ],
    ['contacts', { id: 'c1' }, 'the body is not a JSON array', 'body'],
  ])('of %s that are not as they should be: 400', async (table, keys, detail, parameter) => {
    const { status, body } = await remove(table, keys);
    expect([status, body]).toEqual([400, invalid(detail, parameter)]);
  });
});

describe('who may write', () => {
  const ways = [
    ['rows', () => put],
    ['keys', () => remove],
  ] as const;

  test.each(ways)('%s: 403 without the permission, whatever else the token has', async (_, way) => {
    for (const principal of [
      reader('m1', ['Dashboard:Instance:ViewOrg']),
      reader('m1', [], { role: 'org_owner' }),
      reader('m1', [], { role: 'super_admin' }),
    ]) {
      const { status, body } = await way()('contacts', [], { principal });
      expect([status, body]).toEqual([403, forbidden('the token has no permission Ingest:Write')]);
    }
  });

  test.each(ways)('%s: a token for some slices opens nothing here', async (_, way) => {
    for (const slices of [[], ['stats'], ['ingest']]) {
      const { status, body } = await way()('contacts', [], { claims: { slices } });
      expect([status, body]).toEqual([
        403,
        forbidden('the token does not open this address: it is for some slices alone'),
      ]);
    }
  });

  test.each(ways)('%s: outsiders and the inactive may not', async (_, way) => {
    const unknown = reader('m1', ['Ingest:Write'], { orgId: 'nowhere' });
    const inactive = reader('m2', ['Ingest:Write']);
    const refused = [
      await way()(
        'contacts',
        [contact('c1')].map(({ id }) => ({ id })),
        { principal: unknown },
      ),
      await way()('contacts', [], { principal: unknown }),
      await way()('organizations', [], { principal: unknown }),
      await way()('contacts', [{ id: 'c1' }], { principal: inactive }),
    ];
    expect(refused.map(({ status, body }) => [status, body.detail])).toEqual([
      [403, 'the organization is not known here'],
      [403, 'the organization is not known here'],
      [403, 'the organization is not known here'],
      [403, 'the member is not active'],
    ]);
    expect(await contacts()).toEqual([theirs]);
  });

  test.each(ways)(
    "%s: another organization's are refused, whether there or not",
    async (_, way) => {
      for (const [org_id, id] of [
        ['umbra', 'c9'],
        ['umbra', 'c10'],
        ['nowhere', 'c9'],
      ]) {
        const { status, body } = await way()('contacts', [{ id: 'c1' }, { id, org_id }]);
        expect([status, body]).toEqual([
          403,
          forbidden('row 1: the token writes organization "acme" alone'),
        ]);
      }
      expect(await contacts()).toEqual([theirs]);
    },
  );

  test('an organization takes its own row alone, and may write itself into being', async () => {
    const row = (id: string) => ({ id, name: 'New', timezone: 'Asia/Kathmandu' });
    expect((await put('organizations', [row('acme')])).status).toBe(200);
    expect((await put('organizations', [row('umbra')])).status).toBe(403);
    expect((await put('organizations', [row('acme'), row('new')])).status).toBe(403);
    const principal = reader('job', ['Ingest:Write'], { orgId: 'new' });
    expect((await put('organizations', [row('new')], { principal })).body).toEqual({ rows: 1 });
    expect((await put('contacts', [contact('c1')], { principal })).status).toBe(200);
    expect(await select('SELECT id, name FROM organizations ORDER BY id')).toEqual([
      { id: 'acme', name: 'New' },
      { id: 'new', name: 'New' },
      { id: 'umbra', name: 'umbra' },
    ]);
    expect((await remove('organizations', [{ id: 'umbra' }])).status).toBe(403);
    expect((await remove('organizations', [{ id: 'new' }], { principal })).body.code).toBe(
      'in_use',
    );
    await remove('contacts', [{ id: 'c1' }], { principal });
    expect((await remove('organizations', [{ id: 'new' }], { principal })).body).toEqual({
      deleted: 1,
    });
  });

  test.each(['contact', 'sqlite_schema', 'organization_versions', '__proto__', 'Calls'])(
    'there is no table %s',
    async (name) => {
      const detail = `there is no table "${name}"; there are ${tableNames.join(', ')}`;
      for (const { status, body } of [await put(name, []), await remove(name, [])]) {
        expect([status, body]).toEqual([
          404,
          problem(404, 'not_found', 'There is no such thing', detail),
        ]);
      }
    },
  );

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is no way to write', async (method) => {
    const headers = { Authorization: `Bearer ${await tokenFor(writer, now)}` };
    const response = await served.fetch('/api/ingest/contacts', { method, headers });
    expect(response.status).toBe(404);
  });

  test('401 without a token', async () => {
    const response = await served.fetch('/api/ingest/contacts', { method: 'POST', body: '[]' });
    expect(response.status).toBe(401);
  });
});

describe('a body', () => {
  const row = JSON.stringify([contact('c1')]);

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;x=y'])(
    'of %s is taken',
    async (type) => {
      expect((await send('contacts', row, { headers: { 'Content-Type': type } })).status).toBe(200);
    },
  );

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'text/csv',
    '',
  ])('of %j is not', async (type) => {
    const { status, body } = await send('contacts', row, { headers: { 'Content-Type': type } });
    expect([status, body]).toEqual([
      415,
      unsupported(`Content-Type is ${JSON.stringify(type)}; send application/json`),
    ]);
  });

  test('that says nothing of itself, or is compressed, is not taken', async () => {
    const token = await tokenFor(writer, now);
    const response = await served.fetch('/api/ingest/contacts', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: new TextEncoder().encode(row),
    });
    expect([response.status, await response.json()]).toEqual([
      415,
      unsupported('Content-Type is missing; send application/json'),
    ]);
    const zipped = await send('contacts', row, { headers: { 'Content-Encoding': 'gzip' } });
    expect(zipped.body).toEqual(unsupported('Content-Encoding is not taken here'));
  });

  test.each([
    '',
    '[',
    '[{"id":"c1"},]',
    '[{"id":"c1"}]]',
    "[{'id':'c1'}]",
    'id,name\nc1,Cy\n',
    '[NaN]',
  ])('%j is not JSON', async (text) => {
    const { status, body } = await send('contacts', text);
    expect([status, body]).toEqual([415, unsupported('the body is not JSON')]);
  });

  test('that is not UTF-8 is not taken', async () => {
    const bytes = Buffer.from('[{"id":"c1","name":"Größe"}]', 'latin1');
    const { status, body } = await send('contacts', bytes);
    expect([status, body]).toEqual([415, unsupported('the body is not UTF-8')]);
  });

  test('has at most 5,000 rows', async () => {
    const rows = Array.from({ length: ingest.maxRows }, (_, n) => contact(`c${n}`));
    expect((await put('contacts', rows)).body).toEqual({ rows: 5000 });
    const keys = [...rows, contact('c5000')];
    for (const { status, body } of [await put('contacts', keys), await remove('contacts', keys)]) {
      expect([status, body]).toEqual([
        413,
        problem(
          413,
          'too_large',
          'The body is too large',
          'the body has 5001 rows; a request takes at most 5000',
        ),
      ]);
    }
    expect((await remove('contacts', rows)).body).toEqual({ deleted: 5000 });
    expect(await contacts()).toEqual([theirs]);
  });

  const tooLarge = problem(
    413,
    'too_large',
    'The body is too large',
    `a body has at most ${10 * 1024 * 1024} bytes`,
  );

  test('has at most 10 MiB', async () => {
    const padded = (bytes: number) => `[${' '.repeat(bytes - 2)}]`;
    expect((await send('contacts', padded(ingest.maxBodyBytes))).body).toEqual({ rows: 0 });
    const { status, body } = await send('contacts', padded(ingest.maxBodyBytes + 1));
    expect([status, body]).toEqual([413, tooLarge]);
    const headers = { 'Content-Length': String(ingest.maxBodyBytes + 1) };
    expect((await send('contacts', '[]', { headers })).body).toEqual(tooLarge);
  });

  test('that does not end is given up after 10 MiB', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const { status, body } = await send('contacts', endless);
    expect([status, body]).toEqual([413, tooLarge]);
    expect(pulled).toBeLessThan(ingest.maxBodyBytes + 1_000_000);
  });

  test('that breaks off is the fault of the sender', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('[{"id":'));
        controller.error(new Error('connection lost'));
      },
    });
    const { status, body } = await send('contacts', broken);
    expect([status, body]).toEqual([400, invalid('the body broke off', 'body')]);
  });
});

describe('requests at the same time', () => {
  test('are written together, each all or nothing by itself', async () => {
    const seq = await version();
    const batches = Array.from({ length: 50 }, (_, n) => [
      contact(`c${n}`),
      contact(`d${n}`, n === 7 ? { owner_member_id: 'm9' } : {}),
    ]);
    const answers = await Promise.all([
      ...batches.map((rows) => put('contacts', rows)),
      remove('members', [{ id: 'm1' }]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      ...batches.map((_, n) => (n === 7 ? 400 : 200)),
      409,
    ]);
    const ids = (await contacts()).map((row) => (row as { id: string }).id);
    const kept = batches.flatMap((rows, n) => (n === 7 ? [] : rows.map(({ id }) => id)));
    expect(ids).toEqual([...kept.sort(), 'c9']);
    expect(await version()).toBeLessThan(seq + 25);
  });
});

describe('a database that cannot be written', () => {
  test('because another process writes: 503, and later it can', async () => {
    const other = await openSqlite(served.file);
    await other.write(async () => {
      const { status, headers, body } = await put('contacts', [contact('c1')]);
      expect([status, headers.get('Retry-After'), body]).toEqual([
        503,
        '1',
        problem(
          503,
          'unavailable',
          'Not available right now',
          'another process is writing to the database',
        ),
      ]);
    });
    await other.close();
    expect((await put('contacts', [contact('c1')])).status).toBe(200);
  });

  test('because the disk is full: 507, and nothing is kept', async () => {
    await served.store.write(async (tx) => {
      const size = await tx.first<{ page_count: number }>('PRAGMA page_count');
      await tx.first(`PRAGMA max_page_count = ${(size?.page_count ?? 0) + 4}`);
    });
    const rows = Array.from({ length: 1000 }, (_, n) =>
      contact(`c${n}`, { name: 'x'.repeat(100) }),
    );
    const { status, body } = await put('contacts', rows);
    expect([status, body]).toEqual([
      507,
      problem(507, 'storage_full', 'There is no room left', 'the disk has no room for the write'),
    ]);
    expect(await contacts()).toEqual([theirs]);
    expect((await put('contacts', [contact('c1')])).status).toBe(200);
  });

  test('because of a fault inside: 500, which tells nothing of it', async () => {
    await served.store.write((tx) => tx.run('DROP TABLE contacts'));
    const { status, body } = await put('contacts', [contact('c1')]);
    expect([status, body]).toEqual([
      500,
      {
        type: 'urn:inlay:problem:internal',
        title: 'Something went wrong here',
        status: 500,
        code: 'internal',
        request_id: expect.any(String),
      },
    ]);
    expect(served.logged).toEqual([
      expect.objectContaining({ level: 'error', error: expect.stringContaining('no such table') }),
    ]);
  });
});
