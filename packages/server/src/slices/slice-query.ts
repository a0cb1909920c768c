import type { AnswerOf, SliceName, Slices } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import type { Scope } from '../access/scope.js';
import type { Reader } from '../store/store.js';
import type { ResolvedRange } from '../time/ranges.js';
import type { Zone } from '../time/segments.js';

/** What a statistic is asked: whose, over which range, with which parameters. */
export interface SliceRequest<Name extends SliceName> {
  /** One snapshot for the whole answer. */
  readonly tx: Reader;
  readonly scope: Scope;
  readonly query: z.output<Slices[Name]['query']>;
  /** The range of `query`; for a slice without a range, today. */
  readonly range: ResolvedRange;
  /** The organization's zone. */
  readonly zone: Zone;
}

/** Computes a slice's answer; `meta` is added by the caller. */
export type SliceQuery<Name extends SliceName> = (
  request: SliceRequest<Name>,
) => Promise<Omit<AnswerOf<Slices[Name]>, 'meta'>>;

/** One query for every slice of the contract; a missing one does not compile. */
export type SliceQueries = { readonly [Name in SliceName]: SliceQuery<Name> };
