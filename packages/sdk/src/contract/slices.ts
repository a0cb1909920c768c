import { aiMessageOriginStats } from './ai-message-origin-stats.js';
import { aiUsageStats } from './ai-usage-stats.js';
import { engagementStats } from './engagement-stats.js';
import { messagingStats } from './messaging-stats.js';
import { planStats } from './plan-stats.js';
import { stats } from './stats.js';
import { textAgentStats } from './text-agent-stats.js';

/** Every slice there is. The server mounts each, the client offers a method for each. */
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
