import type { Filters } from '@inlay/sdk/contract';
import type { Principal } from '../../access/principal.js';
import type { World } from '../world.js';

interface Row {
  readonly org_id: string;
  readonly phone_id?: string;
  readonly member_id?: string;
  readonly owner_member_id?: string;
  readonly contact_id?: string;
}

/** What a principal may see, as predicates over rows; `undefined` when nothing is allowed. */
export interface View {
  readonly isOrganization: boolean;
  /** Rows that belong to a phone, or without one to a member. */
  readonly byPhone: (row: Row) => boolean;
  /** Rows that belong to a member. */
  readonly byMember: (row: Row) => boolean;
}

export function viewOf(world: World, principal: Principal): View | undefined {
  const { orgId, memberId, permissions, role } = principal;
  const mine = (row: { org_id: string }) => row.org_id === orgId;
  const member = world.members.filter(mine).find((row) => row.id === memberId);
  if (!world.organizations.some((row) => row.id === orgId)) return undefined;
  if (member?.is_active === false) return undefined;
  if (role !== undefined || permissions.includes('Dashboard:Instance:ViewOrg')) {
    return { isOrganization: true, byPhone: mine, byMember: mine };
  }
  const isTeamView = permissions.includes('Dashboard:Instance:ViewTeam');
  if (!isTeamView && !permissions.includes('Dashboard:Instance:ViewOwn')) return undefined;
  const managed = world.team_members
    .filter((row) => mine(row) && row.member_id === memberId && row.is_manager)
    .map((row) => row.team_id);
  const led = world.team_members
    .filter((row) => mine(row) && managed.includes(row.team_id))
    .map((row) => row.member_id);
  const members = isTeamView && led.length > 0 ? led : [memberId];
  const phones = world.phone_assignments
    .filter((row) => mine(row) && members.includes(row.member_id))
    .map((row) => row.phone_id);
  const hasMember = (row: Row) =>
    mine(row) && members.includes(row.owner_member_id ?? row.member_id ?? '');
  return {
    isOrganization: false,
    byPhone: (row) =>
      mine(row) && (row.phone_id === undefined ? hasMember(row) : phones.includes(row.phone_id)),
    byMember: hasMember,
  };
}

/** Whether a row of an organization passes the filters of a query. */
export function passes(world: World, filters: Filters): (row: Row) => boolean {
  const { phone_id, member_id, team_id, contact_id } = filters;
  return (row) => {
    const member = row.owner_member_id ?? row.member_id ?? '';
    const isOfTeam = world.team_members.some(
      (link) =>
        link.org_id === row.org_id && link.member_id === member && team_id?.includes(link.team_id),
    );
    return (
      (phone_id?.includes(row.phone_id ?? '') ?? true) &&
      (member_id?.includes(member) ?? true) &&
      (contact_id?.includes(row.contact_id ?? '') ?? true) &&
      (team_id === undefined || isOfTeam)
    );
  };
}
