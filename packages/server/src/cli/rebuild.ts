import { LocalTimes } from '../ingest/local-times.js';
import { rebuildOrganization } from '../rollup/rebuild.js';
import type { Command } from './command.js';
import { withDatabase } from './open-database.js';
import { idOf, needed, noPositionals, parse } from './options.js';
import { organizationsIn } from './organizations.js';
import { count } from './progress.js';

const BUSY_TIMEOUT_MS = 10_000;
const CACHE_MIB = 256;

export const rebuildCommand: Command = {
  summary: 'build the sums behind the statistics anew from the events',
  help: `Usage: inlay rebuild --db FILE [--org ID]

Builds the sums over events and their local times anew, one organization after the other, each in
one transaction: readers see the old sums until the new ones are there. They are kept right by every
write, so this is for when inlay verify has found a difference.

Options:
  --db FILE   the database
  --org ID    this organization alone
  -h, --help  print this
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      db: { type: 'string' },
      org: { type: 'string' },
    });
    noPositionals(positionals);
    const file = needed(values.db, '--db FILE');
    const org = values.org === undefined ? undefined : idOf(values.org, '--org');
    const options = { busyTimeoutMs: BUSY_TIMEOUT_MS, cacheMiB: CACHE_MIB };
    const startedAt = io.clock();
    const built = await withDatabase(file, options, async (store) => {
      const orgs = await organizationsIn(store, org);
      for (const id of orgs) {
        await store.write(async (tx) => {
          await new LocalTimes(tx).restamp(id);
          await rebuildOrganization(tx, id);
        });
        io.err(`rebuilt ${id}\n`);
      }
      await store.optimize();
      return orgs.length;
    });
    const secs = ((io.clock() - startedAt) / 1000).toFixed(1);
    io.out(`rebuilt ${count(built, 'organization')} in ${secs} s\n`);
  },
};
