import type * as z from '#schema';

/** Areas of the product; the first segment of a route after `/api/`. */
export type Area = 'dashboard';

/** What a scoped reader's rows are chosen by: the phones and members, or the members alone. */
export type ScopedBy = 'phone' | 'member';

/** One endpoint's answer: where it is, what it takes and what it gives. */
export interface Slice<
  Name extends string = string,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> {
  /** The last segment of the path; the name in a token's `slices`. */
  readonly name: Name;
  readonly area: Area;
  readonly path: `/api/${Area}/${string}`;
  readonly scopedBy: ScopedBy;
  /** Whether the answer depends on a time range. */
  readonly ranged: boolean;
  /** Whether the answer has buckets of time. */
  readonly bucketed: boolean;
  readonly query: Query;
  readonly answer: Answer;
}

/** The query of a slice, as callers write it. */
export type QueryOf<S extends Slice> = z.input<S['query']>;

/** The answer of a slice, validated. */
export type AnswerOf<S extends Slice> = z.output<S['answer']>;

export function defineSlice<
  const Name extends string,
  Query extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(slice: Slice<Name, Query, Answer>): Slice<Name, Query, Answer> {
  return slice;
}
