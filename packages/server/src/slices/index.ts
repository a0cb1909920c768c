import { engagementStats } from './engagement-stats.js';
import { messagingStats } from './messaging-stats.js';
import type { SliceQueries } from './slice-query.js';
import { stats } from './stats.js';

export const queries: SliceQueries = { stats, messagingStats, engagementStats };
