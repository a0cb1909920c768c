import { endpoints, type EmbedToken, type EmbedTokenRequest } from '@inlay/sdk/contract';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setRev } from '../access/revocations.js';
import { reader, SERVER_KEY, tokenFor } from '../testing/reader.js';
import { serveWorld, type ServedWorld } from '../testing/served-world.js';
import { emptyWorld, type World } from '../testing/world.js';

const now = Date.parse('2026-03-30T10:00:00.900Z');
const secs = Math.floor(now / 1000);
const VIEW_TEAM = 'Dashboard:Instance:ViewTeam';
const VIEW_OWN = 'Dashboard:Instance:ViewOwn';

const call = (id: string, phone_id: string) => ({
  org_id: 'acme',
  id,
  phone_id,
  direction: 'inbound' as const,
  status: 'completed' as const,
  started_at: '2026-03-30T08:00:00Z',
});

/** `m1` manages t1 with `m2`; `m3` is inactive; `u1` is of another organization. */
const world: World = {
  ...emptyWorld,
  organizations: ['acme', 'umbra'].map((id) => ({ id, name: id, timezone: 'UTC' })),
  teams: [{ org_id: 'acme', id: 't1', name: 'Sales' }],
  members: [
    ...['m1', 'm2', 'm3'].map((id) => ({ org_id: 'acme', id, name: id, is_active: id !== 'm3' })),
    { org_id: 'umbra', id: 'u1', name: 'u1' },
  ],
  team_members: ['m1', 'm2'].map((member_id) => ({
    org_id: 'acme',
    team_id: 't1',
    member_id,
    is_manager: member_id === 'm1',
  })),
  phones: ['p1', 'p2', 'p3'].map((id) => ({ org_id: 'acme', id })),
  phone_assignments: [
    { org_id: 'acme', phone_id: 'p1', member_id: 'm1' },
    { org_id: 'acme', phone_id: 'p2', member_id: 'm2' },
  ],
  calls: [call('k1', 'p1'), call('k2', 'p2'), call('k3', 'p3')],
};

let served: ServedWorld;
beforeAll(async () => {
  served = await serveWorld(world, now);
});
afterAll(() => served.close());

