import { within } from '../access/within.js';
import { all, name, sql } from '../store/sql.js';
import { during } from './day-hours.js';
import { featureLabel } from './feature-label.js';
import { rate } from './rounding.js';
import type { SliceQuery } from './slice-query.js';

export const aiMessageOriginStats: SliceQuery<'aiMessageOriginStats'> = async (request) => {
  const { tx, scope, query, range } = request;
  const rows = await all<{ ai_feature: string | null; count: number }>(
    tx,
    sql`SELECT ai_feature, COUNT(*) AS count FROM messages
        WHERE ${within(scope, 'messages', { filters: query })}
          AND ${during(name('created_at'), range)} AND direction = 'outbound'
        GROUP BY ai_feature ORDER BY count DESC, ai_feature`,
  );
  const outbound = rows.reduce((sum, row) => sum + row.count, 0);
  const byFeature = rows.flatMap(({ ai_feature, count }) =>
    ai_feature === null
      ? []
      : [{ feature_key: ai_feature, feature: featureLabel(ai_feature), count }],
  );
  const composed = byFeature.reduce((sum, row) => sum + row.count, 0);
  return {
    total_outbound: outbound,
    ai_message_count: composed,
    ai_share: rate(composed, outbound),
    by_feature: byFeature,
  };
};
