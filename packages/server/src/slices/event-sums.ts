import type { Filters } from '@inlay/sdk/contract';
import type { Scope } from '../access/scope.js';
import {
  instantColumn,
  visibleRows,
  type EventTable,
  type Interval,
} from '../access/visible-rows.js';
import { keysWithin } from '../access/within.js';
import { ALL, firstDayOfMonth, hourColumns, monthOf, type Rollup } from '../rollup/definitions.js';
import { all, isIn, name, sql, type Sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { heatmapIndex, hourPieces } from '../time/buckets.js';
import { dayStart, localDay } from '../time/local.js';
import type { ResolvedRange } from '../time/ranges.js';
import type { Zone } from '../time/segments.js';
import { HOUR_MS } from '../time/units.js';
import type { DayHour } from './day-hours.js';

/** Whose events, narrowed how, of which time. */
export interface SumsRequest {
  readonly tx: Reader;
  readonly scope: Scope;
  readonly query: Filters;
  readonly range: ResolvedRange;
  readonly zone: Zone;
}

/** Events, and where their sums are kept. */
export interface SummedEvents {
  readonly table: EventTable;
  /** What is summed, under the names of the rollups' columns. */
  readonly sums: { readonly [name: string]: Sql };
  readonly byDay: Rollup;
  readonly byMonth: Rollup;
  readonly byHour: Rollup;
}

/** Whole days of a range that rollups sum, and what is left to be read from the events. */
interface Split {
  readonly days: DayRange | undefined;
  readonly rest: readonly Interval[];
}

export interface DayRange {
  readonly from: number;
  /** Included. */
  readonly to: number;
}

/** A range as whole days and at most a part of one. */
export function split({ fromDay, startMs, endMs }: ResolvedRange, zone: Zone): Split {
  if (endMs <= startMs) return { days: undefined, rest: [] };
  const last = localDay(zone, endMs);
  const lastStart = dayStart(zone, last);
  return {
    days: last > fromDay ? { from: fromDay, to: last - 1 } : undefined,
    rest: lastStart < endMs ? [{ startMs: Math.max(startMs, lastStart), endMs }] : [],
  };
}

/** Days as whole months and the days before and after them. */
export function splitMonths({ from, to }: DayRange): { months?: DayRange; days: DayRange[] } {
  const first = from === firstDayOfMonth(monthOf(from)) ? monthOf(from) : monthOf(from) + 1;
  const last = monthOf(to + 1) - 1;
  if (first > last) return { days: [{ from, to }] };
  const edges = [
    { from, to: firstDayOfMonth(first) - 1 },
    { from: firstDayOfMonth(last + 1), to },
  ];
  return { months: { from: first, to: last }, days: edges.filter((days) => days.from <= days.to) };
}

/** The condition that a row of a rollup has one of some keys. */
export const hasKey = (orgId: string, keys: readonly string[]): Sql => {
  const [key = '', ...more] = keys;
  const isKey = more.length === 0 ? sql`key = ${key}` : isIn(name('key'), keys);
  return sql`org_id = ${orgId} AND ${isKey}`;
};

export const inDays = ({ from, to }: DayRange): Sql => sql`day BETWEEN ${from} AND ${to}`;

export const inMonths = ({ from, to }: DayRange): Sql => sql`month BETWEEN ${from} AND ${to}`;

/** The same request, for sums that are not shown by bucket: the fewest groups will do. */
export const inMonthsOf = <Request extends SumsRequest>(request: Request): Request => ({
  ...request,
  range: { ...request.range, bucket: 'month' },
});

/**
 * Sums of events in groups none of which crosses a bucket of the range: days or months, or hours
 * of a range in hours, in which an hour that the clock shows twice gives two groups.
 */
export async function groupsOf<Sums extends object>(
  request: SumsRequest,
  events: SummedEvents,
): Promise<(DayHour & Sums)[]> {
  const { scope, query, range, zone } = request;
  const keys = keysWithin(scope, events.table, query);
  if (keys === undefined) return fromEvents<Sums>(request, events, [range]);
  if (keys.length === 0) return [];
  if (range.bucket === 'hour') return hoursOf<Sums>(request, events, keys);
  const { days, rest } = split(range, zone);
  return [
    ...(days ? await fromRollups<Sums>(request, events, keys, days) : []),
    ...(await fromEvents<Sums>(request, events, rest)),
  ];
}

/** Counts of events in the 168 cells of a week. */
export async function cellsOf(request: SumsRequest, events: SummedEvents): Promise<number[]> {
  const { tx, scope, query, range, zone } = request;
  const cells = new Array<number>(168).fill(0);
  const keys = keysWithin(scope, events.table, query);
  const { days, rest } =
    keys === undefined ? { days: undefined, rest: [range] } : split(range, zone);
  if (keys?.length === 0) return cells;
  if (days && keys) {
    const where = hasKey(scope.orgId, keys);
    const { months, days: edges } = splitMonths(days);
    const hours = sumsOf(hourColumns);
    const parts = edges.map(
      (edge) => sql`SELECT ((day + 3) % 7 + 7) % 7 + 1 AS weekday, ${listOf(hourColumns)}
        FROM ${name(events.byDay.name)} WHERE ${where} AND ${inDays(edge)}`,
    );
    if (months) {
      parts.push(sql`SELECT weekday, ${listOf(hourColumns)} FROM ${name(events.byMonth.name)}
        WHERE ${where} AND ${inMonths(months)}`);
    }
    const rows = await all<Record<string, number>>(
      tx,
      sql`SELECT weekday, ${hours} FROM (${union(parts)}) GROUP BY weekday`,
    );
    for (const row of rows) {
      const first = (Number(row['weekday']) - 1) * 24;
      hourColumns.forEach((column, hour) => (cells[first + hour] = row[column] ?? 0));
    }
  }
  for (const group of await fromEvents<{ n: number }>(request, events, rest)) {
    const index = heatmapIndex(group.day, group.hour);
    cells[index] = (cells[index] ?? 0) + group.n;
  }
  return cells;
}

const union = (parts: readonly Sql[]): Sql => parts.reduce((a, b) => sql`${a} UNION ALL ${b}`);

const listOf = (columns: readonly string[]): Sql => plain(columns.join(', '));

export const sumsOf = (columns: readonly string[]): Sql =>
  sumsAs(Object.fromEntries(columns.map((column) => [column, column])));

/** Sums of columns under other names, `{ name: column }`, or what they take away. */
export const sumsAs = (columns: Readonly<Record<string, string>>, sign: 1 | -1 = 1): Sql =>
  plain(
    Object.entries(columns)
      .map(([as, column]) => `${sign === 1 ? '' : '-'}SUM(${column}) AS ${as}`)
      .join(', '),
  );

/** Columns that the definitions of rollups name. */
const plain = (text: string): Sql => ({ text, values: [] });

async function fromRollups<Sums extends object>(
  { tx, scope, range }: SumsRequest,
  { sums, byDay, byMonth }: SummedEvents,
  keys: readonly string[],
  days: DayRange,
): Promise<(DayHour & Sums)[]> {
  const ofMonths = range.bucket === 'month' || range.bucket === 'year';
  const { months, days: ranges } = ofMonths
    ? splitMonths(days)
    : { months: undefined, days: [days] };
  const summed = sumsOf(Object.keys(sums));
  const where = hasKey(scope.orgId, keys);
  const groups: (DayHour & Sums)[] = [];
  for (const part of ranges) {
    const rows = await all<DayHour & Sums>(
      tx,
      sql`SELECT day, 0 AS hour, 0 AS first_at, ${summed} FROM ${name(byDay.name)}
          WHERE ${where} AND ${inDays(part)} GROUP BY day`,
    );
    groups.push(...rows);
  }
  if (!months) return groups;
  const rows = await all<{ month: number } & Sums>(
    tx,
    sql`SELECT month, ${summed} FROM ${name(byMonth.name)}
        WHERE ${where} AND ${inMonths(months)} GROUP BY month`,
  );
  for (const row of rows) {
    groups.push({ ...row, day: firstDayOfMonth(row.month), hour: 0, first_at: 0 });
  }
  return groups;
}

/** Whole days without a change of the clock have their hours summed for the organization. */
async function hoursOf<Sums extends object>(
  request: SumsRequest,
  events: SummedEvents,
  keys: readonly string[],
): Promise<(DayHour & Sums)[]> {
  const { tx, scope, range, zone } = request;
  const groups: (DayHour & Sums)[] = [];
  for (let day = range.fromDay; day <= range.toDay; day++) {
    const [startMs, nextMs] = [dayStart(zone, day), dayStart(zone, day + 1)];
    const endMs = Math.min(nextMs, range.endMs);
    if (startMs >= endMs) continue;
    const isEven = endMs === nextMs && zone.transitionsBetween(startMs, nextMs + 1).length === 0;
    if (keys[0] !== ALL || !isEven) {
      groups.push(...(await fromEvents<Sums>(request, events, [{ startMs, endMs }])));
      continue;
    }
    const rows = await all<DayHour & Sums>(
      tx,
      sql`SELECT day, hour, ${startMs} + hour * ${HOUR_MS} AS first_at,
            ${listOf(Object.keys(events.sums))}
          FROM ${name(events.byHour.name)} WHERE org_id = ${scope.orgId} AND day = ${day}`,
    );
    groups.push(...rows);
  }
  return groups;
}

/** An hour that the clock shows twice is asked for piece by piece of constant offset. */
async function fromEvents<Sums extends object>(
  { tx, scope, query, range, zone }: SumsRequest,
  { table, sums }: SummedEvents,
  intervals: readonly Interval[],
): Promise<(DayHour & Sums)[]> {
  const at = instantColumn(table);
  const pieces =
    range.bucket === 'hour'
      ? intervals.flatMap((interval) => hourPieces(interval, zone))
      : intervals;
  const summed = Object.entries(sums)
    .map(([column, sum]) => sql`${sum} AS ${name(column)}`)
    .reduce((a, b) => sql`${a}, ${b}`);
  const groups: (DayHour & Sums)[] = [];
  for (const piece of pieces) {
    const rows = visibleRows(table, {
      scope,
      filters: query,
      columns: sql`${name(table)}.*`,
      range: piece,
    });
    groups.push(
      ...(await all<DayHour & Sums>(
        tx,
        sql`SELECT day, hour, MIN(${at}) AS first_at, ${summed} FROM (${rows}) GROUP BY day, hour`,
      )),
    );
  }
  return groups;
}

/**
 * A query of the parts of sums by one further column: those kept by day and month, and those counted
 * from events. Columns: `column` and the names of `sums`.
 */
export function partsBy(
  { scope, query, range, zone }: SumsRequest,
  source: {
    readonly table: EventTable;
    readonly byDay: Rollup;
    readonly byMonth: Rollup;
    /** A column of the rollups, and what it is among the events. */
    readonly column: string;
    readonly sums: { readonly [name: string]: Sql };
    readonly only?: Sql;
    readonly eventColumn?: Sql;
  },
): Sql {
  const { table, byDay, byMonth, column, sums, only = sql`1`, eventColumn = name(column) } = source;
  const keys = keysWithin(scope, table, query);
  const { days, rest } =
    keys === undefined ? { days: undefined, rest: [range] } : split(range, zone);
  const names = Object.keys(sums);
  const parts = (keys?.length === 0 ? [] : rest).map((interval) => {
    const rows = visibleRows(table, {
      scope,
      filters: query,
      columns: sql`${name(table)}.*`,
      range: interval,
      where: only,
    });
    const summed = names.map((each) => sql`${sums[each] ?? null} AS ${name(each)}`);
    return sql`SELECT ${eventColumn} AS ${name(column)}, ${summed.reduce((a, b) => sql`${a}, ${b}`)}
      FROM (${rows}) GROUP BY 1`;
  });
  if (days && keys && keys.length > 0) {
    const { months, days: edges } = splitMonths(days);
    const kept = (rollup: Rollup, when: Sql) =>
      sql`SELECT ${name(column)}, ${listOf(names)} FROM ${name(rollup.name)}
        WHERE ${hasKey(scope.orgId, keys)} AND ${when}`;
    parts.push(...edges.map((edge) => kept(byDay, inDays(edge))));
    if (months) parts.push(kept(byMonth, inMonths(months)));
  }
  const nothing = sql`SELECT NULL AS ${name(column)}, ${listOf(names.map((each) => `0 AS ${each}`))}
    WHERE 0`;
  return union(parts.length > 0 ? parts : [nothing]);
}
