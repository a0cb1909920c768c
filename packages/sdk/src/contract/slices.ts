import { engagementStats } from './engagement-stats.js';
import { messagingStats } from './messaging-stats.js';
import { stats } from './stats.js';

/** Every slice there is. The server mounts each, the client offers a method for each. */
export const slices = { stats, messagingStats, engagementStats } as const;

export type Slices = typeof slices;
export type SliceName = keyof Slices;
