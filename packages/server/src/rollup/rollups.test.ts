import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeRows, type RowWriter } from '../ingest/apply.js';
import { Replacement } from '../ingest/replacement.js';
import { readJsonRow, RowFault } from '../ingest/rows.js';
import { tables, type Row } from '../ingest/tables.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import type { Reader, Store, Writer } from '../store/store.js';
import { bruteRollups, withoutZeros, type BruteRow } from '../testing/brute-rollups.js';
import { makeSumsOlder } from '../testing/older-sums.js';
import {
  CONTACTS,
  eventTables,
  MEMBERS,
  ORGANIZATIONS,
  PHONES,
  randomChanges,
  type EventJson,
  type EventTableName,
  type Step,
} from '../testing/random-changes.js';
import { rollups } from './definitions.js';
import { buildLimits } from './build-limits.js';
import { eventSources } from './events.js';
import { FillCounts } from './fill-counts.js';
import { parts, rebuildOrganization } from './rebuild.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const IS_FULL = process.env['INLAY_TEST_FULL'] === '1';
const HISTORIES = IS_FULL ? 300 : 70;
const TRANSACTIONS = 6;

/** Limits that are reached again and again, with either order of reading. */
const narrowLimits = [0, 1].map((share) => ({ rows: 2, deltas: 3, share, rowsPerSum: 0 }));

const tableNames = [...rollups.map(({ name }) => name), 'contact_seen'];

let folder: string;
let databases = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-rollups-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const newFile = (): string => join(folder, `${databases++}.db`);

const open = (file = newFile()): Promise<Store> => openSqlite(file, { readers: 1 });

/** The rows as plain arrays, changed as the database is. */
class Model {
  readonly zones: Map<string, string>;
  readonly rows = new Map<EventTableName, Map<string, EventJson>>(
    eventTables.map((name) => [name, new Map()]),
  );

  constructor(zones: readonly string[]) {
    this.zones = new Map(ORGANIZATIONS.map((org, index) => [org, zones[index] ?? 'UTC']));
  }

  /** An edit as a row that is put. */
  resolved(step: Step): Exclude<Step, { do: 'edit' }> {
    if (step.do !== 'edit') return step;
    const { table, nth, column, to } = step;
    const known = [...(this.rows.get(table)?.values() ?? [])];
    const row = known[nth % known.length] ?? to;
    const columns = Object.keys(to).filter((name) => name !== 'org_id' && name !== 'id');
    const name = columns[column % columns.length] ?? '';
    const { ai_feature, ...edited } = { ...row, [name]: to[name] } as EventJson;
    const isInbound = ai_feature === undefined || edited['direction'] === 'inbound';
    return { do: 'put', table, rows: [isInbound ? edited : { ...edited, ai_feature }] };
  }

  apply(step: Exclude<Step, { do: 'edit' }>): void {
    if (step.do === 'zone') this.zones.set(step.org, step.timezone);
    else if (step.do === 'remove') {
      for (const key of step.keys) this.rows.get(step.table)?.delete(key.join(' '));
    } else {
      const own = this.rows.get(step.table) ?? new Map<string, EventJson>();
      const orgs = new Set(step.rows.map((row) => row.org_id));
      if (step.do === 'replace') {
        for (const [key, row] of own) if (orgs.has(row.org_id)) own.delete(key);
      }
      for (const row of step.rows) own.set(`${row.org_id} ${row.id}`, row);
    }
  }

  rowsOf(table: EventTableName, org: string): EventJson[] {
    return [...(this.rows.get(table)?.values() ?? [])].filter((row) => row.org_id === org);
  }

  expected(): Record<string, BruteRow[]> {
    const all = ORGANIZATIONS.map((org) =>
      bruteRollups({
        org,
        timezone: this.zones.get(org) ?? 'UTC',
        contacts: CONTACTS,
        rows: Object.fromEntries(
          eventTables.map((table) => [table, this.rowsOf(table, org)]),
        ) as Record<EventTableName, EventJson[]>,
      }),
    );
    return Object.fromEntries(
      tableNames.map((name) => [name, sorted(all.flatMap((tables) => tables[name] ?? []))]),
    );
  }
}

