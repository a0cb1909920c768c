import * as z from '#schema';

/** The presets of a time range and `custom`, in the order in which a reader is offered them. */
export const TimeRange = z.enum([
  'today',
  'yesterday',
  'last_7_days',
  'last_30_days',
  'last_90_days',
  'all_time',
  'custom',
]);
export type TimeRange = z.infer<typeof TimeRange>;

/** What a query without `time_range` asks for. */
export const defaultTimeRange = 'last_30_days' satisfies TimeRange;

/** The width of a bucket, chosen by the number of local dates in the range. */
export const BucketUnit = z.enum(['hour', 'day', 'week', 'month', 'year']);
export type BucketUnit = z.infer<typeof BucketUnit>;

/** Whether `text` is a real date `YYYY-MM-DD` from 1970-01-01 to 2199-12-31. */
export function isLocalDate(text: string): boolean {
  if (!/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

const RangeDate = z.string().check(
  z.refine(isLocalDate, {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is not a real date YYYY-MM-DD from 1970-01-01 to 2199-12-31`,
  }),
);

/** The fields by which a query says its range. */
export const rangeFields = {
  time_range: z.optional(TimeRange),
  from: z.optional(RangeDate),
  to: z.optional(RangeDate),
};

interface RangeFields {
  time_range?: TimeRange | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** `custom` needs `from` and `to`, in order; a preset takes neither. */
export const rangeIsComplete = z.superRefine<RangeFields>((query, context) => {
  const complain = (parameter: 'from' | 'to', message: string) =>
    context.addIssue({ code: 'custom', path: [parameter], message, input: query[parameter] });
  for (const parameter of ['from', 'to'] as const) {
    const given = query[parameter] !== undefined;
    if (query.time_range === 'custom' && !given) {
      complain(parameter, `time_range=custom needs ${parameter}=YYYY-MM-DD`);
    }
    if (query.time_range !== 'custom' && given) {
      complain(parameter, `${parameter} is taken with time_range=custom only`);
    }
  }
  if (query.from !== undefined && query.to !== undefined && query.from > query.to) {
    complain('from', `from=${query.from} is after to=${query.to}`);
  }
});
