import * as fc from 'fast-check';
import { tableNames, tables, type Column, type TableName } from '../ingest/tables.js';

/** The instant up to which things have happened. */
export const NOW = Date.parse('2026-03-15T12:00:00Z');
/** Whose rows they are. */
export const ORGS = ['o1', '__proto__'];
const IDS = ['a', 'b', '!"#,\'~'];

/** A row as JSON gives it. */
export type JsonRow = Record<string, string | number | boolean | null>;
/** The rows of every table. */
export type Rows = Record<TableName, JsonRow[]>;

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

/** Any row of a table whose references are to anchors. */
export function rowOf(table: TableName): fc.Arbitrary<JsonRow> {
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
export function anchors(table: TableName): JsonRow[] {
  if (table === 'organizations') return ORGS.map((id) => ({ id, name: id, timezone: 'UTC' }));
  const isReferredTo = ['teams', 'members', 'phones', 'contacts', 'plans'].includes(table);
  if (!isReferredTo) return [];
  const plan = { status: 'draft', created_at: '2026-01-01T00:00:00Z' };
  const rest = table === 'plans' ? plan : ['teams', 'members'].includes(table) ? { name: 'x' } : {};
  return ORGS.flatMap((org_id) => IDS.map((id) => ({ id, org_id, ...rest })));
}

/** Rows for every table, anchors first, in any order of keys and with keys given twice. */
export const anyRows: fc.Arbitrary<Rows> = fc.record(
  Object.fromEntries(
    tableNames.map((table) => [
      table,
      fc.array(rowOf(table), { maxLength: 6 }).map((rows) => [...anchors(table), ...rows]),
    ]),
  ) as Record<TableName, fc.Arbitrary<JsonRow[]>>,
);
