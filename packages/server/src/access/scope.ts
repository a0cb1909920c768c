import { sql, all, first, isIn, name } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import type { Principal } from './principal.js';

declare const made: unique symbol;

/**
 * What a reader may see: all of one organization, or the rows of some phones and members of it.
 * Only `resolveDashboardScope` makes one, and no statistic runs without one.
 */
export type Scope = (
  | { readonly kind: 'organization'; readonly orgId: string }
  | {
      readonly kind: 'scoped';
      readonly orgId: string;
      readonly memberIds: readonly string[];
      readonly phoneIds: readonly string[];
    }
) & { readonly [made]: true };

/** The permissions suffice for nothing here. */
export class AccessDenied extends Error {
  override name = 'AccessDenied';
}

/**
 * The scope of a principal. Teams and phones are read now, so moving a phone takes effect at once.
 * @throws {AccessDenied} for an unknown organization, an inactive member, or no permission.
 */
export async function resolveDashboardScope(tx: Reader, principal: Principal): Promise<Scope> {
  const { orgId, memberId, role, permissions } = principal;
  await refuseOutsiders(tx, principal);
  const may = (view: string) => permissions.includes(`Dashboard:Instance:${view}`);
  if (role !== undefined || may('ViewOrg')) return { kind: 'organization', orgId } as Scope;
  if (may('ViewTeam')) {
    const managed = await managedMembers(tx, orgId, memberId);
    return scopeOfMembers(tx, orgId, managed.length > 0 ? managed : [memberId]);
  }
  if (may('ViewOwn')) return scopeOfMembers(tx, orgId, [memberId]);
  throw new AccessDenied('the token has no permission to view a dashboard');
}

/** @throws {AccessDenied} for an unknown organization and for an inactive member. */
export async function refuseOutsiders(
  tx: Reader,
  { orgId, memberId }: Pick<Principal, 'orgId' | 'memberId'>,
): Promise<void> {
  const organization = await first(tx, sql`SELECT 1 FROM organizations WHERE id = ${orgId}`);
  if (!organization) throw new AccessDenied('the organization is not known here');
  const member = await first<{ is_active: number }>(
    tx,
    sql`SELECT is_active FROM members WHERE org_id = ${orgId} AND id = ${memberId}`,
  );
  if (member?.is_active === 0) throw new AccessDenied('the member is not active');
}

/** Members of the teams that a member manages, the manager included. */
async function managedMembers(tx: Reader, orgId: string, managerId: string): Promise<string[]> {
  const rows = await all<{ member_id: string }>(
    tx,
    sql`SELECT DISTINCT led.member_id FROM team_members AS manager
        JOIN team_members AS led
          ON led.org_id = manager.org_id AND led.team_id = manager.team_id
        WHERE manager.org_id = ${orgId} AND manager.member_id = ${managerId}
          AND manager.is_manager = 1
        ORDER BY led.member_id`,
  );
  return rows.map((row) => row.member_id);
}

async function scopeOfMembers(tx: Reader, orgId: string, memberIds: string[]): Promise<Scope> {
  const rows = await all<{ phone_id: string }>(
    tx,
    sql`SELECT DISTINCT phone_id FROM phone_assignments
        WHERE org_id = ${orgId} AND ${isIn(name('member_id'), memberIds)} ORDER BY phone_id`,
  );
  const phoneIds = rows.map((row) => row.phone_id);
  return { kind: 'scoped', orgId, memberIds, phoneIds } as unknown as Scope;
}
