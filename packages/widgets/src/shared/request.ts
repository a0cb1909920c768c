import {
  ComparisonKind,
  defaultTimeRange,
  filterNames,
  type FilterName,
  type Meta,
  type RangedQuery,
  type TimeRange,
} from '@inlay/sdk/contract';

/** One id, several separated by spaces or commas, or an array of them. */
export type Ids = string | readonly string[] | null | undefined;

/** Time range and filters as properties of an element. */
export interface RequestProperties {
  timeRange?: TimeRange | undefined;
  from?: string | undefined;
  to?: string | undefined;
  phoneId?: Ids;
  memberId?: Ids;
  teamId?: Ids;
  contactId?: Ids;
  compare?: ComparisonKind | undefined;
}

const comparisons = ComparisonKind.options;

/**
 * Properties as a query. `from` and `to` without a range mean `custom`; beside a preset they are
 * left out. A filter that is given but empty stays in, as an empty list. A comparison that is none is
 * left out.
 */
export function queryOfProperties(element: RequestProperties): RangedQuery {
  const { timeRange, from, to } = element;
  const range = timeRange || (from || to ? 'custom' : undefined);
  return defined({
    time_range: range,
    from: range === 'custom' ? from || undefined : undefined,
    to: range === 'custom' ? to || undefined : undefined,
    phone_id: idList(element.phoneId),
    member_id: idList(element.memberId),
    team_id: idList(element.teamId),
    contact_id: idList(element.contactId),
    compare: comparisons.find((kind) => kind === element.compare),
  });
}

/** `own` before `provided`: the range as a whole, each filter for itself. */
export function mergeQueries(own: RangedQuery, provided: RangedQuery | undefined): RangedQuery {
  if (!provided) return own;
  const range = own.time_range === undefined ? provided : own;
  return defined({
    ...provided,
    ...own,
    time_range: range.time_range,
    from: range.from,
    to: range.to,
  });
}

/** The query without a comparison where there is nothing to compare with: all time. */
export function withoutVoidComparison(query: RangedQuery): RangedQuery {
  const { compare: _, ...rest } = query;
  return query.time_range === 'all_time' ? rest : query;
}

/**
 * Whether a filter is given but empty, as when a page binds the id of a contact that it has yet to
 * load. Without the filter the answer would be everybody's, so nothing must be asked.
 */
export function hasEmptyFilter(query: { [Name in FilterName]?: string[] | undefined }): boolean {
  return filterNames.some((name) => query[name]?.length === 0);
}

/** Whether an answer is to the range that a query asks for. */
export function isAnswerTo(meta: Meta | undefined, query: RangedQuery): boolean {
  if (!meta || meta.time_range !== (query.time_range ?? defaultTimeRange)) return false;
  return meta.time_range !== 'custom' || (meta.from === query.from && meta.to === query.to);
}

function idList(ids: Ids): string[] | undefined {
  if (ids == null) return undefined;
  const list = typeof ids === 'string' ? ids.split(/[\s,]+/) : ids.map(String);
  return [...new Set(list.filter(Boolean))];
}

function defined(query: RangedQuery): RangedQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
