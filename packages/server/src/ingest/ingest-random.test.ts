import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { createApp } from '../app.js';
import { openImportFolder, type ImportFolder } from '../testing/import-folder.js';
import { anchors, NOW, ORGS, rowOf, type JsonRow } from '../testing/random-rows.js';
import { reader, SECRET, tokenFor } from '../testing/reader.js';
import { ImportError } from './import-error.js';
import { tableNames, tables, type TableName } from './tables.js';

/** What is asked for one organization: to put rows, or to remove those of the same keys. */
interface Step {
  readonly action: 'put' | 'remove';
  readonly table: TableName;
  readonly rows: readonly JsonRow[];
}

const clock = () => NOW;
const RUNS = process.env['INLAY_TEST_FULL'] ? 300 : 15;

const orgOf = (table: TableName): string => (table === 'organizations' ? 'id' : 'org_id');

const stepFor = (org: string): fc.Arbitrary<Step> =>
  fc.constantFrom(...tableNames).chain((table) =>
    fc.record({
      action:
        table === 'organizations' ? fc.constant('put' as const) : fc.constantFrom('put', 'remove'),
      table: fc.constant(table),
      rows: fc
        .array(rowOf(table), { minLength: 1, maxLength: 5 })
        .map((rows) => rows.map((row) => ({ ...row, [orgOf(table)]: org }))),
    }),
  );

/** One step for each organization at a time. */
const anySteps = fc.array(fc.tuple(...ORGS.map(stepFor)), { minLength: 1, maxLength: 12 });

const keyNames = (table: TableName) =>
  tables[table].key.map((position) => tables[table].columns[position]?.name ?? '');

const keyOf = (table: TableName, row: JsonRow) =>
  JSON.stringify(keyNames(table).map((name) => row[name]));

/** The rows that there should be, to write files that lack some of them. */
class Model {
  readonly #rows = new Map<string, Map<string, JsonRow>>();

  of(table: TableName, org: string): ReadonlyMap<string, JsonRow> {
    return this.#rows.get(`${table} ${org}`) ?? new Map();
  }

  after({ action, table, rows }: Step, org: string): Map<string, JsonRow> {
    const after = new Map(this.of(table, org));
    for (const row of rows) {
      if (action === 'put') after.set(keyOf(table, row), row);
      else after.delete(keyOf(table, row));
    }
    return after;
  }

  set(table: TableName, org: string, rows: Map<string, JsonRow>): void {
    this.#rows.set(`${table} ${org}`, rows);
  }
}

const ndjson = (rows: Iterable<JsonRow>) => [...rows].map((row) => JSON.stringify(row)).join('\n');

/** Whether it could be imported: rows as they are, removals as a table without the rows. */
async function byImport(folder: ImportFolder, model: Model, step: Step, org: string) {
  const { action, table, rows } = step;
  const after = model.after(step, org);
  const content = action === 'put' ? rows : after.values();
  try {
    await folder.import(
      { [`${table}.ndjson`]: ndjson(content) },
      { replace: action === 'put' ? [] : [table] },
    );
    model.set(table, org, after);
    return true;
  } catch (error) {
    if (error instanceof ImportError) return false;
    throw error;
  }
}

function overHttp({ store }: ImportFolder) {
  const app = createApp({ store, clock, verify: createTokenVerifier({ secret: SECRET }, clock) });
  return async ({ action, table, rows }: Step, orgId: string) => {
    const token = await tokenFor(reader('job', ['Ingest:Write'], { orgId }), NOW);
    const keys = rows.map((row) => Object.fromEntries(keyNames(table).map((n) => [n, row[n]])));
    const sent = (action === 'put' ? rows : keys).map((row, n) =>
      n % 2 === 0 ? row : { ...row, org_id: undefined },
    );
    const body = JSON.stringify(table === 'organizations' ? rows : sent);
    return app.request(`/api/ingest/${table}${action === 'put' ? '' : '/delete'}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
    });
  };
}

async function expectSame(steps: readonly (readonly Step[])[], folders: readonly ImportFolder[]) {
  const [imported, served] = folders;
  if (!imported || !served) throw new Error('two databases are needed');
  const model = new Model();
  const start = Object.fromEntries(
    tableNames.map((table) => [`${table}.ndjson`, ndjson(anchors(table))]),
  );
  for (const folder of folders) await folder.import(start);
  for (const table of tableNames) {
    for (const org of ORGS) {
      const rows = anchors(table).filter((row) => row[orgOf(table)] === org);
      model.set(table, org, new Map(rows.map((row) => [keyOf(table, row), row])));
    }
  }
  const send = overHttp(served);
  for (const pair of steps) {
    // A file that has no row of an organization replaces none of it.
    const possible = ORGS.flatMap((org, n) => {
      const step = pair[n];
      return step && model.after(step, org).size > 0 ? [{ org, step }] : [];
    });
    const before = possible.map(({ org, step }) => model.of(step.table, org).size);
    const responses = await Promise.all(possible.map(({ org, step }) => send(step, org)));
    for (const [n, { org, step }] of possible.entries()) {
      const isImported = await byImport(imported, model, step, org);
      const response = responses[n];
      const refusal = step.action === 'put' ? 400 : 409;
      expect([step, response?.status]).toEqual([step, isImported ? 200 : refusal]);
      if (!isImported) continue;
      const removed = (before[n] ?? 0) - model.of(step.table, org).size;
      const answer = step.action === 'put' ? { rows: step.rows.length } : { deleted: removed };
      expect(await response?.json()).toEqual(answer);
    }
  }
  expect(await served.dump()).toEqual(await imported.dump());
}

test('rows and removals over HTTP give the same database as the same by import', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const folders = [await openImportFolder(NOW), await openImportFolder(NOW)];
      try {
        await expectSame(steps, folders);
      } finally {
        for (const folder of folders) await folder.close();
      }
    }),
    { numRuns: RUNS },
  );
});
