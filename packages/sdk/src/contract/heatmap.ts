import * as z from '#schema';
import { Count } from './scalars.js';

/** How much fell on an ISO weekday (1 = Monday) in a local hour. */
export const HeatmapCell = z.object({
  day: z.int().check(z.minimum(1), z.maximum(7)),
  hour: z.int().check(z.minimum(0), z.maximum(23)),
  count: Count,
});
export type HeatmapCell = z.infer<typeof HeatmapCell>;

/** All 168 cells, Monday 00 first, Sunday 23 last. */
export const Heatmap = z.array(HeatmapCell).check(z.length(168));
