import type { Zone } from '../packages/server/src/time/segments.js';
import { bucketOfDay, buckets, type Bucket } from '../packages/server/src/time/buckets.js';
import { dayOfDate } from '../packages/server/src/time/local.js';
import type { ResolvedRange } from '../packages/server/src/time/ranges.js';
import { sum, trafficOf } from '../packages/widgets/src/testing/fixtures/traffic.js';

/** A day's row of a chart: its date, its label, and counts. */
interface Row {
  readonly date: string;
  readonly label: string;
}

type Counts = Record<string, number>;

/** Rows per day as rows per bucket of their range. Every count keeps its sum. */
export function regroup<R extends Row>(rows: readonly R[], range: ResolvedRange, zone: Zone): R[] {
  const all = buckets(range, zone);
  const parts =
    range.bucket === 'hour'
      ? rows.flatMap((row) => hoursOf(row, all))
      : groupsOf(rows, all, bucketOfDay(range, zone));
  return all.map(({ date, label }, index) => ({ date, label, ...parts[index] }) as unknown as R);
}

function groupsOf(
  rows: readonly Row[],
  all: readonly Bucket[],
  bucketOf: (day: number) => number,
): Counts[] {
  const groups = all.map((): Counts => ({}));
  for (const row of rows) {
    const group = groups[bucketOf(dayOfDate(row.date))];
    if (!group) continue;
    for (const [name, count] of countsOf(row)) group[name] = (group[name] ?? 0) + count;
  }
  return groups;
}

/** Spreads a day over its hours: the first count in office proportions, the others as the first. */
function hoursOf(row: Row, all: readonly Bucket[]): Counts[] {
  const [day] = trafficOf(row.date, row.date, 1, 7);
  const hours = all.filter(({ date }) => date.startsWith(row.date));
  const office = hours.map(({ date }) => day?.hours[Number(date.slice(11, 13))] ?? 0);
  const [first, ...others] = countsOf(row);
  if (!first) return hours.map(() => ({}));
  const leading = spread(first[1], office);
  const spreads = [
    [first[0], leading] as const,
    ...others.map(([name, count]) => [name, spread(count, leading)] as const),
  ];
  return hours.map((_, hour) =>
    Object.fromEntries(spreads.map(([name, counts]) => [name, counts[hour] ?? 0])),
  );
}

/** Whole parts of a count by weight; without any weight all of it is in the middle. */
function spread(count: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole === 0) return weights.map((_, index) => (index === weights.length >> 1 ? count : 0));
  let weight = 0;
  let given = 0;
  return weights.map((share) => {
    weight += share;
    const part = Math.round((count * weight) / whole) - given;
    given += part;
    return part;
  });
}

function countsOf(row: Row): (readonly [string, number])[] {
  return Object.entries(row).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
}
