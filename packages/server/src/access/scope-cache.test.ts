import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionOf } from '../ingest/change-log.js';
import { writeRows } from '../ingest/apply.js';
import { reader } from '../testing/reader.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld } from '../testing/world.js';
import type { Principal } from './principal.js';
import { ScopeCache } from './scope-cache.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const viewOwn = ['Dashboard:Instance:ViewOwn'] as const;

let served: ServedWorld;
let cache: ScopeCache;

beforeAll(async () => {
  cache = new ScopeCache();
  served = await serveWorld(
    {
      ...emptyWorld,
      organizations: ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' })),
      members: ['acme', 'umbra'].map((org_id) => ({ org_id, id: 'm1', name: 'm1' })),
      phones: ['acme', 'umbra'].map((org_id) => ({ org_id, id: 'p1' })),
    },
    now,
  );
});
afterAll(() => served.close());

const scopeOf = (principal: Principal) =>
  served.store.read(async (tx) =>
    cache.scopeOf(tx, principal, await versionOf(tx, principal.orgId)),
  );

test('a scope is resolved again when its organization has changed', async () => {
  const principal = reader('m1', viewOwn);
  const before = await scopeOf(principal);
  expect(await scopeOf(principal)).toBe(before);
  expect(before.scope).toMatchObject({ memberIds: ['m1'], phoneIds: [] });
  await writeRows(served.store, (rows) =>
    rows.putJson('phone_assignments', [{ org_id: 'acme', phone_id: 'p1', member_id: 'm1' }], now),
  );
  const after = await scopeOf(principal);
  expect(after.scope).toMatchObject({ memberIds: ['m1'], phoneIds: ['p1'] });
  expect(after.key).not.toBe(before.key);
});

test('the key is the same for the same scope alone', async () => {
  const keyOf = async (principal: Principal) => (await scopeOf(principal)).key;
  const owner = await keyOf(reader('m1', [], { role: 'org_owner' }));
  expect(await keyOf(reader('m2', ['Dashboard:Instance:ViewOrg']))).toBe(owner);
  const others = await Promise.all([
    keyOf(reader('m1', [], { role: 'org_owner', orgId: 'umbra' })),
    keyOf(reader('m1', viewOwn)),
    keyOf(reader('m1', viewOwn, { orgId: 'umbra' })),
    keyOf(reader('nobody', viewOwn)),
  ]);
  expect(new Set([owner, ...others]).size).toBe(5);
});

test('who is refused is refused again', async () => {
  const principal = reader('m1');
  await expect(scopeOf(principal)).rejects.toThrow('no permission');
  await expect(scopeOf(principal)).rejects.toThrow('no permission');
});
