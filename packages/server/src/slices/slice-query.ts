import type { AnswerOf, Slice, SliceName, Slices } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import type { Scope } from '../access/scope.js';
import type { Reader } from '../store/store.js';
import type { ResolvedRange } from '../time/ranges.js';
import type { Zone } from '../time/segments.js';

/** What a statistic is asked: whose, over which range, with which parameters. */
export interface StatisticRequest<S extends Slice> {
  /** One snapshot for the whole answer. */
  readonly tx: Reader;
  readonly scope: Scope;
  readonly query: z.output<S['query']>;
  /** The range of `query`; for a slice without a range, today. */
  readonly range: ResolvedRange;
  /** The organization's zone. */
  readonly zone: Zone;
}

/** Computes an answer for one range; `meta` and `comparison` are added by the caller. */
export type Statistic<S extends Slice> = (
  request: StatisticRequest<S>,
) => Promise<Omit<AnswerOf<S>, 'meta' | 'comparison'>>;

export type SliceRequest<Name extends SliceName> = StatisticRequest<Slices[Name]>;
export type SliceQuery<Name extends SliceName> = Statistic<Slices[Name]>;

/** One query for every slice of the contract; a missing one does not compile. */
export type SliceQueries = { readonly [Name in SliceName]: SliceQuery<Name> };
