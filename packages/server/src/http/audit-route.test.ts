import { slices, type Problem } from '@inlay/sdk/contract';
import { auditReads, type AuditAnswer } from '@inlay/sdk/contract/audit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../access/principal.js';
import { ReadCounts, type CountedReads } from '../audit/read-counts.js';
import { writeReadsInto } from '../audit/reads.js';
import { reader, tokenFor } from '../testing/reader.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';

const now = Date.parse('2026-03-30T10:00:30Z');
const MINUTE = Math.floor(now / 60_000);
const owner = reader('ada', [], { role: 'org_owner' });
const own = reader('ben', ['Dashboard:Instance:ViewOwn']);

let served: ServedWorld;
let counts: ReadCounts;

beforeEach(async () => {
  const world = {
    ...emptyWorld,
    organizations: ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' })),
    members: ['acme', 'umbra'].flatMap((org_id) =>
      ['ada', 'ben', 'gone'].map((id) => ({ org_id, id, name: id, is_active: id !== 'gone' })),
    ),
    calls: [
      {
        org_id: 'acme',
        id: 'k1',
        member_id: 'ben',
        direction: 'inbound',
        status: 'completed',
        started_at: '2026-03-30T09:00:00Z',
      } as const,
    ],
  };
  served = await serveWorld(world, now, { countRead: (read) => counts.count(read) });
  counts = new ReadCounts({ write: writeReadsInto(served.store), clock: () => now });
});

afterEach(async () => {
  await counts.close();
  await served.close();
});

async function asked(query = '', principal: Principal = owner) {
  const headers = { Authorization: `Bearer ${await tokenFor(principal, now)}` };
  const response = await served.fetch(`${auditReads.path}?${query}`, { headers });
  const body = (await response.json()) as AuditAnswer & Problem;
  return { status: response.status, headers: response.headers, body };
}

const put = (...counted: CountedReads[]) => writeReadsInto(served.store)({ counted });
const counted = (rest: Partial<CountedReads> = {}): CountedReads => ({
  orgId: 'acme',
  memberId: 'ben',
  slice: 'stats',
  scope: 's1',
  timeRange: 'today',
  minute: MINUTE,
  reads: 1,
  rows: 2,
  lastMs: now,
  ...rest,
});

describe('what is in the trail', () => {
  test('is every answer, with a body, from memory or 304, with the rows sent, and nothing refused', async () => {
    const { headers } = await served.ask('stats', own);
    await served.ask('stats', own);
    await served.ask('stats', own, '', { 'If-None-Match': headers.get('ETag') ?? '' });
    await served.ask('stats', own, 'time_range=custom&from=2026-03-01&to=2026-03-02');
    await served.ask('planStats', own);
    await served.ask('records', own, 'of=calls&time_range=today');
    await served.ask('stats', owner);
    await served.ask('stats', own, 'time_range=never');
    await served.ask('stats', reader('ben'));
    await served.ask('stats', reader('gone', [], { role: 'org_owner' }));
    await served.ask('stats', { ...own, orgId: 'umbra' });
    await counts.close();
    const { body } = await asked();
    const entry = (
      member_id: string,
      slice: string,
      time_range: string | null,
      [reads, rows]: readonly [number, number],
    ) => ({
      minute: '2026-03-30T10:00:00.000Z',
      member_id,
      slice,
      scope: expect.stringMatching(/^[\w+/]{16}$/),
      time_range,
      reads,
      rows,
      last_at: '2026-03-30T10:00:30.000Z',
    });
    expect(body).toEqual({
      entries: [
        entry('ben', 'stats', 'last_30_days', [3, 2]),
        entry('ben', 'stats', '2026-03-01..2026-03-02', [1, 0]),
        entry('ben', 'records', 'today', [1, 1]),
        entry('ben', 'plan-stats', null, [1, 0]),
        entry('ada', 'stats', 'last_30_days', [1, 1]),
      ],
      next_cursor: null,
    });
    const scopes = body.entries.map(({ scope }) => scope);
    expect(new Set(scopes.slice(0, 4)).size).toBe(1);
    expect(scopes[4]).not.toBe(scopes[0]);
  });

  test('adds up, whatever was asked how often by whom', async () => {
    const asking = [own, owner, reader('ada', ['Dashboard:Instance:ViewOrg'])];
    const names = Object.keys(slices) as (keyof typeof slices)[];
    for (let n = 0; n < 300; n++) {
      const principal = asking[n % 3] ?? own;
      await served.ask(names[n % names.length] ?? 'stats', principal);
    }
    await counts.close();
    const { body } = await asked('limit=1000');
    expect(body.entries.reduce((sum, { reads }) => sum + reads, 0)).toBe(300);
  });

  test('grows with what is counted later, and forgets what is old', async () => {
    await put(counted(), counted({ minute: MINUTE - 10 }), counted({ orgId: 'umbra', minute: 5 }));
    const write = writeReadsInto(served.store);
    await write({
      counted: [counted({ reads: 4, rows: 5, lastMs: now + 1 })],
      keptFrom: MINUTE - 9,
    });
    const rows = await served.store.read((tx) =>
      tx.all('SELECT org_id, minute, reads, rows, last_ms FROM reads'),
    );
    expect(rows).toEqual([{ org_id: 'acme', minute: MINUTE, reads: 5, rows: 7, last_ms: now + 1 }]);
  });

  test('does not make answers new', async () => {
    const before = await served.ask('stats', own);
    await counts.close();
    const after = await served.ask('stats', own);
    expect(after.text).toBe(before.text);
    const versions = await served.store.read((tx) => tx.all('SELECT seq FROM changes LIMIT 9'));
    expect(new Set(versions.map((row) => JSON.stringify(row))).size).toBe(1);
  });
});

