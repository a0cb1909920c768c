import { constants, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { checkDatabase } from '../store/sqlite/backup.js';
import { asFailure, described, refuseExisting } from './backup.js';
import { CommandFailed, type Command } from './command.js';
import { asDraft } from './draft.js';
import { needed, onlyPositional, parse } from './options.js';

export const restoreCommand: Command = {
  summary: 'make a database of a backup',
  help: `Usage: inlay restore BACKUP --db FILE

Copies a backup to FILE when nothing is wrong in it. FILE must not exist: stop the server and move
the old database away, together with FILE-wal and FILE-shm. The backup stays as it is.

Options:
  --db FILE   the database to make
  -h, --help  print this
`,
  async run(args, io) {
    const { values, positionals } = parse(args, { db: { type: 'string' } });
    const backup = onlyPositional(positionals, 'BACKUP');
    const file = needed(values.db, '--db FILE');
    for (const end of ['', '-wal', '-shm']) refuseExisting(file + end);
    if (statSync(`${backup}-wal`, { throwIfNoEntry: false })?.size) {
      throw new CommandFailed(
        `${backup} is a database in use and no backup: it has a log beside it`,
      );
    }
    const startedAt = io.clock();
    const inventory = await asDraft(file, async (draft) => {
      await copy(backup, draft);
      return asFailure(`${backup} cannot be restored`, () => checkDatabase(draft, backup));
    });
    const secs = ((io.clock() - startedAt) / 1000).toFixed(1);
    io.out(`restored ${file} from ${backup}: ${described(inventory)}, checked, in ${secs} s\n`);
  },
};

async function copy(backup: string, draft: string): Promise<void> {
  try {
    await copyFile(backup, draft, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`cannot read ${backup}: ${reason}`, { cause: error });
  }
}
