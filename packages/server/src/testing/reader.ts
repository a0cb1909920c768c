import type { Permission, Role } from '@inlay/sdk/contract';
import { SignJWT } from 'jose';
import type { Principal } from '../access/principal.js';

export const SECRET = 'a secret of the tests, long enough for HS256';

export const SERVER_KEY = 'a-server-key-of-the-tests-as-long-as-it-must-be';

/** A principal of `acme`, or of another organization. */
export const reader = (
  memberId: string,
  permissions: readonly Permission[] = [],
  { orgId = 'acme', role }: { orgId?: string; role?: Role } = {},
): Principal => ({ orgId, memberId, permissions, ...(role && { role }) });

/** A token for a principal, valid for ten minutes from `now` unless claims say otherwise. */
export function tokenFor(
  { orgId, memberId, ...rest }: Principal,
  now: number,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    iss: 'inlay',
    aud: 'inlay',
    sub: memberId,
    org: orgId,
    iat: issuedAt,
    exp: issuedAt + 600,
    ...rest,
    ...claims,
  })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SECRET));
}
