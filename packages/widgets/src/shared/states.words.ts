import type { StatsErrorKind } from '@inlay/sdk/client';
import type { TimeRange } from '@inlay/sdk/contract';
import { section } from './wording.js';

const inRange: Record<Exclude<TimeRange, 'custom'>, string> = {
  today: 'today',
  yesterday: 'yesterday',
  last_7_days: 'in the last 7 days',
  last_30_days: 'in the last 30 days',
  last_90_days: 'in the last 90 days',
  all_time: 'so far',
};

const failures: Record<StatsErrorKind | 'unknown', string> = {
  denied: 'You don’t have access to these statistics.',
  unauthenticated: 'Your session has ended. Sign in again to see these numbers.',
  invalid: 'These numbers can’t be shown with the chosen range or filters.',
  rate_limited: 'Too many requests right now. Try again in a moment.',
  unavailable: 'The statistics can’t be reached right now.',
  timeout: 'The statistics took too long to answer.',
  contract: 'The statistics came back in a form that can’t be read.',
  unknown: 'These numbers couldn’t be loaded.',
};

export const statesWords = section('states', {
  loading: 'Loading',
  retry: 'Retry',
  failures,
  requestId: (id: string) => `Request ${id}`,
  asOf: (time: string) => `as of ${time}`,
  stale: (time: string) => `Not updated since ${time}`,
  pause: 'Pause updates',
  resume: 'Resume updates',
  /** @param things What there is none of, in the plural and lower case: `calls`. */
  empty: (things: string, range: TimeRange | null, dates: string) => {
    if (range === null || range === 'all_time') return `No ${things} yet.`;
    const when = range === 'custom' ? `in ${dates}` : inRange[range];
    return `No ${things} ${when}. Try a longer range.`;
  },
  notLoaded: 'This couldn’t be loaded. Try again.',
  noValue: (reason: string) => `No value. ${reason}`,
  updated: 'Numbers updated',
});
