import type { HeatmapCell } from '@inlay/sdk/contract';
import { describe, expect, test } from 'vitest';
import { reader } from '../testing/reader.js';
import { putWorld, withWorld } from '../testing/served-world.js';
import { emptyWorld, type World } from '../testing/world.js';

const owner = reader('m1', [], { role: 'org_owner' });

/** A world with one call at each instant. */
const callsAt = (timezone: string, instants: readonly string[]): World => ({
  ...emptyWorld,
  organizations: [{ id: 'acme', name: 'Acme', timezone }],
  calls: instants.map((started_at, index) => ({
    org_id: 'acme',
    id: `k${index}`,
    direction: 'inbound',
    status: 'completed',
    duration_secs: 60,
    started_at,
  })),
});

const filled = (cells: readonly HeatmapCell[]) =>
  cells.filter((cell) => cell.count > 0).map(({ day, hour, count }) => [day, hour, count]);

interface Day {
  readonly what: string;
  readonly timezone: string;
  readonly date: string;
  readonly instants: readonly string[];
  readonly buckets: number;
  /** `[date, label, count]` of the buckets that hold a call. */
  readonly activity: readonly (readonly [string, string, number])[];
  /** `[weekday, hour, count]`. */
  readonly heatmap: readonly (readonly number[])[];
}

const days: readonly Day[] = [
  {
    what: 'Berlin skips 02:00',
    timezone: 'Europe/Berlin',
    date: '2026-03-29',
    instants: [
      '2026-03-28T22:59:59.999Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T00:59:59.999Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-29T22:00:00Z',
    ],
    buckets: 23,
    activity: [
      ['2026-03-29T00:00:00+01:00', '00:00', 1],
      ['2026-03-29T01:00:00+01:00', '01:00', 1],
      ['2026-03-29T03:00:00+02:00', '03:00', 1],
      ['2026-03-29T23:00:00+02:00', '23:00', 1],
    ],
    heatmap: [
      [7, 0, 1],
      [7, 1, 1],
      [7, 3, 1],
      [7, 23, 1],
    ],
  },
  {
    what: 'Berlin repeats 02:00',
    timezone: 'Europe/Berlin',
    date: '2026-10-25',
    instants: [
      '2026-10-24T21:59:59.999Z',
      '2026-10-24T22:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25T22:59:59.999Z',
      '2026-10-25T23:00:00Z',
    ],
    buckets: 25,
    activity: [
      ['2026-10-25T00:00:00+02:00', '00:00', 1],
      ['2026-10-25T02:00:00+02:00', '02:00', 1],
      ['2026-10-25T02:00:00+01:00', '02:00', 1],
      ['2026-10-25T03:00:00+01:00', '03:00', 1],
      ['2026-10-25T23:00:00+01:00', '23:00', 1],
    ],
    heatmap: [
      [7, 0, 1],
      [7, 2, 2],
      [7, 3, 1],
      [7, 23, 1],
    ],
  },
  {
    what: 'New York skips 02:00',
    timezone: 'America/New_York',
    date: '2026-03-08',
    instants: ['2026-03-08T05:00:00Z', '2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z'],
    buckets: 23,
    activity: [
      ['2026-03-08T00:00:00-05:00', '00:00', 1],
      ['2026-03-08T01:00:00-05:00', '01:00', 1],
      ['2026-03-08T03:00:00-04:00', '03:00', 1],
    ],
    heatmap: [
      [7, 0, 1],
      [7, 1, 1],
      [7, 3, 1],
    ],
  },
  {
    what: 'New York repeats 01:00',
    timezone: 'America/New_York',
    date: '2026-11-01',
    instants: ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-02T04:59:59.999Z'],
    buckets: 25,
    activity: [
      ['2026-11-01T01:00:00-04:00', '01:00', 1],
      ['2026-11-01T01:00:00-05:00', '01:00', 1],
      ['2026-11-01T23:00:00-05:00', '23:00', 1],
    ],
    heatmap: [
      [7, 1, 2],
      [7, 23, 1],
    ],
  },
  {
    what: 'Kathmandu is 5:45 ahead',
    timezone: 'Asia/Kathmandu',
    date: '2026-03-30',
    instants: [
      '2026-03-29T18:14:59.999Z',
      '2026-03-29T18:15:00Z',
      '2026-03-29T19:14:59.999Z',
      '2026-03-29T19:15:00Z',
    ],
    buckets: 24,
    activity: [
      ['2026-03-30T00:00:00+05:45', '00:00', 2],
      ['2026-03-30T01:00:00+05:45', '01:00', 1],
    ],
    heatmap: [
      [1, 0, 2],
      [1, 1, 1],
    ],
  },
  {
    what: 'Lord Howe skips half an hour',
    timezone: 'Australia/Lord_Howe',
    date: '2026-10-04',
    instants: ['2026-10-03T15:29:59.999Z', '2026-10-03T15:30:00Z', '2026-10-03T16:00:00Z'],
    buckets: 24,
    activity: [
      ['2026-10-04T01:00:00+10:30', '01:00', 1],
      ['2026-10-04T02:30:00+11:00', '02:30', 1],
      ['2026-10-04T03:00:00+11:00', '03:00', 1],
    ],
    heatmap: [
      [7, 1, 1],
      [7, 2, 1],
      [7, 3, 1],
    ],
  },
  {
    what: 'Lord Howe repeats half an hour',
    timezone: 'Australia/Lord_Howe',
    date: '2026-04-05',
    instants: ['2026-04-04T14:45:00Z', '2026-04-04T15:00:00Z', '2026-04-04T15:30:00Z'],
    buckets: 25,
    activity: [
      ['2026-04-05T01:00:00+11:00', '01:00', 1],
      ['2026-04-05T01:30:00+10:30', '01:30', 1],
      ['2026-04-05T02:00:00+10:30', '02:00', 1],
    ],
    heatmap: [
      [7, 1, 2],
      [7, 2, 1],
    ],
  },
];

