import {
  callDay,
  callHour,
  callMonth,
  messageDay,
  messageHour,
  messageMonth,
} from '../rollup/definitions.js';
import { sql, type Sql } from '../store/sql.js';
import type { SummedEvents } from './event-sums.js';

const countWhere = (condition: Sql): Sql => sql`COUNT(CASE WHEN ${condition} THEN 1 END)`;

const outbound = sql`direction = 'outbound'`;

/** Calls by day; connected ones have a duration. */
export const summedCalls: SummedEvents = {
  table: 'calls',
  sums: {
    n: sql`COUNT(*)`,
    connected: sql`COUNT(duration_secs)`,
    secs: sql`TOTAL(duration_secs)`,
  },
  byDay: callDay,
  byMonth: callMonth,
  byHour: callHour,
};

/** The sums of `summedCalls`. */
export interface CallSums {
  readonly n: number;
  readonly connected: number;
  readonly secs: number;
}

/** Messages by day, channel and whether they reached anyone. */
export const summedMessages: SummedEvents = {
  table: 'messages',
  sums: {
    n: sql`COUNT(*)`,
    sms: countWhere(sql`channel = 'sms'`),
    email: countWhere(sql`channel = 'email'`),
    other: countWhere(sql`channel = 'other'`),
    outbound: countWhere(outbound),
    delivered: countWhere(sql`${outbound} AND status IN ('delivered', 'read')`),
    undelivered: countWhere(sql`${outbound} AND status IN ('failed', 'undelivered')`),
  },
  byDay: messageDay,
  byMonth: messageMonth,
  byHour: messageHour,
};

/** The sums of `summedMessages`. */
export interface MessageSums {
  readonly n: number;
  readonly sms: number;
  readonly email: number;
  readonly other: number;
  readonly outbound: number;
  readonly delivered: number;
  readonly undelivered: number;
}
