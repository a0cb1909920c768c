import { zoneOf } from '../../packages/server/dist/time/segments.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Local day and hour of an instant as integer arithmetic over the offsets of a zone inside a range.
 * Berlin never sets its clock back over midnight, so a day is a plain quotient.
 */
export function localColumns(at, { range, dialect }) {
  const { zone, startMs, endMs } = range;
  const { divide } = dialect;
  const local = `(${at} + ${offsetOf(at, zoneOf(zone).segmentsBetween(startMs, endMs))})`;
  return `${divide(local, DAY_MS)} AS day, ${divide(local, HOUR_MS)} % 24 AS hour`;
}

function offsetOf(at, segments) {
  const last = segments.at(-1).offset;
  const cases = segments
    .slice(0, -1)
    .map(({ endMs, offset }) => `WHEN ${at} < ${endMs} THEN ${offset}`);
  return cases.length === 0 ? `${last}` : `CASE ${cases.join(' ')} ELSE ${last} END`;
}
