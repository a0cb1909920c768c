import { defaultTimeRange, type ComparisonKind, type Meta, type Slice } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import { AccessDenied, type Scope } from '../access/scope.js';
import { within, type ScopedTable } from '../access/within.js';
import { first, name, sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { comparisonRange } from '../time/comparison.js';
import { localDay } from '../time/local.js';
import { resolveRange, type RangeQuery, type ResolvedRange } from '../time/ranges.js';
import { zoneOf, type Zone } from '../time/segments.js';
import { instant } from './columns.js';
import type { Statistic, StatisticRequest } from './slice-query.js';

/** An answer before the contract has had its say: it drops what the contract does not list. */
export interface RawAnswer {
  readonly meta: Meta;
}

/** Runs a statistic in a scope, compares it if asked to, and says what the answer is about. */
export async function answerSlice<S extends Slice>(
  slice: S,
  statistic: Statistic<S>,
  tx: Reader,
  scope: Scope,
  query: z.output<S['query']>,
  now: number,
): Promise<RawAnswer> {
  const zone = await zoneOfOrganization(tx, scope.orgId);
  const asked: AskedRange = query as object;
  const range = await rangeOf(tx, scope, asked, zone, now);
  const request: StatisticRequest<S> = { tx, scope, query, range, zone };
  return {
    ...(await statistic(request)),
    ...(asked.compare && { comparison: await compare(statistic, request, asked.compare, now) }),
    meta: metaOf(slice, range, scope, now, zone),
  };
}

type AskedRange = { readonly [Field in keyof RangeQuery]?: RangeQuery[Field] | undefined } & {
  readonly compare?: ComparisonKind | undefined;
};

async function zoneOfOrganization(tx: Reader, orgId: string): Promise<Zone> {
  const row = await first<{ timezone: string }>(
    tx,
    sql`SELECT timezone FROM organizations WHERE id = ${orgId}`,
  );
  if (!row) throw new AccessDenied('the organization is not known here');
  return zoneOf(row.timezone);
}

async function rangeOf(
  tx: Reader,
  scope: Scope,
  { time_range = defaultTimeRange, from, to }: AskedRange,
  zone: Zone,
  now: number,
): Promise<ResolvedRange> {
  const firstDay = time_range === 'all_time' ? await firstDayOf(tx, scope, zone) : undefined;
  return resolveRange({ time_range, from, to }, { zone, now, firstDay });
}

const eventTables: readonly (readonly [ScopedTable, string])[] = [
  ['calls', 'started_at'],
  ['messages', 'created_at'],
  ['todos', 'created_at'],
  ['text_agent_suggestions', 'created_at'],
  ['ai_usage', 'created_at'],
];

/** The local day of the first event that the scope can see: where all time begins. */
async function firstDayOf(tx: Reader, scope: Scope, zone: Zone): Promise<number | undefined> {
  const instants = eventTables.map(
    ([table, at]) =>
      sql`SELECT MIN(${name(at)}) AS at FROM ${name(table)} WHERE ${within(scope, table)}`,
  );
  const union = instants.reduce((a, b) => sql`${a} UNION ALL ${b}`);
  const row = await first<{ at: number | null }>(tx, sql`SELECT MIN(at) AS at FROM (${union})`);
  return row?.at == null ? undefined : localDay(zone, row.at);
}

/** The same statistic over the range before; the contract keeps its scalar fields alone. */
async function compare<S extends Slice>(
  statistic: Statistic<S>,
  request: StatisticRequest<S>,
  kind: ComparisonKind,
  now: number,
): Promise<object> {
  const { range, zone } = request;
  const before = comparisonRange(range, kind, { zone, now });
  const figures = await statistic({ ...request, range: { ...range, ...before, bucket: 'day' } });
  return { ...figures, from: before.from, to: before.to, until: instant(before.endMs) };
}

function metaOf(
  { ranged, bucketed }: Slice,
  range: ResolvedRange,
  scope: Scope,
  now: number,
  zone: Zone,
): Meta {
  return {
    time_range: ranged ? range.timeRange : null,
    from: ranged ? range.from : null,
    to: ranged ? range.to : null,
    timezone: zone.name,
    bucket: bucketed ? range.bucket : null,
    scope: scope.kind,
    generated_at: instant(now),
  };
}
