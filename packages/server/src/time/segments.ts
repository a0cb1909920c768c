import { DAY_MS, MINUTE_MS } from './units.js';
import { isTimeZone } from './zones.js';

/** A stretch of instants, `startMs` ≤ t < `endMs`, in which a zone's offset is constant. */
export interface Segment {
  /** First instant, epoch ms. */
  readonly startMs: number;
  /** The instant after the last one, epoch ms. */
  readonly endMs: number;
  /** Milliseconds to add to UTC to get local time. */
  readonly offset: number;
  /**
   * A local date, in days since 1970-01-01, that had begun before the segment. It is later than
   * the date that the clock shows only after the clock went back over midnight.
   */
  readonly begunDay: number;
}

/** A change of offset. */
export interface Transition {
  /** First instant of the new offset, epoch ms. */
  readonly at: number;
  /** Milliseconds to add to UTC just before `at`. */
  readonly before: number;
  /** Milliseconds to add to UTC from `at` on. */
  readonly after: number;
}

/**
 * A time zone as segments of constant offset, for instants of the years 1 to 9999.
 * Offsets are read from Intl the first time that a stretch of 400 days is asked for, and kept.
 */
export interface Zone {
  /** The IANA name by which the zone was asked for. */
  readonly name: string;
  /** Milliseconds to add to the UTC instant `ms` to get local time. */
  offsetAt(ms: number): number;
  /** A segment that holds the instant `ms`; it may be shorter than the offset lasts. */
  segmentAt(ms: number): Segment;
  /** Covers `fromMs` ≤ t < `toMs` exactly, in order; neighbours differ in offset. */
  segmentsBetween(fromMs: number, toMs: number): readonly Segment[];
  /** The changes of offset with `fromMs` ≤ `at` < `toMs`, in order. */
  transitionsBetween(fromMs: number, toMs: number): readonly Transition[];
}

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name; one object per name and process.
 * @throws {RangeError} when `isTimeZone(name)` is false.
 */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    if (!isTimeZone(name)) {
      throw new RangeError(`${JSON.stringify(name)} is not an IANA time zone name`);
    }
    zone = new IntlZone(name);
    zones.set(name, zone);
  }
  return zone;
}

const BLOCK_MS = 400 * DAY_MS;

/** The offsets of a zone differ by less, so no date that began earlier can still be the latest. */
const LEAD_MS = 2 * DAY_MS;

/** Two changes of one zone have never been less than three days apart. */
const SAMPLE_MS = DAY_MS;

/** Until the 1830s every zone kept the mean time of its place. */
const FIRST_CHANGE_MS = Date.UTC(1800, 0);

class IntlZone implements Zone {
  readonly name: string;
  readonly #offsets: OffsetReader;
  readonly #blocks = new Map<number, readonly Segment[]>();
  #last: Segment = { startMs: 0, endMs: 0, offset: 0, begunDay: 0 };

  constructor(name: string) {
    this.name = name;
    this.#offsets = offsetReader(name);
  }

  offsetAt(ms: number): number {
    return this.segmentAt(ms).offset;
  }

  segmentAt(ms: number): Segment {
    const last = this.#last;
    return ms >= last.startMs && ms < last.endMs ? last : (this.#last = this.#find(ms));
  }

  segmentsBetween(fromMs: number, toMs: number): readonly Segment[] {
    const found: Segment[] = [];
    for (let startMs = fromMs; startMs < toMs;) {
      const { endMs, offset, begunDay } = this.segmentAt(startMs);
      const last = found.at(-1);
      const joined = last?.offset === offset ? found.pop() : undefined;
      found.push({ startMs, offset, begunDay, ...joined, endMs: Math.min(endMs, toMs) });
      startMs = endMs;
    }
    return found;
  }

  transitionsBetween(fromMs: number, toMs: number): readonly Transition[] {
    const segments = this.segmentsBetween(fromMs - 1, toMs);
    return segments.flatMap(({ startMs, offset }, i) => {
      const previous = segments[i - 1];
      return previous ? [{ at: startMs, before: previous.offset, after: offset }] : [];
    });
  }

  #find(ms: number): Segment {
    const block = Math.floor(ms / BLOCK_MS);
    let segments = this.#blocks.get(block);
    if (segments === undefined) {
      segments = readSegments(this.#offsets, block * BLOCK_MS, (block + 1) * BLOCK_MS);
      this.#blocks.set(block, segments);
    }
    for (const segment of segments) if (ms < segment.endMs) return segment;
    throw new RangeError(`${ms} is not an instant`);
  }
}

/** Gives the offset, in ms, at an instant in epoch ms. */
type OffsetReader = (ms: number) => number;

function offsetReader(timeZone: string): OffsetReader {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    timeZoneName: 'longOffset',
  });
  return (ms) => parseOffset(format.format(ms));
}

/** Reads the end of `2026 AD, GMT-00:44:30`; `GMT` alone is zero. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes, seconds = 0] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
  if (sign === undefined) {
    if (text.endsWith('GMT')) return 0;
    throw new Error(`Intl gave no offset: ${JSON.stringify(text)}`);
  }
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}

function readSegments(offsetAt: OffsetReader, startMs: number, endMs: number): Segment[] {
  const segments: Segment[] = [];
  let from = startMs - LEAD_MS;
  let offset = offsetAt(from);
  let begunDay = Math.floor((from + offset) / DAY_MS);
  for (const { at, after } of readTransitions(offsetAt, from, endMs - 1)) {
    segments.push({ startMs: from, endMs: at, offset, begunDay });
    begunDay = Math.max(begunDay, Math.floor((at - 1 + offset) / DAY_MS));
    from = at;
    offset = after;
  }
  segments.push({ startMs: from, endMs, offset, begunDay });
  return segments
    .filter((segment) => segment.endMs > startMs)
    .map((segment) => ({ ...segment, startMs: Math.max(segment.startMs, startMs) }));
}

/** The changes with `fromMs` < `at` ≤ `toMs`. */
function readTransitions(offsetAt: OffsetReader, fromMs: number, toMs: number): Transition[] {
  const stepMs = toMs < FIRST_CHANGE_MS ? toMs - fromMs : SAMPLE_MS;
  const found: Transition[] = [];
  let before = offsetAt(fromMs);
  for (let low = fromMs; low < toMs; low += stepMs) {
    const high = Math.min(low + stepMs, toMs);
    const last = offsetAt(high);
    for (let from = low; before !== last;) {
      const transition = firstChange(offsetAt, from, high, before);
      found.push(transition);
      from = transition.at;
      before = transition.after;
    }
  }
  return found;
}

/** Bisects to a change away from the offset `before`, which holds at `low` and not at `high`. */
function firstChange(
  offsetAt: OffsetReader,
  low: number,
  high: number,
  before: number,
): Transition {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return { at: high, before, after: offsetAt(high) };
}