const post = (
  body: unknown,
  { authorization = `Bearer ${SERVER_KEY}`, type = 'application/json', on = served } = {},
) =>
  on.fetch('/api/embed-tokens', {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const minted = async (request: EmbedTokenRequest): Promise<EmbedToken> => {
  const response = await post(request);
  expect(response.status).toBe(200);
  return (await response.json()) as EmbedToken;
};

const seenWith = async (token: string, path: string = endpoints.stats.path) => {
  const response = await served.fetch(path, { headers: { Authorization: `Bearer ${token}` } });
  const { total_calls } = (await response.json()) as { total_calls?: number };
  return [response.status, total_calls];
};

describe('who shows the server key gets a token', () => {
  test('that says what a token must, for a quarter of an hour', async () => {
    const response = await post({ org: 'acme', member: 'm2' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const { token, expires_at, jti } = (await response.json()) as EmbedToken;
    expect(expires_at).toBe('2026-03-30T10:15:00.000Z');
    expect(decodeJwt(token)).toEqual({
      iss: 'inlay',
      aud: 'inlay',
      sub: 'm2',
      org: 'acme',
      permissions: [VIEW_OWN],
      jti,
      iat: secs,
      exp: secs + 900,
    });
  });

  test.each([
    ['a member', 'm2', [VIEW_OWN], 1],
    ['who manages a team', 'm1', [VIEW_TEAM, VIEW_OWN], 2],
  ])('of %s, with what they may do', async (_, member, permissions, calls) => {
    const { token } = await minted({ org: 'acme', member });
    expect(decodeJwt(token)['permissions']).toEqual(permissions);
    expect(await seenWith(token)).toEqual([200, calls]);
  });

  test('that is narrower, and as short, as it was asked to be', async () => {
    const { token } = await minted({
      org: 'acme',
      member: 'm1',
      ttl: 1,
      permissions: [VIEW_OWN],
      slices: ['stats', 'stats', 'records'],
    });
    const { iat = 0, exp = 0, permissions, slices } = decodeJwt(token);
    expect([exp - iat, permissions, slices]).toEqual([1, [VIEW_OWN], ['stats', 'records']]);
    expect(await seenWith(token)).toEqual([200, 1]);
    expect(await seenWith(token, endpoints.planStats.path)).toEqual([403, undefined]);
  });

  test('that is good although tokens of the organization were taken back before', async () => {
    const other = await serveWorld(world, now);
    await other.store.write((tx) => setRev(tx, 'acme', 3));
    const response = await post({ org: 'acme', member: 'm2' }, { on: other });
    const { token } = (await response.json()) as EmbedToken;
    const headers = { Authorization: `Bearer ${token}` };
    const { status } = await other.fetch(endpoints.stats.path, { headers });
    await other.close();
    expect([decodeJwt(token)['rev'], status]).toEqual([3, 200]);
  });
});

describe('no token is made', () => {
  const asked = { org: 'acme', member: 'm2' };

  test.each([
    ['', 401, 'unauthenticated'],
    [SERVER_KEY, 401, 'unauthenticated'],
    ['Bearer', 401, 'unauthenticated'],
    [`Basic ${SERVER_KEY}`, 401, 'unauthenticated'],
    [`Bearer ${SERVER_KEY.slice(0, -1)}`, 401, 'unauthenticated'],
    [`Bearer ${SERVER_KEY.toUpperCase()}`, 401, 'unauthenticated'],
    [`Bearer ${SERVER_KEY}x`, 401, 'unauthenticated'],
  ])('for the header %j', async (authorization, status, code) => {
    const response = await post(asked, { authorization });
    const body = await response.json();
    expect(response.status).toBe(status);
    expect(body).toMatchObject({ code, detail: 'send the server key as Authorization: Bearer …' });
  });

  test('for a token of a reader, whatever it allows', async () => {
    const owner = reader('m1', [], { role: 'super_admin' });
    const authorization = `Bearer ${await tokenFor(owner, now)}`;
    expect((await post(asked, { authorization })).status).toBe(401);
  });

  test.each<[unknown, number, string, string?]>([
    [{ ...asked, member: 'nobody' }, 404, 'not_found'],
    [{ ...asked, member: 'u1' }, 404, 'not_found'],
    [{ ...asked, org: 'nowhere' }, 404, 'not_found'],
    [{ ...asked, member: 'm3' }, 403, 'forbidden'],
    [{ ...asked, permissions: ['Dashboard:Instance:ViewTeam'] }, 403, 'forbidden'],
    [{ ...asked, member: 'm1', permissions: ['Dashboard:Instance:ViewOrg'] }, 403, 'forbidden'],
    [{ ...asked, member: 'm1', permissions: [VIEW_OWN, 'Ingest:Write'] }, 403, 'forbidden'],
    [{ ...asked, role: 'org_owner' }, 400, 'invalid_query', 'role'],
    [{ member: 'm2' }, 400, 'invalid_query', 'org'],
    [{ org: 'acme' }, 400, 'invalid_query', 'member'],
    [{ ...asked, member: 'm 2' }, 400, 'invalid_query', 'member'],
    [{ ...asked, member: ['m2'] }, 400, 'invalid_query', 'member'],
    [{ ...asked, ttl: 3601 }, 400, 'invalid_query', 'ttl'],
    [{ ...asked, ttl: 0 }, 400, 'invalid_query', 'ttl'],
    [{ ...asked, ttl: 1.5 }, 400, 'invalid_query', 'ttl'],
    [{ ...asked, ttl: '60' }, 400, 'invalid_query', 'ttl'],
    [{ ...asked, permissions: ['ViewOwn'] }, 400, 'invalid_query', 'permissions'],
    [{ ...asked, permissions: VIEW_OWN }, 400, 'invalid_query', 'permissions'],
    [{ ...asked, permissions: [] }, 400, 'invalid_query', 'permissions'],
    [{ ...asked, slices: ['stats', 'state'] }, 400, 'invalid_query', 'slices'],
    [{ ...asked, slices: [] }, 400, 'invalid_query', 'slices'],
    [[asked], 400, 'invalid_query', 'body'],
    ['{"org":', 400, 'invalid_query', 'body'],
  ])('for %j', async (body, status, code, parameter) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = (await response.json()) as { code: string; parameter?: string };
    expect([problem.code, problem.parameter]).toEqual([code, parameter]);
  });

  test('and an unknown organization is told like an unknown member', async () => {
    const told = async (request: object) => {
      const { request_id: _, ...body } = (await (await post(request)).json()) as {
        request_id: string;
      };
      return body;
    };
    const unknown = await told({ ...asked, member: 'nobody' });
    expect(await told({ ...asked, member: 'u1' })).toEqual(unknown);
    expect(await told({ ...asked, org: 'nowhere' })).toEqual(unknown);
  });

  test('for a body of more than 16 KiB', async () => {
    const body = JSON.stringify(asked).padEnd(16 * 1024);
    expect([(await post(body)).status, (await post(`${body} `)).status]).toEqual([200, 413]);
  });

  test('for a body that does not say that it is JSON', async () => {
    expect((await post(asked, { type: 'text/plain' })).status).toBe(415);
  });

  test('by a server without a server key, or by another method', async () => {
    const without = await serveWorld(world, now, { embedTokens: undefined });
    expect((await post(asked, { on: without })).status).toBe(404);
    await without.close();
    const got = await served.fetch('/api/embed-tokens', {
      headers: { Authorization: `Bearer ${SERVER_KEY}` },
    });
    expect(got.status).toBe(404);
  });

  test.each([
    ['x'.repeat(31), 'INLAY_SERVER_KEY has 31 bytes; at least 32 are needed'],
    ['x'.repeat(32), 'INLAY_SERVER_KEY and INLAY_JWT_SECRET are the same: give two'],
    ['x y'.repeat(12), 'INLAY_SERVER_KEY is not of printable ASCII characters without space'],
  ])('by a server whose key is %j', async (serverKey, message) => {
    const embedTokens = { serverKey, secret: 'x'.repeat(32) };
    await expect(serveWorld(world, now, { embedTokens })).rejects.toThrow(message);
  });
});
