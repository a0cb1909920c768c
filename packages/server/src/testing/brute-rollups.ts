import { wallClock } from './oracle/local-clock.js';
import type { EventJson, EventTableName } from './random-changes.js';

/** Rows of every table of events, and the zone, of one organization. */
export interface BruteWorld {
  readonly org: string;
  readonly timezone: string;
  /** Ids of all that it has. */
  readonly contacts: readonly string[];
  readonly rows: Readonly<Record<EventTableName, readonly EventJson[]>>;
}

/** A row of a rollup without columns that are zero. */
export type BruteRow = Readonly<Record<string, string | number>>;

interface When {
  readonly day: number;
  readonly month: number;
  readonly weekday: number;
  readonly hour: number;
}

/**
 * What every rollup must hold, by filtering and grouping plain arrays. Shares no code with the
 * server: dates come from `Intl`.
 */
export function bruteRollups(world: BruteWorld): Record<string, BruteRow[]> {
  const { org, timezone, rows } = world;
  const when = ({ started_at, created_at }: EventJson): When => {
    const { date, hour } = wallClock(timezone, Date.parse(String(started_at ?? created_at)));
    const midnight = new Date(`${date}T00:00:00Z`);
    return {
      day: midnight.getTime() / 86_400_000,
      month: midnight.getUTCFullYear() * 12 + midnight.getUTCMonth(),
      weekday: midnight.getUTCDay() === 0 ? 7 : midnight.getUTCDay(),
      hour,
    };
  };
  const keys = ({ phone_id, member_id }: EventJson): string[] => [
    'all',
    phone_id === undefined ? `member:${member_id ?? ''}` : `phone:${phone_id}`,
  ];
  const table: Record<string, Map<string, Record<string, string | number>>> = {};
  const add = (name: string, key: BruteRow, sums: Readonly<Record<string, number>>): void => {
    const found = (table[name] ??= new Map());
    const text = JSON.stringify(key);
    const row = found.get(text) ?? { org_id: org, ...key };
    found.set(text, row);
    for (const [column, value] of Object.entries(sums)) {
      row[column] = Number(row[column] ?? 0) + value;
    }
  };
  const addEvent = (name: string, event: EventJson, sums: Readonly<Record<string, number>>) => {
    const { day, month, weekday, hour } = when(event);
    for (const key of keys(event)) {
      add(`${name}_day`, { key, day }, { ...sums, [`h${hour}`]: 1 });
      add(`${name}_month`, { key, month, weekday }, { ...sums, [`h${hour}`]: 1 });
    }
    add(`${name}_hour`, { day, hour }, sums);
  };
  const addByPeriod = (
    name: string,
    event: EventJson,
    further: BruteRow,
    sums: Readonly<Record<string, number>>,
  ) => {
    const { day, month } = when(event);
    for (const key of keys(event)) {
      add(`${name}_day`, { key, day, ...further }, sums);
      add(`${name}_month`, { key, month, ...further }, sums);
    }
  };

  for (const call of rows.calls) {
    const { duration_secs } = call;
    addEvent('call', call, {
      n: 1,
      connected: duration_secs === undefined ? 0 : 1,
      secs: Number(duration_secs ?? 0),
    });
  }
  for (const message of rows.messages) {
    const { channel, direction, status, ai_feature } = message;
    const isOutbound = direction === 'outbound';
    const is = (...statuses: string[]) => Number(isOutbound && statuses.includes(String(status)));
    addEvent('message', message, {
      n: 1,
      [String(channel)]: 1,
      outbound: Number(isOutbound),
      delivered: is('delivered', 'read'),
      undelivered: is('failed', 'undelivered'),
    });
    if (ai_feature === undefined) continue;
    addByPeriod('ai_message', message, { feature: String(ai_feature) }, { n: 1 });
  }
  for (const todo of rows.todos) {
    addByPeriod('todo', todo, { status: String(todo['status']) }, { n: 1 });
  }
  for (const suggestion of rows.text_agent_suggestions) {
    addByPeriod(
      'suggestion',
      suggestion,
      {},
      {
        n: 1,
        auto_sent: Number(suggestion['outcome'] === 'auto_sent'),
        escalated: Number(suggestion['escalated']),
        confidence_micros: Math.round(Number(suggestion['confidence']) * 1e6),
      },
    );
  }
  for (const use of rows.ai_usage) {
    addByPeriod(
      'ai_usage',
      use,
      { feature: String(use['feature']) },
      {
        n: 1,
        tokens: Number(use['tokens']),
        cost_micros: Math.round(Number(use['cost_usd']) * 1e6),
      },
    );
  }
  for (const { unit, opener, replyAt } of waiting(rows.messages)) {
    const { day, month, hour } = when(opener);
    const waited = replyAt - Date.parse(String(opener['created_at']));
    const ending = Number.isNaN(replyAt)
      ? { [`${unit}_unanswered`]: 1 }
      : { [`${unit}_answered`]: 1, [`${unit}_reply_ms`]: waited };
    const sums = { ...ending, ...(Number.isNaN(replyAt) && { [`${unit}_u${hour}`]: 1 }) };
    const own = opener['phone_id'] === undefined ? 'none' : `phone:${opener['phone_id']}`;
    for (const key of ['all', own]) {
      add('response_day', { key, day }, sums);
      add('response_month', { key, month }, sums);
    }
    for (const days of [8, 64, 512]) {
      add('response_block', { days, block: Math.floor(day / days), key: own }, ending);
    }
  }
  for (const contact of new Set(contactsOf(rows))) {
    const met = [...rows.calls, ...rows.messages].filter((row) => row['contact_id'] === contact);
    const days = [...new Set(met.map((row) => when(row).day))].sort((a, b) => a - b);
    days.forEach((day, index) => {
      add('contact_gap', { day, next_day: days[index + 1] ?? 9_999_999 }, { n: 1 });
    });
    const own = new Set(met.map((row) => keys(row)[1] ?? ''));
    for (const key of own) {
      const seen = met.filter((row) => keys(row)[1] === key).map((row) => when(row).day);
      add('contact_seen', { key, contact_id: contact }, { last_day: Math.max(...seen) });
    }
  }
  add('contact_count', { key: 'all' }, { n: world.contacts.length });
  return Object.fromEntries(
    Object.entries(table).map(([name, found]) => [name, [...found.values()].map(withoutZeros)]),
  );
}

