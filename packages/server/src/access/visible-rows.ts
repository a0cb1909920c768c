import type { Filters } from '@inlay/sdk/contract';
import { isIn, name, sql, type Sql } from '../store/sql.js';
import type { Scope } from './scope.js';
import { hasPhone, within, type ScopedTable } from './within.js';

/** Tables whose rows happened at an instant. */
export type EventTable = Exclude<ScopedTable, 'plans' | 'contacts'>;

/** Column of the instant at which an event happened. */
export const instantColumn = (table: EventTable): Sql =>
  name(table === 'calls' ? 'started_at' : 'created_at');

interface RowsRequest {
  readonly scope: Scope;
  readonly filters: Filters;
}

/** A way to rows that an index shortens: the values of a column, or all of the organization. */
export interface Path {
  /** A query of one column, `value`, without duplicates; absent for the whole organization. */
  readonly values?: Sql;
  /** The condition that a row, under the table's own name, is led to by `driver.value`. */
  readonly leads: Sql;
}

/**
 * Disjoint ways to all rows that are in a scope and pass the filters, and to some that are not and
 * do not: `within` is to be asked for as well. None leads through a whole organization where the
 * scope or a filter names phones, members or contacts.
 */
export function pathsTo(
  table: EventTable,
  { scope, filters }: RowsRequest,
  alias: string = table,
): readonly Path[] {
  const column = (key: string) => name(`${alias}.${key}`);
  const by = (key: string, values: Sql): Path => ({
    values,
    leads: sql`${column(key)} = driver.value`,
  });
  const { phone_id, member_id, team_id, contact_id } = filters;
  if (contact_id && table !== 'ai_usage') return [by('contact_id', listed(contact_id))];
  if (member_id) return [by('member_id', listed(member_id))];
  if (team_id) return [by('member_id', membersOf(scope, team_id))];
  if (phone_id && hasPhone(table)) return [by('phone_id', listed(phone_id))];
  if (scope.kind === 'organization') return [{ leads: sql`1` }];
  const members = listed(scope.memberIds);
  if (!hasPhone(table)) return [by('member_id', members)];
  return [
    by('phone_id', listed(scope.phoneIds)),
    {
      values: members,
      leads: sql`${column('phone_id')} IS NULL AND ${column('member_id')} = driver.value`,
    },
  ];
}

/** A query of rows that a scope and filters let through, in some interval of time. */
export function visibleRows(
  table: EventTable,
  request: RowsRequest & { readonly columns: Sql; readonly where: Sql },
): Sql {
  const { scope, filters, columns, where } = request;
  const visible = within(scope, table, { filters });
  return pathsTo(table, request)
    .map(({ values, leads }) =>
      values === undefined
        ? sql`SELECT ${columns} FROM ${name(table)} WHERE ${visible} AND ${where}`
        : sql`SELECT ${columns} FROM (${values}) AS driver CROSS JOIN ${name(table)}
              WHERE ${leads} AND ${visible} AND ${where}`,
    )
    .reduce((a, b) => sql`${a} UNION ALL ${b}`);
}

const listed = (values: readonly string[]): Sql =>
  sql`SELECT value FROM json_each(${JSON.stringify([...new Set(values)])})`;

const membersOf = (scope: Scope, teamIds: readonly string[]): Sql =>
  sql`SELECT DISTINCT member_id AS value FROM team_members
      WHERE org_id = ${scope.orgId} AND ${isIn(name('team_id'), teamIds)}`;
