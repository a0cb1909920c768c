import { defaultTimeRange, type Slice } from '@inlay/sdk/contract';
import type { MiddlewareHandler } from 'hono';
import type { Read } from '../audit/read-counts.js';
import type { AppEnv } from './authenticate.js';

/** What a handler says that it has answered. */
export type Answered = Pick<Read, 'slice' | 'scope' | 'timeRange' | 'rows'>;

/** Counts what handlers have answered, with a body or with 304. */
export const auditedReads =
  (count: (read: Read) => void): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    await next();
    const answered = context.get('answered');
    if (answered === undefined) return;
    const { orgId, memberId } = context.get('principal');
    count({ orgId, memberId, ...answered });
  };

/** The time range of a query that the contract has accepted; empty where there is none. */
export function timeRangeOf({ ranged }: Slice, params: URLSearchParams): string {
  if (!ranged) return '';
  const range = params.get('time_range') ?? defaultTimeRange;
  return range === 'custom' ? `${params.get('from')}..${params.get('to')}` : range;
}