describe('the hours of a day whose clock changes', () => {
  test.each(days)('$what', async ({ timezone, date, instants, buckets, activity, heatmap }) => {
    const now = Date.parse('2026-12-31T12:00:00Z');
    await withWorld(callsAt(timezone, instants), now, async ({ ask }) => {
      const query = { time_range: 'custom', from: date, to: date };
      const { body } = await ask('stats', owner, query);
      const inRange = activity.reduce((sum, [, , count]) => sum + count, 0);
      expect(body.meta).toMatchObject({ from: date, to: date, timezone, bucket: 'hour' });
      expect(body.call_activity).toHaveLength(buckets);
      expect(
        body.call_activity
          .filter((bucket) => bucket.count > 0)
          .map((bucket) => [bucket.date, bucket.label, bucket.count]),
      ).toEqual(activity);
      expect(filled(body.call_heatmap)).toEqual(heatmap);
      expect(body.total_calls).toBe(inRange);
      expect(body.total_duration_secs).toBe(inRange * 60);
    });
  });

  test('a week across the change has seven days that hold everything once', async () => {
    const instants = Array.from({ length: 24 * 8 }, (_, hour) =>
      new Date(Date.parse('2026-10-21T22:00:00Z') + hour * 3_600_000).toISOString(),
    );
    const world = callsAt('Europe/Berlin', instants);
    await withWorld(world, Date.parse('2026-10-28T22:59:59Z'), async ({ ask }) => {
      const { body } = await ask('stats', owner, { time_range: 'last_7_days' });
      expect(body.call_activity.map((bucket) => [bucket.date, bucket.label, bucket.count])).toEqual(
        [
          ['2026-10-22', '22 Oct', 24],
          ['2026-10-23', '23 Oct', 24],
          ['2026-10-24', '24 Oct', 24],
          ['2026-10-25', '25 Oct', 25],
          ['2026-10-26', '26 Oct', 24],
          ['2026-10-27', '27 Oct', 24],
          ['2026-10-28', '28 Oct', 24],
        ],
      );
      expect(body.call_heatmap.find((cell) => cell.day === 7 && cell.hour === 2)?.count).toBe(2);
    });
  });

  test('a changed zone moves every event to its new day and hour', async () => {
    const now = Date.parse('2026-03-30T10:00:00Z');
    await withWorld(callsAt('Asia/Kathmandu', ['2026-03-29T18:30:00Z']), now, async (served) => {
      const organizations = [{ id: 'acme', name: 'Acme', timezone: 'UTC' }];
      await putWorld(served.store, { ...emptyWorld, organizations }, now);
      const { body } = await served.ask('stats', owner, { time_range: 'last_7_days' });
      expect(filled(body.call_heatmap)).toEqual([[7, 18, 1]]);
      expect(body.call_activity.find((bucket) => bucket.count > 0)?.date).toBe('2026-03-29');
    });
  });
});
