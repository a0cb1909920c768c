import type { Activity, Direction } from '@inlay/sdk/contract';
import { instantColumn } from '../access/visible-rows.js';
import { all, name, sql, type Sql } from '../store/sql.js';
import { instant } from './columns.js';
import { contactCounts } from './contacts.js';
import { groupsOf, inMonthsOf } from './event-sums.js';
import { newestIds } from './newest.js';
import type { SliceQuery, SliceRequest } from './slice-query.js';
import { summedCalls, summedMessages, type CallSums, type MessageSums } from './summed-events.js';

type Request = SliceRequest<'engagementStats'>;

const RECENT_ACTIVITIES = 10;

export const engagementStats: SliceQuery<'engagementStats'> = async (request) => {
  const contacts = await contactCounts(request);
  return {
    active_contacts: contacts.active,
    total_contacts: contacts.total,
    channel_distribution: await channelDistribution(request),
    recent_activities: await recentActivities(request),
  };
};

async function channelDistribution(request: Request) {
  const calls = await groupsOf<CallSums>(inMonthsOf(request), summedCalls);
  const messages = await groupsOf<MessageSums>(inMonthsOf(request), summedMessages);
  const sumOf = (channel: 'sms' | 'email' | 'other') =>
    messages.reduce((sum, group) => sum + group[channel], 0);
  return {
    calls: calls.reduce((sum, group) => sum + group.n, 0),
    sms: sumOf('sms'),
    email: sumOf('email'),
    other: sumOf('other'),
  };
}

interface EventRow {
  readonly id: string;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly channel: Activity['channel'];
  readonly direction: Direction;
  readonly status: string;
  readonly at: number;
}

async function recentActivities(request: Request): Promise<Activity[]> {
  const calls = await newest(request, 'calls', sql`'call'`);
  const messages = await newest(request, 'messages', name('event.channel'));
  return [...calls, ...messages]
    .sort((a, b) => b.at - a.at)
    .slice(0, RECENT_ACTIVITIES)
    .map(activity);
}

/** Newest first; the later stable sort by instant keeps calls before messages and ids in order. */
async function newest(request: Request, table: 'calls' | 'messages', channel: Sql) {
  const ids = await newestIds(request, table, RECENT_ACTIVITIES);
  return all<EventRow>(
    request.tx,
    sql`SELECT event.id, event.contact_id, contacts.name AS contact_name, ${channel} AS channel,
          event.direction, event.status, event.${instantColumn(table)} AS at
        FROM (SELECT value FROM json_each(${JSON.stringify(ids)})) AS picked
        CROSS JOIN ${name(table)} AS event
        LEFT JOIN contacts
          ON contacts.org_id = event.org_id AND contacts.id = event.contact_id
        WHERE event.org_id = ${request.scope.orgId} AND event.id = picked.value
        ORDER BY at DESC, event.id DESC`,
  );
}

const activity = ({ at, ...event }: EventRow): Activity => ({
  ...event,
  activity_type: event.channel === 'call' ? 'call' : 'message',
  description: description(event),
  created_at: instant(at),
});

const channelWords = { call: 'call', sms: 'SMS', email: 'email', other: 'message' } as const;

const description = ({ channel, direction, status }: Omit<EventRow, 'at'>): string =>
  `${direction === 'inbound' ? 'Inbound' : 'Outbound'} ${channelWords[channel]}, ${status.replaceAll('_', ' ')}`;
