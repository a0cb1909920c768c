import { defaultTimeRange, type ComparisonKind, type Meta, type Slice } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import { AccessDenied, type Scope } from '../access/scope.js';
import { keysWithin } from '../access/within.js';
import { aiUsageDay, callDay, messageDay, suggestionDay, todoDay } from '../rollup/definitions.js';
import { first, name, sql } from '../store/sql.js';
import type { Reader } from '../store/store.js';
import { comparisonRange } from '../time/comparison.js';
import { resolveRange, type RangeQuery, type ResolvedRange } from '../time/ranges.js';
import { zoneOf, type Zone } from '../time/segments.js';
import { instant } from './columns.js';
import { lastsUntil } from './lasting.js';
import type { Statistic, StatisticRequest } from './slice-query.js';

/** An answer before the contract has had its say: it drops what the contract does not list. */
export interface RawAnswer {
  readonly meta: Meta;
}

/** An answer, and the instant, epoch ms, until which the same rows give the same one. */
export interface Answered {
  readonly raw: object;
  readonly untilMs: number;
}

/** Runs a statistic in a scope, compares it if asked to, and says what the answer is about. */
export async function answerSlice<S extends Slice>(
  slice: S,
  statistic: Statistic<S>,
  tx: Reader,
  scope: Scope,
  query: z.output<S['query']>,
  now: number,
): Promise<Answered> {
  const zone = await zoneOfOrganization(tx, scope.orgId);
  const asked: AskedRange = query as object;
  const range = await rangeOf(tx, scope, asked, zone, now);
  const request: StatisticRequest<S> = { tx, scope, query, range, zone };
  const raw: RawAnswer = {
    ...(await statistic(request)),
    ...(asked.compare && { comparison: await compare(statistic, request, asked.compare, now) }),
    meta: metaOf(slice, range, scope, now, zone),
  };
  return { raw, untilMs: lastsUntil(range, asked.compare !== undefined, zone, now) };
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
  const firstDay = time_range === 'all_time' ? await firstDayOf(tx, scope) : undefined;
  return resolveRange({ time_range, from, to }, { zone, now, firstDay });
}

/** Where the days of events are kept, by the table of the events. */
const eventDays = [
  ['calls', callDay],
  ['messages', messageDay],
  ['todos', todoDay],
  ['text_agent_suggestions', suggestionDay],
  ['ai_usage', aiUsageDay],
] as const;

/** The local day of the first event that the scope can see: where all time begins. */
async function firstDayOf(tx: Reader, scope: Scope): Promise<number | undefined> {
  const keys = new Set(eventDays.flatMap(([table]) => keysWithin(scope, table) ?? []));
  const days = eventDays.map(
    ([, rollup]) => sql`SELECT (SELECT MIN(day) FROM ${name(rollup.name)}
      WHERE org_id = ${scope.orgId} AND key = seen.value) AS day FROM seen`,
  );
  const row = await first<{ day: number | null }>(
    tx,
    sql`WITH seen AS (SELECT value FROM json_each(${JSON.stringify([...keys])}))
        SELECT MIN(day) AS day FROM (${days.reduce((a, b) => sql`${a} UNION ALL ${b}`)})`,
  );
  return row?.day ?? undefined;
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
