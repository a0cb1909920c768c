import { describe, expect, it } from 'vitest';
import {
  type BucketUnit,
  bucketOfDay,
  bucketOfHour,
  bucketOfInstant,
  buckets,
  hourPieces,
} from './buckets.js';
import { dateOfDay, dayStart, localDay, localHour } from './local.js';
import { resolveRange } from './ranges.js';
import { type Zone, zoneOf } from './segments.js';

const SEED = 20_260_329;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Local time counted like epoch ms, read off the calendar and clock that Intl prints. */
function printedClock(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (ms) => {
    const numbers = (format.format(ms).match(/\d+/g) ?? []).map(Number);
    const [month = NaN, day = NaN, year = NaN, hour = NaN, minute = NaN, second = NaN] = numbers;
    return (
      Date.UTC(year, month - 1, day, hour, minute, second) + (ms - Math.floor(ms / 1000) * 1000)
    );
  };
}

interface Sample {
  readonly zone: Zone;
  /** The independent clock. */
  readonly clock: (ms: number) => number;
  /** An integer, `from` ≤ n < `to`. */
  readonly pick: (from: number, to: number) => number;
  /** A year, and its first instant and the next one's in UTC. */
  readonly year: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** For every zone, a year of the last century, one of ours and one of the far future. */
function* samples(seed: number): Generator<Sample> {
  const random = randomFrom(seed);
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from));
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const zone = zoneOf(name);
    const clock = printedClock(name);
    const years = [pick(1970, 2000), pick(2000, 2038), pick(2038, 2200)];
    for (const year of years) {
      yield { zone, clock, pick, year, startMs: Date.UTC(year), endMs: Date.UTC(year + 1) };
    }
  }
}

/** What `check` complains about over all samples; the first few are enough to act on. */
function complaints(seed: number, check: (sample: Sample) => Iterable<string>): string[] {
  const found: string[] = [];
  for (const sample of samples(seed)) {
    for (const complaint of check(sample)) {
      found.push(`${sample.zone.name}: ${complaint}`);
      if (found.length === 10) return found;
    }
  }
  return found;
}

const iso = (ms: number) => new Date(ms).toISOString();

