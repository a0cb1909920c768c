import { aiUsageDay, aiUsageMonth } from '../rollup/definitions.js';
import { all, sql } from '../store/sql.js';
import { partsBy } from './event-sums.js';
import { featureLabel } from './feature-label.js';
import { fromMillionths } from './rounding.js';
import type { SliceQuery } from './slice-query.js';

export const aiUsageStats: SliceQuery<'aiUsageStats'> = async (request) => {
  const parts = partsBy(request, {
    table: 'ai_usage',
    byDay: aiUsageDay,
    byMonth: aiUsageMonth,
    column: 'feature',
    sums: { tokens: sql`SUM(tokens)`, cost_micros: sql`SUM(cost_micros)` },
  });
  const rows = await all<{ feature: string; tokens: number; cost_micros: number }>(
    request.tx,
    sql`SELECT feature, SUM(tokens) AS tokens, SUM(cost_micros) AS cost_micros FROM (${parts})
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
