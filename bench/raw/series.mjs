import { bucketOfDay, buckets, heatmapIndex } from '../../packages/server/dist/time/buckets.js';
import { zoneOf } from '../../packages/server/dist/time/segments.js';

/** The bars of a range; `add(bar, group)` takes in each group of a local day. */
export function seriesOf(groups, range, zeros, add) {
  const zone = zoneOf(range.zone);
  const series = buckets(range, zone).map(({ date, label }) => ({ date, label, ...zeros }));
  const indexOf = bucketOfDay(range, zone);
  for (const group of groups) add(series[indexOf(group.day)], group);
  return series;
}

/** All 168 cells of a week. */
export function heatmapOf(groups, countOf) {
  const counts = new Float64Array(168);
  for (const group of groups) counts[heatmapIndex(group.day, group.hour)] += countOf(group);
  return Array.from(counts, (count, index) => ({
    day: Math.floor(index / 24) + 1,
    hour: index % 24,
    count,
  }));
}

export const maxOf = (cells) => Math.max(...cells.map(({ count }) => count));
export const sumOf = (rows, key) => rows.reduce((sum, row) => sum + row[key], 0);
