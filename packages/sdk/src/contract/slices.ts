import { aiMessageOriginStats } from './ai-message-origin-stats.js';
import { aiUsageStats } from './ai-usage-stats.js';
import { definitions } from './definitions.js';
import { engagementStats } from './engagement-stats.js';
import { messagingStats } from './messaging-stats.js';
import { planStats } from './plan-stats.js';
import { records } from './records.js';
import { stats } from './stats.js';
import { textAgentStats } from './text-agent-stats.js';

/** Every statistic there is. The server mounts each. */
export const slices = {
  stats,
  messagingStats,
  textAgentStats,
  planStats,
  aiUsageStats,
  aiMessageOriginStats,
  engagementStats,
} as const;

export type Slices = typeof slices;
export type SliceName = keyof Slices;

/** Everything that a reader can ask: the statistics, the rows behind them, what they mean. */
export const endpoints = { ...slices, records, definitions } as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
