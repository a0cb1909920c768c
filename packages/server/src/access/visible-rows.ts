import type { Filters } from '@inlay/sdk/contract';
import { isIn, name, sql, type Sql } from '../store/sql.js';
import type { Scope } from './scope.js';
import { hasPhone, within, type ScopedTable } from './within.js';

/** Tables whose rows happened at an instant. */
export type EventTable = Exclude<ScopedTable, 'plans' | 'contacts'>;

/** Column of the instant at which an event happened. */
export const instantColumn = (table: EventTable): Sql =>
  name(table === 'calls' ? 'started_at' : 'created_at');

/** A half-open interval of instants, epoch ms. */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/** The condition that an event's instant is in an interval. */
export const during = (at: Sql, { startMs, endMs }: Interval): Sql =>
  sql`${at} >= ${startMs} AND ${at} < ${endMs}`;

interface RowsRequest {
  readonly scope: Scope;
  readonly filters: Filters;
}

/** A way to rows by an index: the values of a column, or all of the organization by time. */
export interface Path {
  /** A query of one column, `value`, without duplicates; absent for the whole organization. */
  readonly values?: Sql;
  /** The condition that a row is led to by `driver.value`. */
  readonly leads: Sql;
  /**
   * The table, under its alias, by the path's index. Planners guess from statistics that are
   * missing in a new database and old in a grown one; the guess would decide between the rows of a
   * contact and those of the organization.
   */
  readonly rows: Sql;
  /** Whether all rows that it leads to have a phone, or none has; absent where some may have. */
  readonly hasPhone?: boolean;
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
  const rows = (index: string) =>
    sql`${name(table)} AS ${name(alias)} INDEXED BY ${name(`${table}_${index}`)}`;
  const by = (subject: 'phone' | 'member' | 'contact', values: Sql): Path => ({
    values,
    leads: sql`${column(`${subject}_id`)} = driver.value`,
    rows: rows(subject === 'contact' && table === 'messages' ? 'by_thread' : `by_${subject}`),
    ...(subject === 'phone' && { hasPhone: true }),
  });
  const { phone_id, member_id, team_id, contact_id } = filters;
  if (contact_id && table !== 'ai_usage') return [by('contact', listed(contact_id))];
  if (member_id) return [by('member', listed(member_id))];
  if (team_id) return [by('member', membersOf(scope, team_id))];
  if (phone_id && hasPhone(table)) return [by('phone', listed(phone_id))];
  if (scope.kind === 'organization') return [{ leads: sql`1`, rows: rows('by_time') }];
  const members = listed(scope.memberIds);
  if (!hasPhone(table)) return [by('member', members)];
  return [
    by('phone', listed(scope.phoneIds)),
    {
      values: members,
      leads: sql`${column('phone_id')} IS NULL AND ${column('member_id')} = driver.value`,
      rows: rows('without_phone'),
      hasPhone: false,
    },
  ];
}

/** Which rows, and which of their columns. */
interface VisibleRows extends RowsRequest {
  readonly columns: Sql;
  /** When; absent for any time. */
  readonly range?: Interval | undefined;
  /** What else must hold. */
  readonly where?: Sql;
}

/** A query of the rows that a scope and filters let through. */
export function visibleRows(table: EventTable, request: VisibleRows): Sql {
  const { scope, filters, columns, range, where = sql`1` } = request;
  return pathsTo(table, request)
    .map(({ values, leads, rows }) => {
      const driver = values ? sql`(${values}) AS driver CROSS JOIN` : sql``;
      const isThen = range ? during(instantColumn(table), range) : sql`1`;
      return sql`SELECT ${columns} FROM ${driver} ${rows}
        WHERE ${leads} AND ${within(scope, table, { filters })} AND ${isThen} AND ${where}`;
    })
    .reduce((a, b) => sql`${a} UNION ALL ${b}`);
}

const listed = (values: readonly string[]): Sql =>
  sql`SELECT value FROM json_each(${JSON.stringify([...new Set(values)])})`;

const membersOf = (scope: Scope, teamIds: readonly string[]): Sql =>
  sql`SELECT DISTINCT member_id AS value FROM team_members
      WHERE org_id = ${scope.orgId} AND ${isIn(name('team_id'), teamIds)}`;
