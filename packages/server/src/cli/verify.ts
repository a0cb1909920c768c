import { verifyOrganization, type Difference } from '../rollup/verify.js';
import { CommandFailed, type Command } from './command.js';
import { withDatabase } from './open-database.js';
import { idOf, integerOf, needed, noPositionals, parse } from './options.js';
import { organizationsIn } from './organizations.js';
import { count } from './progress.js';

const BUSY_TIMEOUT_MS = 10_000;
const CACHE_MIB = 256;
const MAX_SAMPLE = 1_000_000;

export const verifyCommand: Command = {
  summary: 'compare the sums behind the statistics with the events',
  help: `Usage: inlay verify --db FILE [--org ID | --sample N]

Computes local days and hours of every organization's events anew, counts the events, and compares
the sums that are kept with them, row by row. The first difference is named, and the exit code is 1.
Nothing is changed, but writes have to wait while an organization is counted. inlay rebuild sets
right what differs.

Options:
  --db FILE   the database
  --org ID    this organization alone
  --sample N  N organizations drawn at random
  -h, --help  print this
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      db: { type: 'string' },
      org: { type: 'string' },
      sample: { type: 'string' },
    });
    noPositionals(positionals);
    const file = needed(values.db, '--db FILE');
    const org = values.org === undefined ? undefined : idOf(values.org, '--org');
    const sample =
      values.sample === undefined
        ? MAX_SAMPLE
        : integerOf(values.sample, '--sample', 1, MAX_SAMPLE);
    const options = { busyTimeoutMs: BUSY_TIMEOUT_MS, cacheMiB: CACHE_MIB };
    const result = await withDatabase(file, options, async (store) => {
      const orgs = drawn(await organizationsIn(store, org), sample);
      let rows = 0;
      for (const id of orgs) {
        const found = await verifyOrganization(store, id);
        if (typeof found !== 'number') throw new CommandFailed(described(found));
        rows += found;
      }
      return { organizations: orgs.length, rows };
    });
    const { organizations, rows } = result;
    io.out(
      `verified ${count(organizations, 'organization')}: ${count(rows, 'row')} of sums agree with the events\n`,
    );
  },
};

/** Some of the ids, each as likely as any other, in their order. */
function drawn(ids: readonly string[], sample: number): readonly string[] {
  if (ids.length <= sample) return ids;
  const chosen = ids
    .map((id) => ({ id, lot: Math.random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, sample);
  return chosen.map(({ id }) => id).sort();
}

function described({ table, org, key, columns, kept, counted }: Difference): string {
  const where = Object.entries({ org_id: org, ...key })
    .map(([column, value]) => `${column} ${JSON.stringify(value)}`)
    .join(', ');
  if (kept === undefined) return `${table}: the row of ${where} is missing`;
  if (counted === undefined) return `${table}: the row of ${where} has no events`;
  const values = columns.map(
    (column) => `${column} is ${kept[column]}, but the events say ${counted[column]}`,
  );
  return `${table}: in the row of ${where}, ${values.join('; ')}`;
}
