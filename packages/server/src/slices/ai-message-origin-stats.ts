import { aiMessageDay, aiMessageMonth } from '../rollup/definitions.js';
import { all, name, sql } from '../store/sql.js';
import { groupsOf, inMonthsOf, partsBy } from './event-sums.js';
import { featureLabel } from './feature-label.js';
import { rate } from './rounding.js';
import type { SliceQuery } from './slice-query.js';
import { summedMessages, type MessageSums } from './summed-events.js';

export const aiMessageOriginStats: SliceQuery<'aiMessageOriginStats'> = async (request) => {
  const parts = partsBy(request, {
    table: 'messages',
    byDay: aiMessageDay,
    byMonth: aiMessageMonth,
    column: 'feature',
    eventColumn: name('ai_feature'),
    only: sql`direction = 'outbound' AND ai_feature IS NOT NULL`,
    sums: { n: sql`COUNT(*)` },
  });
  const rows = await all<{ feature: string; count: number }>(
    request.tx,
    sql`SELECT feature, SUM(n) AS count FROM (${parts}) GROUP BY feature ORDER BY count DESC, feature`,
  );
  const messages = await groupsOf<MessageSums>(inMonthsOf(request), summedMessages);
  const outbound = messages.reduce((sum, group) => sum + group.outbound, 0);
  const composed = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    total_outbound: outbound,
    ai_message_count: composed,
    ai_share: rate(composed, outbound),
    by_feature: rows.map(({ feature, count }) => ({
      feature_key: feature,
      feature: featureLabel(feature),
      count,
    })),
  };
};
