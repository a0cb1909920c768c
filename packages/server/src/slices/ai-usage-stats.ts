import { within } from '../access/within.js';
import { all, name, sql } from '../store/sql.js';
import { during } from './day-hours.js';
import { featureLabel } from './feature-label.js';
import { fromMillionths } from './rounding.js';
import type { SliceQuery } from './slice-query.js';

export const aiUsageStats: SliceQuery<'aiUsageStats'> = async ({ tx, scope, query, range }) => {
  const rows = await all<{ feature: string; tokens: number; cost_micros: number }>(
    tx,
    sql`SELECT feature, SUM(tokens) AS tokens, SUM(cost_micros) AS cost_micros FROM ai_usage
        WHERE ${within(scope, 'ai_usage', { filters: query })}
          AND ${during(name('created_at'), range)}
        GROUP BY feature ORDER BY cost_micros DESC, feature`,
  );
  const sumOf = (key: 'tokens' | 'cost_micros') => rows.reduce((sum, row) => sum + row[key], 0);
  return {
    total_tokens: sumOf('tokens'),
    total_cost: fromMillionths(sumOf('cost_micros')),
    cost_by_feature: rows.map(({ feature, cost_micros }) => ({
      feature_key: feature,
      feature: featureLabel(feature),
      cost: fromMillionths(cost_micros),
    })),
  };
};
