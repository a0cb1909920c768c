import type { SqlValue } from '../store/store.js';
import { weekdayOf } from '../time/local.js';
import { DAY_MS } from '../time/units.js';
import type { Unit } from './pairing.js';

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

/** Lengths in days of the blocks by which the table per phone is summed, ascending. */
export const BLOCKS = [8, 64, 512] as const;

/** `next_day` of a contact's last active day. */
export const NEVER = 9_999_999;

const hours = (prefix: string): string[] => Array.from({ length: 24 }, (_, hour) => prefix + hour);

/** Columns of the events by local hour of the day. */
export const hourColumns = hours('h');

const units: readonly Unit[] = ['run', 'message'];

/** Columns that sum how the units of a kind ended; `reply_ms` from their opening to the reply. */
export const responseColumns = (unit: Unit) => ({
  answered: `${unit}_answered`,
  unanswered: `${unit}_unanswered`,
  reply_ms: `${unit}_reply_ms`,
});

/** Columns of the unanswered units of a kind by the local hour at which they opened. */
export const unansweredColumns = (unit: Unit): readonly string[] => hours(`${unit}_u`);

const callSums = ['n', 'connected', 'secs'];
const messageSums = ['n', 'sms', 'email', 'other', 'outbound', 'delivered', 'undelivered'];
const responseSums = [
  ...units.flatMap((unit) => [responseColumns(unit).answered, responseColumns(unit).unanswered]),
  ...units.map((unit) => responseColumns(unit).reply_ms),
];
const responseSumsByHour = [...responseSums, ...units.flatMap(unansweredColumns)];
/** The sums of which one at least is not zero. */
const RESPONSE_COUNTS = 4;

export const callHour = byHour('call_hour', callSums);
export const callMonth = byMonth('call_month', callSums);
export const callDay = byDay('call_day', callSums, callMonth);

export const messageHour = byHour('message_hour', messageSums);
export const messageMonth = byMonth('message_month', messageSums);
export const messageDay = byDay('message_day', messageSums, messageMonth);

export const aiMessageMonth = byMonthAnd(['feature'], 'ai_message_month', ['n']);
export const aiMessageDay = byDayAnd(['feature'], 'ai_message_day', aiMessageMonth);

export const todoMonth = byMonthAnd(['status'], 'todo_month', ['n']);
export const todoDay = byDayAnd(['status'], 'todo_day', todoMonth);

export const aiUsageMonth = byMonthAnd(['feature'], 'ai_usage_month', [
  'n',
  'tokens',
  'cost_micros',
]);
export const aiUsageDay = byDayAnd(['feature'], 'ai_usage_day', aiUsageMonth);

export const suggestionMonth = byMonthAnd([], 'suggestion_month', [
  'n',
  'auto_sent',
  'escalated',
  'confidence_micros',
]);
export const suggestionDay = byDayAnd([], 'suggestion_day', suggestionMonth);

export const responseMonth: Rollup = {
  name: 'response_month',
  keys: ['key', 'month'],
  sums: responseSumsByHour,
  counts: RESPONSE_COUNTS,
};

/** Phones within a block of days: what a table of all phones is made of. */
export const responseBlock: Rollup = {
  name: 'response_block',
  keys: ['days', 'block', 'key'],
  sums: responseSums,
  counts: RESPONSE_COUNTS,
};

export const responseDay: Rollup = {
  name: 'response_day',
  keys: ['key', 'day'],
  sums: responseSumsByHour,
  counts: RESPONSE_COUNTS,
  widerThan: ([key = '', day = 0]) => {
    const month = monthOf(Number(day));
    return [
      [responseDay, [ALL, day]],
      [responseMonth, [key, month]],
      [responseMonth, [ALL, month]],
      ...BLOCKS.map(
        (days) => [responseBlock, [days, Math.floor(Number(day) / days), key]] as const,
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
  aiMessageMonth,
  suggestionDay,
  suggestionMonth,
  todoDay,
  todoMonth,
  aiUsageDay,
  aiUsageMonth,
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

/** By further columns too, or by none. */
function byMonthAnd(further: readonly string[], name: string, sums: readonly string[]): Rollup {
  return { name, keys: ['key', 'month', ...further], sums, counts: 1 };
}

function byDayAnd(further: readonly string[], name: string, month: Rollup): Rollup {
  const rollup: Rollup = {
    name,
    keys: ['key', 'day', ...further],
    sums: month.sums,
    counts: 1,
    widerThan: ([key = '', day = 0, ...rest]) => [
      [rollup, [ALL, day, ...rest]],
      [month, [key, monthOf(Number(day)), ...rest]],
      [month, [ALL, monthOf(Number(day)), ...rest]],
    ],
  };
  return rollup;
}
