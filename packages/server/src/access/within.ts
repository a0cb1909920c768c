import type { Filters } from '@inlay/sdk/contract';
import { ALL, memberKey, phoneKey } from '../rollup/definitions.js';
import { isIn, name, sql, type Sql } from '../store/sql.js';
import type { Scope } from './scope.js';

/** The columns by which a table's rows are seen; a table without a phone is seen by its member. */
interface Visibility {
  readonly phone?: string;
  readonly member: string;
  readonly contact?: string;
}

const visibility = {
  calls: { phone: 'phone_id', member: 'member_id', contact: 'contact_id' },
  messages: { phone: 'phone_id', member: 'member_id', contact: 'contact_id' },
  text_agent_suggestions: { phone: 'phone_id', member: 'member_id', contact: 'contact_id' },
  todos: { member: 'member_id', contact: 'contact_id' },
  plans: { member: 'owner_member_id' },
  ai_usage: { member: 'member_id' },
  contacts: { member: 'owner_member_id', contact: 'id' },
} as const satisfies Record<string, Visibility>;

/** Tables whose rows a scope chooses from. */
export type ScopedTable = keyof typeof visibility;

/** Whether rows of a table can have a phone. */
export function hasPhone(table: ScopedTable): boolean {
  const columns: Visibility = visibility[table];
  return columns.phone !== undefined;
}

const nothing: Sql = { text: '0', values: [] };

/**
 * The keys of the rollup rows that together sum what is in a scope and passes the filters;
 * `undefined` where a filter asks for what rollups do not tell apart.
 */
export function keysWithin(
  scope: Scope,
  table: ScopedTable,
  { phone_id, member_id, team_id, contact_id }: Filters = {},
): readonly string[] | undefined {
  if (member_id !== undefined || team_id !== undefined || contact_id !== undefined) {
    return undefined;
  }
  const columns: Visibility = visibility[table];
  if (phone_id === undefined) {
    if (scope.kind === 'organization') return [ALL];
    const phones = columns.phone === undefined ? [] : scope.phoneIds.map(phoneKey);
    return [...new Set([...phones, ...scope.memberIds.map(memberKey)])];
  }
  if (columns.phone === undefined) return [];
  const seen = (id: string) => scope.kind === 'organization' || scope.phoneIds.includes(id);
  return [...new Set(phone_id)].filter(seen).map(phoneKey);
}

/**
 * The condition that a row is in a scope and passes the filters, for the WHERE of every statistic.
 * It names the organization itself, so that no query can lack it. A filter by something that the
 * table does not know matches no row.
 */
export function within(
  scope: Scope,
  table: ScopedTable,
  { alias = table, filters = {} }: { alias?: string; filters?: Filters } = {},
): Sql {
  const columns: Visibility = visibility[table];
  const column = (key: string) => name(`${alias}.${key}`);
  const conditions = [
    sql`${column('org_id')} = ${scope.orgId}`,
    visible(scope, columns, column),
    among(columns.phone, filters.phone_id, column),
    among(columns.member, filters.member_id, column),
    among(columns.contact, filters.contact_id, column),
    inTeams(scope, columns, filters.team_id, column),
  ];
  return conditions.filter((part) => part !== undefined).reduce((a, b) => sql`${a} AND ${b}`);
}

type Column = (key: string) => Sql;

function visible(scope: Scope, columns: Visibility, column: Column): Sql | undefined {
  if (scope.kind === 'organization') return undefined;
  const member = isIn(column(columns.member), scope.memberIds);
  if (columns.phone === undefined) return member;
  const phone = column(columns.phone);
  return sql`(${isIn(phone, scope.phoneIds)} OR (${phone} IS NULL AND ${member}))`;
}

function among(
  key: string | undefined,
  ids: readonly string[] | undefined,
  column: Column,
): Sql | undefined {
  if (ids === undefined) return undefined;
  return key === undefined ? nothing : isIn(column(key), ids);
}

function inTeams(
  scope: Scope,
  columns: Visibility,
  teamIds: readonly string[] | undefined,
  column: Column,
): Sql | undefined {
  if (teamIds === undefined) return undefined;
  return sql`${column(columns.member)} IN (SELECT member_id FROM team_members
    WHERE org_id = ${scope.orgId} AND ${isIn(name('team_id'), teamIds)})`;
}
