import type { SqlValue } from '../store/store.js';
import { weekdayOf } from '../time/local.js';
import { DAY_MS } from '../time/units.js';

/** The values of a rollup's key columns after `org_id`. */
export type Key = readonly (string | number)[];

/** A table of sums over events. A row whose first `counts` sums are all zero is not kept. */
export interface Rollup {
  readonly name: string;
  /** Key columns after `org_id`. */
  readonly keys: readonly string[];
  readonly sums: readonly string[];
  readonly counts: number;
  /** The wider rows, of this rollup and others, that contain what a row sums. */
  readonly widerThan?: (key: Key) => readonly (readonly [Rollup, Key])[];
}

/** Key of the rows of a whole organization. */
export const ALL = 'all';

/** Key of what threads without a phone sum up to. */
export const NO_PHONE = 'none';

/** Key of the rows of a phone. */
export const phoneKey = (phoneId: string): string => `phone:${phoneId}`;

/** Key of the rows of a member that have no phone. */
export const memberKey = (memberId: string): string => `member:${memberId}`;

/** The key under which an event is summed: its phone's, or its member's where it has none. */
export const keyOf = (phoneId: SqlValue | undefined, memberId: SqlValue | undefined): string =>
  phoneId == null ? memberKey(String(memberId ?? '')) : phoneKey(String(phoneId));

/** Months since January of the year 0, of a date in days since 1970-01-01. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first date of a month, in days since 1970-01-01. */
export const firstDayOfMonth = (month: number): number =>
  new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / DAY_MS;

/** Lengths in days of the blocks by which the table per phone is summed. */
export const BLOCKS = [512, 64, 8] as const;

/** `next_day` of a contact's last active day. */
export const NEVER = 9_999_999;

const hours = (prefix: string): string[] => Array.from({ length: 24 }, (_, hour) => prefix + hour);

/** Columns of the events by local hour of the day. */
export const hourColumns = hours('h');

/** Columns of the unanswered by the local hour at which they opened. */
export const unansweredColumns = hours('u');

const callSums = ['n', 'connected', 'secs'];
const messageSums = ['n', 'sms', 'email', 'other', 'outbound', 'delivered', 'undelivered'];
const responseSums = ['answered', 'unanswered', 'reply_ms'];

export const callHour = byHour('call_hour', callSums);
export const callMonth = byMonth('call_month', callSums);
export const callDay = byDay('call_day', callSums, callMonth);

export const messageHour = byHour('message_hour', messageSums);
export const messageMonth = byMonth('message_month', messageSums);
export const messageDay = byDay('message_day', messageSums, messageMonth);

export const aiMessageDay = byDayAnd('feature', 'ai_message_day', ['n']);
export const todoDay = byDayAnd('status', 'todo_day', ['n']);
export const aiUsageDay = byDayAnd('feature', 'ai_usage_day', ['n', 'tokens', 'cost_micros']);
export const suggestionDay = byDayAnd(undefined, 'suggestion_day', [
  'n',
  'auto_sent',
  'escalated',
  'confidence_micros',
]);

export const responseMonth: Rollup = {
  name: 'response_month',
  keys: ['unit', 'key', 'month'],
  sums: [...responseSums, ...unansweredColumns],
  counts: 2,
};

/** Phones within a block of days: what a table of all phones is made of. */
export const responseBlock: Rollup = {
  name: 'response_block',
  keys: ['unit', 'days', 'block', 'key'],
  sums: responseSums,
  counts: 2,
};

export const responseDay: Rollup = {
  name: 'response_day',
  keys: ['unit', 'key', 'day'],
  sums: [...responseSums, ...unansweredColumns],
  counts: 2,
  widerThan: ([unit = '', key = '', day = 0]) => {
    const month = monthOf(Number(day));
    return [
      [responseDay, [unit, ALL, day]],
      [responseMonth, [unit, key, month]],
      [responseMonth, [unit, ALL, month]],
      ...BLOCKS.map(
        (days) => [responseBlock, [unit, days, Math.floor(Number(day) / days), key]] as const,
      ),
    ];
  },
};

/** Contacts by an active day and the next one: the distinct ones of a range are those that leave it. */
export const contactGap: Rollup = {
  name: 'contact_gap',
  keys: ['day', 'next_day'],
  sums: ['n'],
  counts: 1,
};

/** All contacts of an organization: counting them takes as long as there are many. */
export const contactCount: Rollup = {
  name: 'contact_count',
  keys: ['key'],
  sums: ['n'],
  counts: 1,
};

/** Rollups of sums, all of them. `contact_seen` alone is kept otherwise. */
export const rollups: readonly Rollup[] = [
  callDay,
  callMonth,
  callHour,
  messageDay,
  messageMonth,
  messageHour,
  aiMessageDay,
  suggestionDay,
  todoDay,
  aiUsageDay,
  responseDay,
  responseMonth,
  responseBlock,
  contactGap,
  contactCount,
];

/** For whole organizations only: the few rows of a phone or member are quickly counted. */
function byHour(name: string, sums: readonly string[]): Rollup {
  return { name, keys: ['day', 'hour'], sums, counts: 1 };
}

/** By weekday too, so that a heatmap can be made of months. */
function byMonth(name: string, sums: readonly string[]): Rollup {
  return { name, keys: ['key', 'month', 'weekday'], sums: [...sums, ...hourColumns], counts: 1 };
}

function byDay(name: string, sums: readonly string[], month: Rollup): Rollup {
  const rollup: Rollup = {
    name,
    keys: ['key', 'day'],
    sums: [...sums, ...hourColumns],
    counts: 1,
    widerThan: ([key = '', day = 0]) => {
      const period = [monthOf(Number(day)), weekdayOf(Number(day))];
      return [
        [rollup, [ALL, day]],
        [month, [key, ...period]],
        [month, [ALL, ...period]],
      ];
    },
  };
  return rollup;
}

function byDayAnd(further: string | undefined, name: string, sums: readonly string[]): Rollup {
  const rollup: Rollup = {
    name,
    keys: ['key', 'day', ...(further === undefined ? [] : [further])],
    sums,
    counts: 1,
    widerThan: ([, ...rest]) => [[rollup, [ALL, ...rest]]],
  };
  return rollup;
}
