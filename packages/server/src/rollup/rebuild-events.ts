import type { TableName } from '../ingest/tables.js';
import type { Writer } from '../store/store.js';
import type { BuildLimits } from './build-limits.js';
import {
  aiMessageDay,
  aiMessageMonth,
  aiUsageDay,
  aiUsageMonth,
  ALL,
  callDay,
  callHour,
  callMonth,
  contactCount,
  messageDay,
  messageHour,
  messageMonth,
  suggestionDay,
  suggestionMonth,
  todoDay,
  todoMonth,
  type Rollup,
} from './definitions.js';

/** How a rollup by day is counted by the database itself, from all events of an organization. */
interface DayCount {
  readonly table: TableName;
  readonly byDay: Rollup;
  /** The sums of `byDay` in their order, those by hour aside. */
  readonly sums: readonly string[];
  readonly key: string;
  /** The column behind the last key column of `byDay`, where that is not the day. */
  readonly further?: string;
  readonly where?: string;
  readonly byMonth: Rollup;
  readonly byHour?: Rollup;
}

const BY_MEMBER = `'member:' || IFNULL(member_id, '')`;
const BY_PHONE = `IIF(phone_id IS NULL, ${BY_MEMBER}, 'phone:' || phone_id)`;

const those = (condition: string): string => `COUNT(*) FILTER (WHERE ${condition})`;

const dayCounts: readonly DayCount[] = [
  {
    table: 'calls',
    byDay: callDay,
    byMonth: callMonth,
    byHour: callHour,
    key: BY_PHONE,
    sums: ['COUNT(*)', 'COUNT(duration_secs)', 'IFNULL(SUM(duration_secs), 0)'],
  },
  {
    table: 'messages',
    byDay: messageDay,
    byMonth: messageMonth,
    byHour: messageHour,
    key: BY_PHONE,
    sums: [
      'COUNT(*)',
      those(`channel = 'sms'`),
      those(`channel = 'email'`),
      those(`channel NOT IN ('sms', 'email')`),
      those(`direction = 'outbound'`),
      those(`direction = 'outbound' AND status IN ('delivered', 'read')`),
      those(`direction = 'outbound' AND status IN ('failed', 'undelivered')`),
    ],
  },
  {
    table: 'messages',
    byDay: aiMessageDay,
    byMonth: aiMessageMonth,
    key: BY_PHONE,
    further: 'ai_feature',
    where: `direction = 'outbound' AND ai_feature IS NOT NULL`,
    sums: ['COUNT(*)'],
  },
  {
    table: 'todos',
    byDay: todoDay,
    byMonth: todoMonth,
    key: BY_MEMBER,
    further: 'status',
    sums: ['COUNT(*)'],
  },
  {
    table: 'text_agent_suggestions',
    byDay: suggestionDay,
    byMonth: suggestionMonth,
    key: BY_PHONE,
    sums: ['COUNT(*)', those(`outcome = 'auto_sent'`), 'SUM(escalated)', 'SUM(confidence_micros)'],
  },
  {
    table: 'ai_usage',
    byDay: aiUsageDay,
    byMonth: aiUsageMonth,
    key: BY_MEMBER,
    further: 'feature',
    sums: ['COUNT(*)', 'SUM(tokens)', 'SUM(cost_micros)'],
  },
];

/** Sums the events of a table, into rollups that have no rows of the organization. */
export async function countEvents(
  tx: Writer,
  org: string,
  table: TableName,
  limits: BuildLimits,
): Promise<void> {
  if (table === 'contacts') return countContacts(tx, org);
  // In the order of the file where that reads hardly more than the organization's own rows.
  const isMost = (await shareOf(tx, org, table)) > limits.share;
  const from = `${table} ${isMost ? 'NOT INDEXED' : ''}`;
  for (const count of dayCounts) {
    if (count.table !== table) continue;
    for (const statement of statementsOf(count, from)) await tx.run(statement, [org]);
  }
}

async function countContacts(tx: Writer, org: string): Promise<void> {
  await tx.run(
    `INSERT INTO ${contactCount.name}
     SELECT org_id, '${ALL}', COUNT(*) FROM contacts WHERE org_id = ? GROUP BY org_id`,
    [org],
  );
}

function statementsOf(count: DayCount, from: string): string[] {
  const { byDay, byMonth, byHour, key, sums, further, where = '1' } = count;
  const hours = byDay.sums.slice(sums.length).map((_, hour) => those(`hour = ${hour}`));
  const last = further === undefined ? '' : `, ${further}`;
  const lastKey = further === undefined ? '' : `, ${byDay.keys.at(-1)}`;
  const added = byDay.sums.map((sum) => `SUM(${sum})`);
  const [, , ...monthKeys] = byMonth.keys;
  const monthKey = monthKeys.map((key) => (key === 'weekday' ? `${WEEKDAY} AS weekday` : key));
  const statements = [
    `INSERT INTO ${byDay.name} SELECT org_id, ${key} AS own, day${last}, ${[...sums, ...hours]}
     FROM ${from} WHERE org_id = ? AND ${where} GROUP BY own, day${last}`,
    `INSERT INTO ${byDay.name} SELECT org_id, '${ALL}', day${lastKey}, ${added}
     FROM ${byDay.name} WHERE org_id = ? GROUP BY day${lastKey}`,
    `INSERT INTO ${byMonth.name}
     SELECT ${['org_id', 'key', `${MONTH} AS month`, ...monthKey]}, ${added}
     FROM ${byDay.name} WHERE org_id = ? GROUP BY ${byMonth.keys}`,
  ];
  if (byHour) {
    statements.push(`INSERT INTO ${byHour.name} SELECT org_id, day, hour, ${sums}
     FROM ${from} WHERE org_id = ? GROUP BY day, hour`);
  }
  return statements;
}

/** `monthOf` of a column `day`. */
const MONTH = `CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) * 12
  + CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1`;

/** `weekdayOf` of a column `day`. */
const WEEKDAY = '((day + 3) % 7 + 7) % 7 + 1';

async function shareOf(tx: Writer, org: string, table: TableName): Promise<number> {
  const row = await tx.first<{ own: number; whole: number }>(
    `SELECT (SELECT COUNT(*) FROM ${table} WHERE org_id = ?) AS own,
       (SELECT MAX(rowid) FROM ${table}) AS whole`,
    [org],
  );
  return row?.whole ? row.own / row.whole : 0;
}
