import {
  defaultTimeRange,
  type Meta,
  type Slice,
  type SliceName,
  type Slices,
} from '@inlay/sdk/contract';
import { AccessDenied, type Scope } from '../access/scope.js';
import { within, type ScopedTable } from '../access/within.js';
import { first, name, sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { localDay } from '../time/local.js';
import { resolveRange, type RangeQuery, type ResolvedRange } from '../time/ranges.js';
import { zoneOf, type Zone } from '../time/segments.js';
import { queries } from './index.js';
import type { SliceRequest } from './slice-query.js';
import type * as z from 'zod/mini';

/** An answer before the contract has had its say. */
export interface RawAnswer {
  readonly meta: Meta;
}

/** Runs a slice's query in a scope and says what the answer is about. */
export async function answerSlice<Name extends SliceName>(
  slice: Name,
  { ranged, bucketed }: Pick<Slice, 'ranged' | 'bucketed'>,
  tx: Reader,
  scope: Scope,
  query: z.output<Slices[Name]['query']>,
  now: number,
): Promise<RawAnswer> {
  const zone = await zoneOfOrganization(tx, scope.orgId);
  const range = await rangeOf(tx, scope, query, zone, now);
  const request: SliceRequest<Name> = { tx, scope, query, range, zone };
  const answer = await queries[slice](request);
  const meta: Meta = {
    time_range: ranged ? range.timeRange : null,
    from: ranged ? range.from : null,
    to: ranged ? range.to : null,
    timezone: zone.name,
    bucket: bucketed ? range.bucket : null,
    scope: scope.kind,
    generated_at: new Date(now).toISOString(),
  };
  return { ...answer, meta };
}

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
  query: { readonly [Field in keyof RangeQuery]?: RangeQuery[Field] | undefined },
  zone: Zone,
  now: number,
): Promise<ResolvedRange> {
  const time_range = query.time_range ?? defaultTimeRange;
  const firstDay = time_range === 'all_time' ? await firstDayOf(tx, scope, zone) : undefined;
  return resolveRange({ ...query, time_range }, { zone, now, firstDay });
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