const sorted = (rows: readonly BruteRow[]): BruteRow[] =>
  rows
    .map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .map((row) => [JSON.stringify(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);

const putOrganization = (rows: RowWriter, id: string, timezone = 'UTC') =>
  rows.putJson('organizations', [{ id, name: id, timezone }], NOW);

async function putPeople(rows: RowWriter, zones: ReadonlyMap<string, string>): Promise<void> {
  for (const org_id of ORGANIZATIONS) {
    await putOrganization(rows, org_id, zones.get(org_id));
    const named = (ids: readonly string[]) => ids.map((id) => ({ org_id, id, name: id }));
    await rows.putJson('members', named(MEMBERS), NOW);
    await rows.putJson('contacts', named(CONTACTS), NOW);
    await rows.putJson(
      'phones',
      PHONES.map((id) => ({ org_id, id })),
      NOW,
    );
  }
}

async function apply(
  step: Exclude<Step, { do: 'edit' }>,
  rows: RowWriter,
  tx: Writer,
): Promise<void> {
  if (step.do === 'zone') await putOrganization(rows, step.org, step.timezone);
  else if (step.do === 'remove') await rows.remove(step.table, step.keys);
  else if (step.do === 'put') await rows.putJson(step.table, step.rows, NOW);
  else {
    const replacement = await Replacement.start(tx, tables[step.table]);
    const parsed = step.rows.map((row) => readJsonRow(tables[step.table], row, NOW));
    await replacement.note(parsed.filter((row): row is Row => !(row instanceof RowFault)));
    await rows.putJson(step.table, step.rows, NOW);
    await replacement.finish(rows);
  }
}

/** Counts the rows of all tables as if they filled them, two at a time. */
async function recount(tx: Writer): Promise<void> {
  for (const name of eventTables) {
    const [table, source] = [tables[name], eventSources[name]];
    if (source === undefined) throw new Error(`${name} is counted nowhere`);
    const columns = [...table.columns.map(({ storedAs }) => storedAs), 'day', 'hour'];
    const rows = await tx.arrays<Row & []>(`SELECT ${columns.join(', ')} FROM ${name}`);
    const twice = new FillCounts(tx, table, source, narrowLimits[0]);
    await twice.count(rows.flatMap((row) => [row, row]));
    expect(await twice.finish()).toBe(rows.length === 0);
    for (const rollup of source.rollups) await tx.run(`DELETE FROM ${rollup.name}`);
    const counts = new FillCounts(tx, table, source, narrowLimits[0]);
    for (let from = 0; from < rows.length; from += 2)
      await counts.count(rows.slice(from, from + 2));
    expect(await counts.finish()).toBe(true);
  }
}

async function stored(tx: Reader): Promise<Record<string, BruteRow[]>> {
  const found: Record<string, BruteRow[]> = {};
  for (const name of tableNames) {
    const rows = await tx.all<object>(`SELECT * FROM ${name}`);
    found[name] = sorted(rows.map(withoutZeros));
  }
  return found;
}

test(
  `every rollup is what plain arrays say after each of ${HISTORIES * TRANSACTIONS} random transactions`,
  { timeout: 3_600_000 },
  async () => {
    let comparisons = 0;
    const compare = async (store: Store, model: Model) => {
      const [found, expected] = [await store.read(stored), model.expected()];
      for (const name of tableNames) expect(found[name], name).toEqual(expected[name]);
      comparisons += tableNames.length;
    };
    await fc.assert(
      fc.asyncProperty(randomChanges(TRANSACTIONS), async ({ zones, transactions }) => {
        const store = await open();
        const model = new Model(zones);
        await writeRows(store, (rows) => putPeople(rows, model.zones));
        for (const steps of transactions) {
          await writeRows(store, async (rows, tx) => {
            for (const drawn of steps) {
              const step = model.resolved(drawn);
              model.apply(step);
              await apply(step, rows, tx);
            }
          });
          await compare(store, model);
        }
        for (const limits of [buildLimits, ...narrowLimits]) {
          await store.write(async (tx) => {
            for (const org of ORGANIZATIONS) await rebuildOrganization(tx, org, parts, limits);
          });
          await compare(store, model);
        }
        await store.close();
        const file = newFile();
        const filled = await open(file);
        await writeRows(filled, async (rows) => {
          await putPeople(rows, model.zones);
          for (const [nth, table] of eventTables.entries()) {
            const all = ORGANIZATIONS.flatMap((org) => model.rowsOf(table, org));
            await rows.fill(table, async () => {
              await rows.putJson(table, all.slice(0, nth), NOW);
              await rows.putJson(table, all, NOW);
            });
          }
        });
        await compare(filled, model);
        await filled.write(recount);
        await compare(filled, model);
        await filled.close();
        makeSumsOlder(file);
        const upToDate = await open(file);
        await compare(upToDate, model);
        await upToDate.close();
      }),
      { numRuns: HISTORIES, endOnFailure: process.env['INLAY_TEST_NO_SHRINK'] === '1' },
    );
    expect(comparisons).toBeGreaterThanOrEqual(10_000);
  },
);
