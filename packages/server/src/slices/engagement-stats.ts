import { filterNames, type Activity, type Direction, type Filters } from '@inlay/sdk/contract';
import { within } from '../access/within.js';
import { all, first, name, sql, type Sql } from '../store/sql.js';
import { instant } from './columns.js';
import { during } from './day-hours.js';
import type { SliceQuery, SliceRequest } from './slice-query.js';

type Request = SliceRequest<'engagementStats'>;

const RECENT_ACTIVITIES = 10;

export const engagementStats: SliceQuery<'engagementStats'> = async (request) => ({
  active_contacts: await activeContacts(request),
  total_contacts: await totalContacts(request),
  channel_distribution: await channelDistribution(request),
  recent_activities: await recentActivities(request),
});

const callsOf = ({ scope, query }: Request): Sql => within(scope, 'calls', { filters: query });

const messagesOf = ({ scope, query }: Request): Sql =>
  within(scope, 'messages', { filters: query });

const count = async ({ tx }: Request, query: Sql): Promise<number> =>
  (await first<{ count: number }>(tx, query))?.count ?? 0;

const activeContacts = (request: Request): Promise<number> =>
  count(
    request,
    sql`SELECT COUNT(DISTINCT contact_id) AS count FROM (
          SELECT contact_id FROM calls
          WHERE ${callsOf(request)} AND ${during(name('started_at'), request.range)}
          UNION ALL
          SELECT contact_id FROM messages
          WHERE ${messagesOf(request)} AND ${during(name('created_at'), request.range)})`,
  );

/** Contacts that the reader owns or, at any time, called or wrote with. */
function totalContacts(request: Request): Promise<number> {
  const { scope, query } = request;
  const owned = sql`SELECT id FROM contacts WHERE ${within(scope, 'contacts', { filters: query })}`;
  const met = sql`SELECT contact_id FROM calls
      WHERE ${callsOf(request)} AND contact_id IS NOT NULL
      UNION SELECT contact_id FROM messages
      WHERE ${messagesOf(request)} AND contact_id IS NOT NULL`;
  const everyContactIsSeen = scope.kind === 'organization' && !isFiltered(query);
  const seen = everyContactIsSeen ? owned : sql`${owned} UNION ${met}`;
  return count(request, sql`SELECT COUNT(*) AS count FROM (${seen})`);
}

const isFiltered = (filters: Filters): boolean =>
  filterNames.some((filter) => filters[filter] !== undefined);

async function channelDistribution(request: Request) {
  const rows = await all<{ channel: 'sms' | 'email' | 'other'; count: number }>(
    request.tx,
    sql`SELECT channel, COUNT(*) AS count FROM messages
        WHERE ${messagesOf(request)} AND ${during(name('created_at'), request.range)}
        GROUP BY channel`,
  );
  const messages = new Map(rows.map((row) => [row.channel, row.count]));
  const calls = await count(
    request,
    sql`SELECT COUNT(*) AS count FROM calls
        WHERE ${callsOf(request)} AND ${during(name('started_at'), request.range)}`,
  );
  return {
    calls,
    sms: messages.get('sms') ?? 0,
    email: messages.get('email') ?? 0,
    other: messages.get('other') ?? 0,
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
  const calls = await newest(request, 'calls', name('started_at'), sql`'call'`, callsOf(request));
  const messages = await newest(
    request,
    'messages',
    name('created_at'),
    name('channel'),
    messagesOf(request),
  );
  return [...calls, ...messages]
    .sort((a, b) => b.at - a.at)
    .slice(0, RECENT_ACTIVITIES)
    .map(activity);
}

/** Newest first; the later stable sort by instant keeps calls before messages and ids in order. */
const newest = ({ tx, range }: Request, table: string, at: Sql, channel: Sql, where: Sql) =>
  all<EventRow>(
    tx,
    sql`SELECT event.id, event.contact_id, contacts.name AS contact_name, event.channel,
          event.direction, event.status, event.at
        FROM (SELECT org_id, id, contact_id, direction, status, ${channel} AS channel, ${at} AS at
              FROM ${name(table)}
              WHERE ${where} AND ${during(at, range)}
              ORDER BY ${at} DESC, id DESC LIMIT ${RECENT_ACTIVITIES}) AS event
        LEFT JOIN contacts
          ON contacts.org_id = event.org_id AND contacts.id = event.contact_id
        ORDER BY event.at DESC, event.id DESC`,
  );

const activity = ({ at, ...event }: EventRow): Activity => ({
  ...event,
  activity_type: event.channel === 'call' ? 'call' : 'message',
  description: description(event),
  created_at: instant(at),
});

const channelWords = { call: 'call', sms: 'SMS', email: 'email', other: 'message' } as const;

const description = ({ channel, direction, status }: Omit<EventRow, 'at'>): string =>
  `${direction === 'inbound' ? 'Inbound' : 'Outbound'} ${channelWords[channel]}, ${status.replaceAll('_', ' ')}`;
