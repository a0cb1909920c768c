import type { MessageChannel, MessageStatus } from '@inlay/sdk/contract';
import { within } from '../access/within.js';
import { name, sql } from '../store/sql.js';
import { bucketSeries, byDayHour, heatmapOf, type DayHour } from './day-hours.js';
import { responseInsights } from './response-insights.js';
import { rate } from './rounding.js';
import type { SliceQuery, SliceRequest } from './slice-query.js';

interface MessageGroup extends DayHour {
  readonly sms: number;
  readonly email: number;
  readonly other: number;
  readonly outbound: number;
  readonly delivered: number;
  readonly undelivered: number;
}

const countWhere = (column: string, value: string) =>
  sql`COUNT(CASE WHEN ${name(column)} = ${value} THEN 1 END)`;

const isChannel = (channel: MessageChannel) => countWhere('channel', channel);

const reached = (...statuses: MessageStatus[]) =>
  statuses
    .map((status) => sql`COUNT(CASE WHEN direction = 'outbound' AND status = ${status} THEN 1 END)`)
    .reduce((sum, part) => sql`${sum} + ${part}`);

const sums = sql`
  ${isChannel('sms')} AS sms, ${isChannel('email')} AS email, ${isChannel('other')} AS other,
  ${countWhere('direction', 'outbound')} AS outbound,
  ${reached('delivered', 'read')} AS delivered,
  ${reached('failed', 'undelivered')} AS undelivered`;

const total = ({ sms, email, other }: MessageGroup): number => sms + email + other;

export const messagingStats: SliceQuery<'messagingStats'> = async (request) => {
  const groups = await messageGroups(request);
  const sumOf = (valueOf: (group: MessageGroup) => number) =>
    groups.reduce((sum, group) => sum + valueOf(group), 0);
  const messages = sumOf(total);
  const outbound = sumOf((group) => group.outbound);
  const delivered = sumOf((group) => group.delivered);
  const undelivered = sumOf((group) => group.undelivered);
  const heatmap = heatmapOf(groups, total);
  return {
    total_messages: messages,
    inbound_count: messages - outbound,
    outbound_count: outbound,
    delivery_rate: rate(delivered, delivered + undelivered),
    message_activity: activity(groups, request),
    message_heatmap: heatmap.cells,
    message_heatmap_max: heatmap.max,
    response_insights: await responseInsights(request),
  };
};

function messageGroups({ tx, scope, query, range, zone }: SliceRequest<'messagingStats'>) {
  const source = {
    table: name('messages'),
    at: name('created_at'),
    where: within(scope, 'messages', { filters: query }),
  };
  return byDayHour<MessageGroup>(tx, source, sums, range, zone);
}

function activity(
  groups: readonly MessageGroup[],
  { range, zone }: Pick<SliceRequest<'messagingStats'>, 'range' | 'zone'>,
) {
  const { series, indexOf } = bucketSeries(range, zone, {
    sms_count: 0,
    email_count: 0,
    other_count: 0,
  });
  for (const group of groups) {
    const bucket = series[indexOf(group)];
    if (!bucket) continue;
    bucket.sms_count += group.sms;
    bucket.email_count += group.email;
    bucket.other_count += group.other;
  }
  return series;
}
