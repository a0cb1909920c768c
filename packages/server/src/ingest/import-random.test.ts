import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openImportFolder, type Files } from '../testing/import-folder.js';
import { tableNames, tables, type Column, type TableName } from './tables.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const ORGS = ['o1', '__proto__'];
const IDS = ['a', 'b', '!"#,\'~'];

type JsonRow = Record<string, string | number | boolean | null>;
type Rows = Record<TableName, JsonRow[]>;

const samples: Record<string, fc.Arbitrary<string | number | boolean>> = {
  timezone: fc.constantFrom('Asia/Kathmandu', 'America/New_York', 'UTC'),
  is_active: fc.boolean(),
  is_manager: fc.boolean(),
  escalated: fc.boolean(),
  number: fc.constantFrom('+4930123456', '+12025550123'),
  direction: fc.constantFrom('inbound', 'outbound'),
  channel: fc.constantFrom('sms', 'email', 'other'),
  confidence: fc.integer({ min: 0, max: 1_000_000 }).map((micros) => micros / 1_000_000),
  cost_usd: fc.integer({ min: 0, max: 50_000_000 }).map((micros) => micros / 1_000_000),
  tokens: fc.nat(),
  duration_secs: fc.nat(),
  wait_secs: fc.nat(),
};

const statuses: Partial<Record<TableName, readonly string[]>> = {
  calls: ['completed', 'busy'],
  messages: ['delivered', 'received'],
  todos: ['pending', 'canceled'],
  plans: ['draft', 'active'],
};

const word = fc.string({
  unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'é', '🙂', '\uFEFF', '='),
  minLength: 1,
  maxLength: 6,
});

const instant = fc
  .tuple(fc.date({ min: new Date(0), max: new Date(NOW), noInvalidDate: true }), fc.boolean())
  .map(([at, isLocal]) => {
    if (!isLocal) return at.toISOString();
    return new Date(at.getTime() + 20_700_000).toISOString().replace('Z', '+05:45');
  });

function sampleOf(table: TableName, { name, refersTo }: Column): fc.Arbitrary<JsonRow[string]> {
  if (refersTo === 'organizations') return fc.constantFrom(...ORGS);
  if (refersTo !== undefined) return fc.constantFrom(...IDS);
  if (name === 'id') return fc.constantFrom(...(table === 'organizations' ? ORGS : IDS));
  if (name === 'status') return fc.constantFrom(...(statuses[table] ?? []));
  if (name === 'outcome' && table === 'text_agent_suggestions') return fc.constantFrom('edited');
  if (name.endsWith('_at')) return instant;
  return samples[name] ?? word;
}

function rowOf(table: TableName): fc.Arbitrary<JsonRow> {
  const columns = tables[table].columns.map((column) => {
    const value = sampleOf(table, column);
    return [column.name, column.isRequired ? value : fc.option(value)] as const;
  });
  return fc
    .record(Object.fromEntries(columns))
    .map((row) =>
      row['direction'] === 'inbound' && 'ai_feature' in row ? { ...row, ai_feature: null } : row,
    );
}

/** Rows that anything may refer to: one of every id, in every organization. */
function anchors(table: TableName): JsonRow[] {
  if (table === 'organizations') return ORGS.map((id) => ({ id, name: id, timezone: 'UTC' }));
  const isReferredTo = ['teams', 'members', 'phones', 'contacts', 'plans'].includes(table);
  if (!isReferredTo) return [];
  const plan = { status: 'draft', created_at: '2026-01-01T00:00:00Z' };
  const rest = table === 'plans' ? plan : ['teams', 'members'].includes(table) ? { name: 'x' } : {};
  return ORGS.flatMap((org_id) => IDS.map((id) => ({ id, org_id, ...rest })));
}

const world: fc.Arbitrary<Rows> = fc.record(
  Object.fromEntries(
    tableNames.map((table) => [
      table,
      fc.array(rowOf(table), { maxLength: 6 }).map((rows) => [...anchors(table), ...rows]),
    ]),
  ) as Record<TableName, fc.Arbitrary<JsonRow[]>>,
);

const csvOf = (table: TableName, rows: readonly JsonRow[], end: string): string => {
  const names = tables[table].columns.map(({ name }) => name);
  const write = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const records = rows.map((row) => names.map((name) => write(row[name])).join(','));
  return [names.join(','), ...records].join(end);
};

const ndjsonOf = (rows: readonly JsonRow[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

const filesOf = (write: (table: TableName) => [string, string | Uint8Array]): Files =>
  Object.fromEntries(tableNames.map((table) => write(table)));

async function dumpAfter(...imports: Files[]) {
  const folder = await openImportFolder(NOW);
  try {
    for (const files of imports) await folder.import(files);
    return await folder.dump();
  } finally {
    await folder.close();
  }
}

test('CSV and NDJSON of the same rows give the same database, at once or again', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const csv = filesOf((table) => [`${table}.csv`, csvOf(table, rows[table], end)]);
      const ndjson = filesOf((table) => [`${table}.ndjson.gz`, gzipSync(ndjsonOf(rows[table]))]);
      const expected = await dumpAfter(ndjson);
      expect(await dumpAfter(csv)).toEqual(expected);
      expect(await dumpAfter(ndjson, csv)).toEqual(expected);
      expect(expectedKeys(rows)).toEqual(keysOf(expected));
    }),
    { numRuns: 25 },
  );
});

/** How many rows each table must have: one for each key. */
const expectedKeys = (rows: Rows) =>
  tableNames.map((table) => {
    const { key, columns } = tables[table];
    const names = key.map((position) => columns[position]?.name ?? '');
    return new Set(rows[table].map((row) => JSON.stringify(names.map((name) => row[name])))).size;
  });

const keysOf = (dump: Readonly<Record<string, readonly object[]>>) =>
  tableNames.map((table) => dump[table]?.length);
