import { writeRows } from '../ingest/apply.js';
import { tableNames, type TableName } from '../ingest/tables.js';
import type { Store } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import { zoneOf } from '../time/segments.js';
import { aiUsage } from './ai-usage.js';
import { calls } from './calls.js';
import { correspondence } from './conversations.js';
import { directory } from './directory.js';
import type { Season, SeedRow } from './season.js';
import { plans, todos } from './work.js';

export interface SeedOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Another number, another history; default 1. */
  readonly seed?: number;
  /** Id of the organization; default `harbor-and-pine`. */
  readonly orgId?: string;
  /** `recording_url` of every recorded call; an http or https URL. */
  readonly recordingUrl?: string;
}

/** How many rows each table got. */
export type SeedCounts = Readonly<Record<TableName, number>>;

/**
 * Writes "Harbor & Pine", an invented organization in New York whose history up to now fills every
 * statistic. The same options and the same instant of the clock give the same rows; rows of an
 * earlier run that have the same ids are replaced.
 * @throws {StoreBusy} when another process holds the write lock.
 */
export async function seed({ store, clock, ...options }: SeedOptions): Promise<SeedCounts> {
  const now = clock();
  const rows = seedRows({
    orgId: options.orgId ?? 'harbor-and-pine',
    zone: zoneOf('America/New_York'),
    now,
    seed: options.seed ?? 1,
    recordingUrl: options.recordingUrl ?? 'https://recordings.example.com/sample.wav',
  });
  await writeRows(store, async (writer) => {
    for (const table of tableNames) await writer.putJson(table, rows[table], now);
  });
  const counts = tableNames.map((table) => [table, rows[table].length] as const);
  return Object.fromEntries(counts) as Record<TableName, number>;
}

function seedRows(season: Season): Record<TableName, SeedRow[]> {
  const called = calls(season);
  const { messages, suggestions } = correspondence(season);
  return {
    ...directory(season),
    calls: called,
    messages,
    todos: todos(season),
    text_agent_suggestions: suggestions,
    ...plans(season),
    ai_usage: aiUsage(season, { calls: called, messages, suggestions }),
  };
}