const contactsOf = (rows: BruteWorld['rows']): string[] =>
  [...rows.calls, ...rows.messages].flatMap(({ contact_id }) =>
    contact_id === undefined ? [] : [String(contact_id)],
  );

/** Drops columns that are zero and names that no value tells apart. */
export const withoutZeros = (row: object): BruteRow =>
  Object.fromEntries(
    Object.entries(row).filter(([column, value]) => value !== 0 || isKeyColumn(column)),
  );

const isKeyColumn = (column: string): boolean =>
  ['day', 'hour', 'month', 'weekday', 'days', 'block', 'next_day', 'last_day'].includes(column);

interface Waiting {
  readonly unit: string;
  readonly opener: EventJson;
  /** NaN without a reply. */
  readonly replyAt: number;
}

function waiting(messages: readonly EventJson[]): Waiting[] {
  const threads = new Map<string, EventJson[]>();
  for (const message of messages) {
    const { contact_id, phone_id, channel, direction, status } = message;
    const hasFailed = direction === 'outbound' && /^(failed|undelivered)$/.test(String(status));
    if (contact_id === undefined || hasFailed) continue;
    const thread = JSON.stringify([contact_id, phone_id ?? null, phone_id ?? channel]);
    threads.set(thread, [...(threads.get(thread) ?? []), message]);
  }
  const at = (row: EventJson | undefined): number => Date.parse(String(row?.['created_at']));
  return [...threads.values()].flatMap((thread) => {
    thread.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
    return thread.flatMap((opener, index) => {
      if (opener['direction'] === 'outbound') return [];
      const next = thread[index + 1];
      const reply = thread.slice(index).find((row) => row['direction'] === 'outbound');
      const single = {
        unit: 'message',
        opener,
        replyAt: next?.['direction'] === 'outbound' ? at(next) : NaN,
      };
      const isFirst = thread[index - 1]?.['direction'] !== 'inbound';
      return isFirst ? [single, { unit: 'run', opener, replyAt: at(reply) }] : [single];
    });
  });
}
