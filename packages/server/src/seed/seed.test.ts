import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageStatus, PlanStatus, SuggestionOutcome, TodoStatus } from '@inlay/sdk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableNames } from '../ingest/tables.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Reader, Store } from '../store/store.js';
import { seed, type SeedCounts, type SeedOptions } from './seed.js';

/** A Friday, 11:30 in New York, eight minutes after the newest call began. */
const now = Date.parse('2026-11-20T16:30:00Z');
const orgId = 'harbor-and-pine';

let folder: string;
let store: Store;
let counts: SeedCounts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-seed-'));
  store = await openSqlite(join(folder, 'seed.db'), { readers: 1 });
  counts = await seed({ store, clock: () => now });
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const all = <Row>(sql: string): Promise<Row[]> => store.read((tx) => tx.all<Row>(sql));

const distinct = async (column: string, table: string): Promise<string[]> => {
  const rows = await all<{ value: string }>(
    `SELECT DISTINCT ${column} AS value FROM ${table} ORDER BY 1`,
  );
  return rows.map(({ value }) => value);
};

async function rowsOf(tx: Reader): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const name of tableNames) {
    tables[name] = await tx.all(`SELECT * FROM ${name} ORDER BY 1, 2, 3`);
  }
  return tables;
}

async function rowsFrom(options: Omit<SeedOptions, 'store'>): Promise<Record<string, unknown[]>> {
  const other = await openSqlite(join(folder, `${Math.random()}.db`), { readers: 1 });
  await seed({ ...options, store: other });
  const rows = await other.read(rowsOf);
  await other.close();
  return rows;
}

describe('the same rows', () => {
  test('come from the same seed and clock, in an empty database or over the old ones', async () => {
    const first = await store.read(rowsOf);
    expect(await rowsFrom({ clock: () => now, seed: 1 })).toEqual(first);
    expect(await seed({ store, clock: () => now })).toEqual(counts);
    expect(await store.read(rowsOf)).toEqual(first);
  });

  test('do not come from another seed', async () => {
    const other = await rowsFrom({ clock: () => now, seed: 2 });
    const mine = await store.read(rowsOf);
    for (const table of ['calls', 'messages', 'todos', 'text_agent_suggestions', 'ai_usage']) {
      expect(other[table]).not.toEqual(mine[table]);
    }
    expect(other.members).toEqual(mine.members);
  });
});

test('an organization of another id stands beside the first', async () => {
  const rows = await rowsFrom({ clock: () => now, orgId: 'second' });
  const stored = Object.values(rows).flat() as { id?: string; org_id?: string }[];
  expect(new Set(stored.map((row) => row.org_id ?? row.id))).toEqual(new Set(['second']));
});

describe('every statistic has something to show', () => {
  test('every table has rows, as many as were told', async () => {
    for (const table of tableNames) {
      const [row] = await all<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
      expect(row?.count, table).toBe(counts[table]);
      expect(row?.count, table).toBeGreaterThan(0);
    }
    expect(counts).toMatchObject({ teams: 3, members: 12, phones: 8, contacts: 400, plans: 14 });
    expect(counts.calls).toBeGreaterThan(5000);
    expect(counts.messages).toBeGreaterThan(5000);
  });

  test('each team has a manager and each phone somebody to answer it', async () => {
    const managers = await all(
      `SELECT team_id, count(*) AS count FROM team_members WHERE is_manager = 1 GROUP BY 1 ORDER BY 1`,
    );
    expect(managers).toEqual([
      { team_id: 'delivery', count: 1 },
      { team_id: 'sales', count: 1 },
      { team_id: 'support', count: 1 },
    ]);
    const phones = await distinct('id', 'phones');
    expect(await distinct('phone_id', 'phone_assignments')).toEqual(phones);
  });

  test('every status, outcome, channel and kind of AI feature occurs', async () => {
    const settled = MessageStatus.options.filter((status) => status !== 'queued');
    expect(await distinct('status', "messages WHERE status <> 'queued'")).toEqual(settled.sort());
    expect(await distinct('channel', 'messages')).toEqual(['email', 'other', 'sms']);
    expect(await distinct('status', 'todos')).toEqual([...TodoStatus.options].sort());
    expect(await distinct('status', 'plans')).toEqual([...PlanStatus.options].sort());
    expect(await distinct('outcome', 'text_agent_suggestions')).toEqual(
      [...SuggestionOutcome.options].sort(),
    );
    expect(await distinct("coalesce(ai_feature, '')", 'messages')).toEqual([
      '',
      'campaign_writer',
      'follow_up',
      'suggested_reply',
      'text_agent',
    ]);
    expect(await distinct('feature', 'ai_usage')).toEqual([
      'campaign_writer',
      'follow_up',
      'knowledge_search',
      'summaries',
      'text_agent',
      'transcription',
    ]);
  });

  test('calls connect, ring out and wait; recordings have an address', async () => {
    for (const status of ['busy', 'canceled', 'completed', 'failed', 'no_answer', 'voicemail']) {
      expect(await distinct('status', 'calls')).toContain(status);
    }
    expect(await distinct('recording_url', 'calls WHERE recording_url IS NOT NULL')).toEqual([
      'https://recordings.example.com/sample.wav',
    ]);
    const [odd] = await all<{ count: number }>(
      `SELECT count(*) AS count FROM calls WHERE (status = 'completed') <> (duration_secs IS NOT NULL)
        OR ended_at < answered_at OR answered_at < started_at
        OR (answered_at + duration_secs * 1000) <> ended_at`,
    );
    expect(odd?.count).toBe(0);
  });
});

test('the history is 120 local dates long and nothing is later than now', async () => {
  const [calls] = await all(
    `SELECT max(day) - min(day) + 1 AS days, max(started_at) <= ${now} AS isPast,
      max(ended_at) <= ${now} AS isOver FROM calls`,
  );
  expect(calls).toEqual({ days: 120, isPast: 1, isOver: 1 });
  for (const table of ['messages', 'todos', 'text_agent_suggestions', 'plans', 'ai_usage']) {
    expect(await all(`SELECT max(created_at) <= ${now} AS isPast FROM ${table}`)).toEqual([
      { isPast: 1 },
    ]);
  }
});

test('people work by day and during the week in New York', async () => {
  const [row] = await all<{ total: number; byDay: number; onSunday: number }>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE hour BETWEEN 8 AND 18) AS byDay,
      count(*) FILTER (WHERE (day + 3) % 7 = 6) AS onSunday FROM calls WHERE org_id = '${orgId}'`,
  );
  expect((row?.byDay ?? 0) / (row?.total ?? 0)).toBeGreaterThan(0.9);
  expect((row?.onSunday ?? 1) / (row?.total ?? 1)).toBeLessThan(0.05);
});

test('at night and at the change of the clock it works too', async () => {
  for (const instant of ['2026-11-01T05:30:00Z', '2026-03-08T07:00:00Z', '2026-01-01T04:59:59Z']) {
    const rows = await rowsFrom({ clock: () => Date.parse(instant) });
    for (const table of tableNames) expect(rows[table], table).not.toEqual([]);
  }
});
