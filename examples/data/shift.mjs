/**
 * `node shift.mjs SOURCE TARGET [--now INSTANT]`
 *
 * Copies the tables of one organization and moves its calls and messages by whole weeks, so that
 * the present (or INSTANT) falls into their second week. What would be later than that is left out.
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readTable, writeTable } from './csv.mjs';

/** @typedef {Record<string, string>} Row */

const DAY_MS = 86_400_000;

/** The columns that are moved, by table; the first one is never empty. */
const instants = {
  calls: ['started_at', 'answered_at', 'ended_at'],
  messages: ['created_at'],
};

/**
 * Local time of a zone, counted like epoch milliseconds.
 * @param {string} timeZone
 */
function localClock(timeZone) {
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
  /** @param {number} ms */
  return (ms) => {
    const part = Object.fromEntries(format.formatToParts(ms).map((p) => [p.type, Number(p.value)]));
    const { year, month, day, hour, minute, second } = part;
    return (
      Date.UTC(year, month - 1, day, hour, minute, second) + (ms - Math.floor(ms / 1000) * 1000)
    );
  };
}

/**
 * Moves instants by whole weeks of a zone's calendar: the clock shows the same time on the same
 * weekday. A time that is skipped on that day becomes the first instant after the gap and one that
 * is repeated its first occurrence, so the order of instants stays.
 * @param {string} timeZone
 * @param {number} weeks
 * @returns {(ms: number) => number}
 */
export function weekShift(timeZone, weeks) {
  const local = localClock(timeZone);
  return (ms) => {
    const wanted = local(ms) + weeks * 7 * DAY_MS;
    const offsets = [-DAY_MS, DAY_MS].map((away) => local(wanted + away) - (wanted + away));
    const [first, second] = [wanted - Math.max(...offsets), wanted - Math.min(...offsets)];
    if (local(first) === wanted) return first;
    if (local(second) === wanted) return second;
    let [before, after] = [first, second];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (local(middle) < wanted) before = middle;
      else after = middle;
    }
    return after;
  };
}

/**
 * How many weeks bring `now` into the second week of something that began at `first`.
 * @param {string} timeZone
 * @param {number} first
 * @param {number} now
 */
export function weeksToSecondWeek(timeZone, first, now) {
  const local = localClock(timeZone);
  const day = (/** @type {number} */ ms) => Math.floor(local(ms) / DAY_MS);
  return Math.floor((day(now) - day(first)) / 7) - 1;
}

/**
 * Writes the tables in the folder `source` to the folder `target`, moved to `now` (epoch ms).
 * @param {string} source
 * @param {string} target
 * @param {number} now
 */
export function shiftTables(source, target, now) {
  const names = readdirSync(source).filter((name) => /\.csv(\.gz)?$/.test(name));
  const moved = new Map();
  mkdirSync(target, { recursive: true });
  for (const name of names) {
    if (columnsOf(name).length > 0) moved.set(name, readTable(join(source, name)));
    else copyFileSync(join(source, name), join(target, name));
  }

  const zone = zoneOf(join(source, 'organizations.csv'));
  const first = Math.min(
    ...[...moved].map(([name, rows]) => Math.min(...rows.map((row) => instantsOf(name, row)[0]))),
  );
  const shift = weekShift(zone, weeksToSecondWeek(zone, first, now));
  for (const [name, rows] of moved) {
    const kept = rows
      .map((row) => shiftRow(name, row, shift))
      .filter((row) => endOf(name, row) <= now);
    writeTable(join(target, name), Object.keys(rows[0] ?? {}), kept);
  }
}

/**
 * The columns with instants of a file that is moved; none for other files.
 * @param {string} name
 * @returns {readonly string[]}
 */
function columnsOf(name) {
  return instants[name.replace(/\.csv(\.gz)?$/, '')] ?? [];
}

/**
 * @param {string} name
 * @param {Row} row
 */
function instantsOf(name, row) {
  return columnsOf(name).flatMap((column) => (row[column] ? [Date.parse(row[column])] : []));
}

/**
 * @param {string} name
 * @param {Row} row
 * @param {(ms: number) => number} shift
 */
function shiftRow(name, row, shift) {
  const filled = columnsOf(name).filter((column) => row[column]);
  const moved = filled.map((column) => [
    column,
    new Date(shift(Date.parse(row[column] ?? ''))).toISOString(),
  ]);
  return { ...row, ...Object.fromEntries(moved) };
}

/**
 * When all that a row tells of was over.
 * @param {string} name
 * @param {Row} row
 */
function endOf(name, row) {
  const [start = 0, ...later] = instantsOf(name, row);
  return Math.max(start + Number(row.duration_secs ?? 0) * 1000, ...later);
}

/** @param {string} file */
function zoneOf(file) {
  const organizations = readTable(file);
  const [organization] = organizations;
  if (organization?.timezone && organizations.length === 1) return organization.timezone;
  throw new Error(`${file}: one organization with a time zone expected`);
}

function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { now: { type: 'string' } },
  });
  const [source, target] = positionals;
  const now = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (source === undefined || target === undefined || Number.isNaN(now)) {
    console.error('Usage: node shift.mjs SOURCE TARGET [--now 2026-03-02T12:00:00Z]');
    process.exit(2);
  }
  shiftTables(source, target, now);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
