import { importDirectory, type FileProgress } from '../ingest/import.js';
import { tableNames } from '../ingest/tables.js';
import type { Command } from './command.js';
import { withDatabaseOrNone } from './open-database.js';
import { needed, onlyPositional, oneOf, parse } from './options.js';
import { count, ImportProgress } from './progress.js';

/** Waits for writes of a running server to finish. */
const BUSY_TIMEOUT_MS = 10_000;
const CACHE_MIB = 256;

export const importCommand: Command = {
  summary: 'bring CSV or NDJSON files into a database, all or nothing',
  help: `Usage: inlay import DIR --db FILE [--replace TABLE]…

Reads <table>.csv or <table>.ndjson, each also as .gz, for every table that DIR has a file of, and
writes the rows into FILE, which is created when it is not there. A known key replaces the whole row.
The first thing that is wrong stops the import with FILE:LINE: column: what is wrong, and leaves the
database as it was.

Options:
  --db FILE        the database
  --replace TABLE  make TABLE equal to its file, for the organizations named in it (repeatable)
  -h, --help       print this

Tables:
  ${tableNames.join('\n  ')}
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      db: { type: 'string' },
      replace: { type: 'string', multiple: true },
    });
    const dir = onlyPositional(positionals, 'DIR');
    const file = needed(values.db, '--db FILE');
    const replace = (values.replace ?? []).map((name) => oneOf(tableNames, name, '--replace'));
    const startedAt = io.clock();
    const progress = new ImportProgress(io);
    const options = { busyTimeoutMs: BUSY_TIMEOUT_MS, cacheMiB: CACHE_MIB };
    const results = await withDatabaseOrNone(file, options, (store) =>
      importDirectory({
        dir,
        store,
        clock: io.clock,
        replace,
        onProgress: (state) => progress.show(state),
      }),
    );
    io.out(`${summaryOf(results, io.clock() - startedAt)}\n`);
  },
};

function summaryOf(results: readonly FileProgress[], elapsedMs: number): string {
  const total = (valueOf: (result: FileProgress) => number) =>
    results.reduce((sum, result) => sum + valueOf(result), 0);
  const removed = total((result) => result.removed);
  const gone = removed > 0 ? `, removed ${count(removed)}` : '';
  const rows = total((result) => result.rows);
  const secs = (elapsedMs / 1000).toFixed(1);
  return `imported ${count(rows, 'row')} from ${count(results.length, 'file')}${gone} in ${secs} s`;
}
