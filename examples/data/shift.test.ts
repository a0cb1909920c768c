import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeTable } from './csv.mjs';
import { shiftTables, weekShift, weeksToSecondWeek } from './shift.mjs';

const instant = (text: string) => Date.parse(text);
const shifted = (zone: string, weeks: number, text: string) =>
  new Date(weekShift(zone, weeks)(instant(text))).toISOString();

describe('weekShift keeps what the clock shows', () => {
  test('into summer time, in both directions', () => {
    expect(shifted('Europe/Copenhagen', 26, '2024-01-08T08:15:30.250Z')).toBe(
      '2024-07-08T07:15:30.250Z',
    );
    expect(shifted('Europe/Copenhagen', -26, '2024-07-08T07:15:30.250Z')).toBe(
      '2024-01-08T08:15:30.250Z',
    );
  });

  test('on the day of the change, before and after it', () => {
    expect(shifted('Europe/Copenhagen', 1, '2026-03-22T00:59:59Z')).toBe(
      '2026-03-29T00:59:59.000Z',
    );
    expect(shifted('Europe/Copenhagen', 1, '2026-03-22T02:00:00Z')).toBe(
      '2026-03-29T01:00:00.000Z',
    );
    expect(shifted('Europe/Copenhagen', 1, '2026-03-22T22:30:00Z')).toBe(
      '2026-03-29T21:30:00.000Z',
    );
  });

  test('a time that is skipped becomes the end of the gap', () => {
    for (const text of ['2026-03-22T01:00:00Z', '2026-03-22T01:30:00Z', '2026-03-22T01:59:59Z']) {
      expect(shifted('Europe/Copenhagen', 1, text)).toBe('2026-03-29T01:00:00.000Z');
    }
  });

  test('a time that is repeated becomes its first occurrence', () => {
    expect(shifted('Europe/Copenhagen', 1, '2026-10-18T00:30:00Z')).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(shifted('Europe/Copenhagen', 1, '2026-10-18T01:00:00Z')).toBe(
      '2026-10-25T02:00:00.000Z',
    );
  });

  test('zones off the full hour, and half-hour changes', () => {
    expect(shifted('Asia/Kathmandu', 1, '2026-03-22T18:14:59Z')).toBe('2026-03-29T18:14:59.000Z');
    expect(shifted('Australia/Lord_Howe', 1, '2026-09-26T15:40:00Z')).toBe(
      '2026-10-03T15:30:00.000Z',
    );
    expect(shifted('Australia/Lord_Howe', 1, '2026-09-26T16:00:00Z')).toBe(
      '2026-10-03T15:30:00.000Z',
    );
    expect(shifted('Australia/Lord_Howe', 1, '2026-09-26T16:01:00Z')).toBe(
      '2026-10-03T15:31:00.000Z',
    );
  });
});

describe('weeksToSecondWeek', () => {
  const first = instant('2024-01-06T23:00:18Z');
  const weeks = (now: string) => weeksToSecondWeek('Europe/Copenhagen', first, instant(now));

  test('the second week begins and ends at local midnight', () => {
    expect(weeks('2024-01-13T22:59:59Z')).toBe(-1);
    expect(weeks('2024-01-13T23:00:00Z')).toBe(0);
    expect(weeks('2024-01-20T22:59:59Z')).toBe(0);
    expect(weeks('2024-01-20T23:00:00Z')).toBe(1);
  });

  test('also in summer', () => {
    expect(weeks('2026-07-11T21:59:59Z')).toBe(weeks('2026-07-11T22:00:00Z') - 1);
  });
});

describe('shiftTables', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inlay-shift-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const column = (file: string, name: string) => {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trimEnd();
    const [header = [], ...rows] = text.split('\n').map((line) => line.split(','));
    return rows.map((row) => row[header.indexOf(name)] ?? '');
  };

  test('the Copenhagen desk: same clock, same weekday, nothing after now', () => {
    const source = fileURLToPath(new URL('copenhagen/tables', import.meta.url));
    const now = instant('2026-04-01T10:00:00Z');
    shiftTables(source, folder, now);

    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Copenhagen',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    const clock = (text: string) => format.format(instant(text));
    for (const [file, name] of [
      ['calls.csv.gz', 'started_at'],
      ['messages.csv.gz', 'created_at'],
    ] as const) {
      const before = column(join(source, file), name);
      const after = column(join(folder, file), name);
      const ids = column(join(folder, file), 'id');
      expect(after.length).toBeGreaterThan(0);
      expect(ids).toEqual(column(join(source, file), 'id').slice(0, ids.length));
      expect(Math.max(...after.map(instant))).toBeLessThanOrEqual(now);
      const inGap = after.filter((text) => text === '2026-03-29T01:00:00.000Z').length;
      const moved = after.filter((text, index) => clock(text) !== clock(before[index] ?? ''));
      expect(moved).toEqual(Array.from({ length: inGap }, () => '2026-03-29T01:00:00.000Z'));
      expect([...after].sort()).toEqual(after);
    }
    expect(column(join(folder, 'messages.csv.gz'), 'created_at')[0]).toBe(
      '2026-03-21T23:00:18.000Z',
    );
    expect(column(join(folder, 'messages.csv.gz'), 'id')).toHaveLength(
      column(join(source, 'messages.csv.gz'), 'created_at').filter(
        (text) => instant(text) <= instant('2024-01-17T11:00:00Z'),
      ).length,
    );
    expect(readFileSync(join(folder, 'contacts.csv'))).toEqual(
      readFileSync(join(source, 'contacts.csv')),
    );
  });

  test('a call counts as later than now until it has ended', () => {
    const source = join(folder, 'in');
    const target = join(folder, 'out');
    const row = { org_id: 'o', direction: 'inbound', status: 'completed' };
    const started = (id: string, clock: string, duration: string) => ({
      ...row,
      id,
      started_at: `2024-01-${clock}Z`,
      duration_secs: duration,
    });
    mkdirSync(source);
    writeTable(
      join(source, 'organizations.csv'),
      ['id', 'name', 'timezone'],
      [{ id: 'o', name: 'O', timezone: 'UTC' }],
    );
    writeTable(
      join(source, 'calls.csv'),
      ['id', 'org_id', 'direction', 'status', 'started_at', 'duration_secs'],
      [
        started('first', '01T00:00:00', ''),
        started('ends-now', '08T11:59:30', '30'),
        started('too-long', '08T11:59:30', '31'),
        started('unanswered', '08T12:00:00', ''),
        started('later', '08T12:00:01', ''),
      ],
    );
    shiftTables(source, target, instant('2026-03-02T12:00:00Z'));
    expect(column(join(target, 'calls.csv'), 'id')).toEqual(['first', 'ends-now', 'unanswered']);
    expect(column(join(target, 'calls.csv'), 'started_at')).toEqual([
      '2026-02-23T00:00:00.000Z',
      '2026-03-02T11:59:30.000Z',
      '2026-03-02T12:00:00.000Z',
    ]);
  });
});
