import { constants, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { checkDatabase } from '../store/sqlite/backup.js';
import { described, refuseExisting } from './backup.js';
import { asFailure, CommandFailed, type Command } from './command.js';
import { asDraft } from './draft.js';
import { needed, onlyPositional, parse } from './options.js';

/** Overwrites nothing; copies no page where the file system can share them. */
const NEW_AND_SHARED = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

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
      await asFailure(`cannot read ${backup}`, () => copyFile(backup, draft, NEW_AND_SHARED));
      return asFailure(`${backup} cannot be restored`, () => checkDatabase(draft, backup));
    });
    const secs = ((io.clock() - startedAt) / 1000).toFixed(1);
    io.out(`restored ${file} from ${backup}: ${described(inventory)}, checked, in ${secs} s\n`);
  },
};