describe('every zone', () => {
  it('has the offset that Intl prints, on every date and around every change', () => {
    const found = complaints(SEED, function* ({ zone, clock, pick, startMs, endMs }) {
      const near = [-DAY, -HOUR, -1000, -1, 0, 1, 1000, HOUR, DAY];
      const instants = zone
        .transitionsBetween(startMs, endMs)
        .flatMap(({ at }) => near.map((step) => at + step));
      for (let ms = startMs; ms < endMs; ms += DAY) instants.push(ms + pick(0, DAY));
      for (const ms of instants) {
        const expected = clock(ms);
        if (ms + zone.offsetAt(ms) !== expected) yield `offset at ${iso(ms)}`;
        if (localHour(zone, ms) !== new Date(expected).getUTCHours()) yield `hour at ${iso(ms)}`;
      }
    });
    expect(found).toEqual([]);
  });

  it('begins a date when calendar and clock first show it, and ends it with the next', () => {
    const found = complaints(SEED + 1, function* ({ zone, clock, pick, startMs, endMs }) {
      const shownDay = (ms: number) => Math.floor(clock(ms) / DAY);
      const days = zone
        .transitionsBetween(startMs, endMs)
        .flatMap(({ at }) => [-1, 0, 1].map((step) => shownDay(at) + step));
      days.push(pick(startMs, endMs) / DAY, pick(startMs, endMs) / DAY);
      for (const day of days.map(Math.floor)) {
        const start = dayStart(zone, day);
        const next = dayStart(zone, day + 1);
        if (start === next) {
          if (shownDay(start) !== day + 1) yield `${dateOfDay(day)} is not skipped`;
          continue;
        }
        const inside = [start, next - 1, pick(start, next)];
        if (shownDay(start) !== day) yield `${dateOfDay(day)} shown at its start`;
        if (inside.some((ms) => localDay(zone, ms) !== day)) yield `localDay of ${dateOfDay(day)}`;
        if (inside.some((ms) => shownDay(ms) > day)) yield `${dateOfDay(day)} ends late`;
        const before = [start - 1, start - pick(1, 3 * HOUR), start - pick(1, 26 * HOUR)];
        if (before.some((ms) => shownDay(ms) >= day)) yield `${dateOfDay(day)} begins late`;
      }
    });
    expect(found).toEqual([]);
  });

  it('has buckets that partition a range exactly', () => {
    const spans: Record<BucketUnit, [number, number]> = {
      hour: [1, 2],
      day: [3, 92],
      week: [93, 731],
      month: [732, 1500],
      year: [10_959, 12_000],
    };
    const found = complaints(SEED + 2, function* ({ zone, pick, startMs, endMs, year }) {
      const transition = zone.transitionsBetween(startMs, endMs)[0]?.at;
      for (const [unit, [least, most]] of Object.entries(spans)) {
        if (unit === 'year' && (year > 2038 || pick(0, 20) > 0)) continue;
        const days = pick(least, most + 1);
        const held = localDay(zone, pick(0, 2) ? pick(startMs, endMs) : (transition ?? startMs));
        const fromDay = held - pick(0, days);
        const from = dateOfDay(fromDay);
        const to = dateOfDay(fromDay + days - 1);
        const range = resolveRange({ time_range: 'custom', from, to }, { zone, now: 0 });
        const all = buckets(range, zone);
        const where = `${unit} ${from}…${to}`;
        const edges = [range.startMs, ...all.map((bucket) => bucket.endMs)];
        const starts = [...all.map((bucket) => bucket.startMs), range.endMs];
        if (range.bucket !== unit) yield `${where} has ${range.bucket}`;
        if (edges.join() !== starts.join()) yield `${where} leaves gaps`;
        if (all.some((bucket) => bucket.startMs >= bucket.endMs)) yield `${where} has empty ones`;
        if (new Set(all.map((bucket) => bucket.date)).size !== all.length) yield `${where} repeats`;
        const indexOf = unit === 'hour' ? undefined : bucketOfDay(range, zone);
        for (let i = 0; i < 5; i++) {
          const ms = pick(range.startMs, range.endMs);
          const index = bucketOfInstant(all, ms);
          const bucket = all[index];
          if (!bucket || ms < bucket.startMs || ms >= bucket.endMs) yield `${where} at ${iso(ms)}`;
          if (indexOf && indexOf(localDay(zone, ms)) !== index) yield `${where} by date ${iso(ms)}`;
        }
      }
    });
    expect(found).toEqual([]);
  });

  it('has hours that begin at a full hour of the clock or a change of offset, and no others', () => {
    const found = complaints(SEED + 3, function* ({ zone, clock, startMs, endMs, pick }) {
      const transitions = zone.transitionsBetween(startMs, endMs).map(({ at }) => at);
      for (const ms of [pick(startMs, endMs), ...transitions]) {
        const day = localDay(zone, ms);
        const range = { startMs: dayStart(zone, day), endMs: dayStart(zone, day + 1) };
        const all = buckets({ ...range, fromDay: day, toDay: day, bucket: 'hour' }, zone);
        for (const bucket of all) {
          const begins = clock(bucket.startMs);
          const isFull = begins % HOUR === 0;
          if (!isFull && clock(bucket.startMs - 1) === begins - 1) yield `${bucket.date} begins`;
          const last = clock(bucket.endMs - 1);
          if (Math.floor(last / HOUR) !== Math.floor(begins / HOUR)) yield `${bucket.date} ends`;
          if (last - begins !== bucket.endMs - 1 - bucket.startMs) yield `${bucket.date} jumps`;
          if (iso(begins).slice(0, 19) !== bucket.date.slice(0, 19)) yield `${bucket.date} shows`;
          if (bucket.label !== iso(begins).slice(11, 16)) yield `${bucket.date} is labelled`;
        }
        for (const piece of hourPieces(range, zone)) {
          const instant = pick(piece.startMs, piece.endMs);
          const hour = Math.floor((instant + piece.offset) / HOUR);
          const index = bucketOfInstant(all, instant);
          if (bucketOfHour(all, piece, hour) !== index) yield `piece at ${iso(instant)}`;
          const shown = Math.floor((instant + piece.offset) / DAY);
          if (Math.max(shown, piece.begunDay) !== day) yield `date of piece at ${iso(instant)}`;
        }
      }
    });
    expect(found).toEqual([]);
  });
});
