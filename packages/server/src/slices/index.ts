import { aiMessageOriginStats } from './ai-message-origin-stats.js';
import { aiUsageStats } from './ai-usage-stats.js';
import { engagementStats } from './engagement-stats.js';
import { messagingStats } from './messaging-stats.js';
import { planStats } from './plan-stats.js';
import type { SliceQueries } from './slice-query.js';
import { stats } from './stats.js';
import { textAgentStats } from './text-agent-stats.js';

export const queries: SliceQueries = {
  stats,
  messagingStats,
  textAgentStats,
  planStats,
  aiUsageStats,
  aiMessageOriginStats,
  engagementStats,
};
