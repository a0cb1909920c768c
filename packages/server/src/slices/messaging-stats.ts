import { bucketSeries, heatmapOf, type DayHour } from './day-hours.js';
import { cellsOf, groupsOf } from './event-sums.js';
import { responseInsights } from './response-insights.js';
import { rate } from './rounding.js';
import type { SliceQuery, SliceRequest } from './slice-query.js';
import { summedMessages, type MessageSums } from './summed-events.js';

type MessageGroup = DayHour & MessageSums;

export const messagingStats: SliceQuery<'messagingStats'> = async (request) => {
  const groups = await groupsOf<MessageSums>(request, summedMessages);
  const sumOf = (key: keyof MessageSums) => groups.reduce((sum, group) => sum + group[key], 0);
  const messages = sumOf('n');
  const outbound = sumOf('outbound');
  const delivered = sumOf('delivered');
  const heatmap = heatmapOf(await cellsOf(request, summedMessages));
  return {
    total_messages: messages,
    inbound_count: messages - outbound,
    outbound_count: outbound,
    delivery_rate: rate(delivered, delivered + sumOf('undelivered')),
    message_activity: activity(groups, request),
    message_heatmap: heatmap.cells,
    message_heatmap_max: heatmap.max,
    response_insights: await responseInsights(request),
  };
};

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