describe('who reads it', () => {
  test.each<[string, Principal, number]>([
    ['an owner', owner, 200],
    ['a super admin', reader('root', [], { role: 'super_admin' }), 200],
    ['who may see the organization', reader('ada', ['Dashboard:Instance:ViewOrg']), 403],
    ['who leads a team', reader('ada', ['Dashboard:Instance:ViewTeam']), 403],
    ['who sees their own', own, 403],
    ['who writes', reader('ada', ['Ingest:Write']), 403],
    ['an owner who is not active', reader('gone', [], { role: 'org_owner' }), 403],
    ['an owner of nothing', reader('ada', [], { role: 'org_owner', orgId: 'none' }), 403],
    ['an owner with a token for slices', { ...owner, slices: ['stats'] }, 403],
  ])('%s', async (_, principal, status) => {
    expect((await asked('', principal)).status).toBe(status);
  });

  test('sees their own organization alone, and what nobody keeps', async () => {
    await put(counted(), counted({ orgId: 'umbra', memberId: 'theirs' }));
    const { body, headers } = await asked();
    expect(body.entries.map(({ member_id }) => member_id)).toEqual(['ben']);
    expect(headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('a page', () => {
  const many = Array.from({ length: 57 }, (_, n) =>
    counted({
      minute: MINUTE - Math.floor(n / 9),
      memberId: `m${n % 3}`,
      timeRange: ['', 'today', '2026-03-01..2026-03-02'][Math.floor(n / 3) % 3] ?? '',
    }),
  );

  async function allPages(limit: number, rest = '') {
    const entries = [];
    for (let cursor = ''; ;) {
      const { body } = await asked(`limit=${limit}${rest}${cursor}`);
      entries.push(...body.entries);
      if (body.next_cursor === null) return entries;
      expect(body.entries).toHaveLength(limit);
      cursor = `&cursor=${body.next_cursor}`;
    }
  }

  test.each([1, 7, 19, 56, 57, 58])('of %i leads to the next, newest first', async (limit) => {
    await put(...many);
    const whole = (await asked('limit=1000')).body;
    expect(whole.entries).toHaveLength(57);
    expect(whole.entries.map(({ minute }) => minute)).toEqual(
      whole.entries.map(({ minute }) => minute).toSorted((a, b) => (a < b ? 1 : -1)),
    );
    expect(await allPages(limit)).toEqual(whole.entries);
  });

  test('may be of one member', async () => {
    await put(...many);
    const entries = await allPages(4, '&member_id=m1');
    expect(entries).toHaveLength(19);
    expect(new Set(entries.map(({ member_id }) => member_id))).toEqual(new Set(['m1']));
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['cursor=abc', 'cursor'],
    ['cursor=', 'cursor'],
    ['member_id=a&member_id=b', 'member_id'],
    ['member_id=', 'member_id'],
    ['org_id=umbra', 'org_id'],
  ])('of %s is none', async (query, parameter) => {
    const { status, body } = await asked(query);
    expect([status, body.code, body.parameter]).toEqual([400, 'invalid_query', parameter]);
  });
});
