import type { Row, Table, TableName } from '../ingest/tables.js';
import type { SqlValue } from '../store/store.js';
import type { Deltas } from './deltas.js';
import {
  ALL,
  aiMessageDay,
  aiMessageMonth,
  aiUsageDay,
  aiUsageMonth,
  callDay,
  callHour,
  callMonth,
  contactCount,
  keyOf,
  messageDay,
  messageHour,
  messageMonth,
  suggestionDay,
  suggestionMonth,
  todoDay,
  todoMonth,
  type Rollup,
} from './definitions.js';

/** An event as it is stored, with the columns that rollups depend on. */
export type EventRow = Readonly<Record<string, SqlValue>>;

/** What one event adds to the rollups that sum events one by one. */
export interface EventSource {
  /** The rollups that it adds to by itself, the wider ones too. */
  readonly rollups: readonly Rollup[];
  /** Columns that rollups depend on, besides org_id and id. */
  readonly columns: readonly string[];
  /** Adds an event (`sign` 1) or takes it away (-1). */
  count(deltas: Deltas, org: string, event: EventRow, sign: 1 | -1): void;
}

const SUCCESS: readonly unknown[] = ['delivered', 'read'];
const FAILURE: readonly unknown[] = ['failed', 'undelivered'];

/** How many sums come before those by hour. */
const CALL_SUMS = 3;
const MESSAGE_SUMS = 7;

const add = (sums: number[], index: number, value: number): void => {
  sums[index] = (sums[index] ?? 0) + value;
};

/** Tables of events, and of contacts, and what they add to rollups. */
export const eventSources: Partial<Record<TableName, EventSource>> = {
  calls: {
    rollups: [callDay, callMonth, callHour],
    columns: ['phone_id', 'member_id', 'contact_id', 'duration_secs', 'day', 'hour'],
    count(deltas, org, event, sign) {
      const { phone_id, member_id, duration_secs } = event;
      const [day, hour] = [Number(event['day']), Number(event['hour'])];
      const ofDay = deltas.of(callDay, org, keyOf(phone_id, member_id), day);
      for (const sums of [ofDay, deltas.of(callHour, org, day, hour)]) {
        add(sums, 0, sign);
        if (duration_secs == null) continue;
        add(sums, 1, sign);
        add(sums, 2, sign * Number(duration_secs));
      }
      add(ofDay, CALL_SUMS + hour, sign);
    },
  },
  messages: {
    rollups: [messageDay, messageMonth, messageHour, aiMessageDay, aiMessageMonth],
    columns: [
      'phone_id',
      'member_id',
      'contact_id',
      'channel',
      'direction',
      'status',
      'ai_feature',
      'created_at',
      'day',
      'hour',
    ],
    count(deltas, org, event, sign) {
      const { phone_id, member_id, channel, direction, status, ai_feature } = event;
      const [day, hour] = [Number(event['day']), Number(event['hour'])];
      const key = keyOf(phone_id, member_id);
      const isOutbound = direction === 'outbound';
      const ofDay = deltas.of(messageDay, org, key, day);
      for (const sums of [ofDay, deltas.of(messageHour, org, day, hour)]) {
        add(sums, 0, sign);
        add(sums, channel === 'sms' ? 1 : channel === 'email' ? 2 : 3, sign);
        if (!isOutbound) continue;
        add(sums, 4, sign);
        if (SUCCESS.includes(status)) add(sums, 5, sign);
        if (FAILURE.includes(status)) add(sums, 6, sign);
      }
      add(ofDay, MESSAGE_SUMS + hour, sign);
      if (!isOutbound || ai_feature == null) return;
      add(deltas.of(aiMessageDay, org, key, day, String(ai_feature)), 0, sign);
    },
  },
  contacts: {
    rollups: [contactCount],
    columns: ['owner_member_id'],
    count(deltas, org, _, sign) {
      add(deltas.of(contactCount, org, ALL), 0, sign);
    },
  },
  todos: {
    rollups: [todoDay, todoMonth],
    columns: ['member_id', 'status', 'day'],
    count(deltas, org, { member_id, status, day }, sign) {
      const key = keyOf(null, member_id);
      add(deltas.of(todoDay, org, key, Number(day), String(status)), 0, sign);
    },
  },
  text_agent_suggestions: {
    rollups: [suggestionDay, suggestionMonth],
    columns: ['phone_id', 'member_id', 'confidence_micros', 'outcome', 'escalated', 'day'],
    count(deltas, org, { phone_id, member_id, day, ...event }, sign) {
      const sums = deltas.of(suggestionDay, org, keyOf(phone_id, member_id), Number(day));
      add(sums, 0, sign);
      if (event['outcome'] === 'auto_sent') add(sums, 1, sign);
      add(sums, 2, sign * Number(event['escalated']));
      add(sums, 3, sign * Number(event['confidence_micros']));
    },
  },
  ai_usage: {
    rollups: [aiUsageDay, aiUsageMonth],
    columns: ['member_id', 'feature', 'tokens', 'cost_micros', 'day'],
    count(deltas, org, { member_id, feature, day, tokens, cost_micros }, sign) {
      const key = keyOf(null, member_id);
      const sums = deltas.of(aiUsageDay, org, key, Number(day), String(feature));
      add(sums, 0, sign);
      add(sums, 1, sign * Number(tokens));
      add(sums, 2, sign * Number(cost_micros));
    },
  },
};

/** Reads what rollups need of a stored row. */
export function eventReader({ columns, localTimeOf }: Table, names: readonly string[]) {
  const stored = columns.map((column) => column.storedAs);
  if (localTimeOf !== undefined) stored.push('day', 'hour');
  const positions = names.map((name) => [name, stored.indexOf(name)] as const);
  return (row: Row): EventRow => {
    const event: Record<string, SqlValue> = {};
    for (const [name, position] of positions) event[name] = row[position] ?? null;
    return event;
  };
}
