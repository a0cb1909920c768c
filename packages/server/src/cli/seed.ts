import { seed } from '../seed/seed.js';
import type { Command } from './command.js';
import { withDatabase } from './open-database.js';
import { idOf, integerOf, needed, noPositionals, parse, webUrl } from './options.js';
import { count } from './progress.js';

const BUSY_TIMEOUT_MS = 10_000;
const MAX_SEED = 999_999_999;

export const seedCommand: Command = {
  summary: 'write an invented organization that fills every statistic',
  help: `Usage: inlay seed --db FILE [--seed N] [--org ID] [--recording-url URL]

Writes an invented organization with a history up to now into FILE, which is created when it is not
there. The same seed at the same time gives the same rows.

Options:
  --db FILE            the database
  --seed N             another whole number, another history; default 1
  --org ID             the organization's id; default harbor-and-pine
  --recording-url URL  where the recording of every recorded call is
  -h, --help           print this
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      db: { type: 'string' },
      seed: { type: 'string' },
      org: { type: 'string' },
      'recording-url': { type: 'string' },
    });
    noPositionals(positionals);
    const file = needed(values.db, '--db FILE');
    const options = {
      ...(values.seed !== undefined && { seed: integerOf(values.seed, '--seed', 0, MAX_SEED) }),
      ...(values.org !== undefined && { orgId: idOf(values.org, '--org') }),
      ...(values['recording-url'] !== undefined && {
        recordingUrl: webUrl(values['recording-url'], '--recording-url'),
      }),
    };
    const counts = await withDatabase(file, { busyTimeoutMs: BUSY_TIMEOUT_MS }, async (store) => {
      const written = await seed({ store, clock: io.clock, ...options });
      await store.optimize();
      return written;
    });
    for (const [table, rows] of Object.entries(counts)) io.err(`${table}: ${count(rows, 'row')}\n`);
    const total = Object.values(counts).reduce((sum, rows) => sum + rows, 0);
    io.out(`wrote ${count(total, 'row')}\n`);
  },
};
