/** What a token may allow. */
export const permissions = [
  'Dashboard:Instance:ViewOrg',
  'Dashboard:Instance:ViewTeam',
  'Dashboard:Instance:ViewOwn',
  'Ingest:Write',
] as const;
export type Permission = (typeof permissions)[number];

/** Roles that see their whole organization without a permission. */
export const roles = ['super_admin', 'org_owner'] as const;
export type Role = (typeof roles)[number];

const dashboardPermissions: readonly string[] = permissions.filter((name) =>
  name.startsWith('Dashboard:'),
);

/**
 * Whether a reader may see a dashboard at all. For hosts and elements that want to say so before
 * anything is sent; the server decides all the same.
 */
export function canViewDashboard(granted: readonly string[], role?: string): boolean {
  return (
    roles.some((name) => name === role) ||
    granted.some((name) => dashboardPermissions.includes(name))
  );
}
