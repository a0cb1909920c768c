import { chmod, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { checkDatabase, copyDatabase, type Inventory } from '../store/sqlite/backup.js';
import { asFailure, CommandFailed, type Command } from './command.js';
import { asDraft } from './draft.js';
import { needed, onlyPositional, parse } from './options.js';
import { count } from './progress.js';

const MIB = 1024 * 1024;

export const backupCommand: Command = {
  summary: 'write a checked copy of a database that may be in use',
  help: `Usage: inlay backup FILE --db FILE

Writes what the database holds at this instant into a new file, reads that through and through, and
gives it its name when nothing is wrong in it. Servers go on answering and taking rows meanwhile.
A file of that name is never overwritten. inlay restore makes a database of it again.

Options:
  --db FILE   the database
  -h, --help  print this
`,
  async run(args, io) {
    const { values, positionals } = parse(args, { db: { type: 'string' } });
    const target = onlyPositional(positionals, 'FILE');
    const file = needed(values.db, '--db FILE');
    refuseExisting(target);
    const startedAt = io.clock();
    const inventory = await asDraft(target, async (draft) => {
      await asFailure(`cannot back up ${file}`, () => copyDatabase(file, draft));
      await chmod(draft, (await stat(file)).mode);
      return asFailure(`the copy of ${file} is no good`, () => checkDatabase(draft, target));
    });
    const secs = ((io.clock() - startedAt) / 1000).toFixed(1);
    io.out(`backed up ${file} to ${target}: ${described(inventory)}, checked, in ${secs} s\n`);
  },
};

/** @throws {CommandFailed} when there is something that would be overwritten. */
export function refuseExisting(file: string): void {
  if (existsSync(file)) throw new CommandFailed(`${file} exists, and is left as it is`);
}

export const described = ({ organizations, bytes, version }: Inventory): string =>
  `${count(organizations, 'organization')}, ${(bytes / MIB).toFixed(1)} MiB, schema version ${version}`;
