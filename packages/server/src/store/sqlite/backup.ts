import { Connection } from './connection.js';
import { refuseForeign } from './migrate.js';

/** What a database holds, for whoever wants to know whether it is the right one. */
export interface Inventory {
  readonly version: number;
  readonly organizations: number;
  readonly bytes: number;
}

/**
 * Writes what `file` holds at this instant into `target`, which must not exist: one file, of which
 * nothing is in a log. Nobody has to wait, neither readers nor writers.
 * @throws {Error} when `file` is no database of Inlay.
 */
export function copyDatabase(file: string, target: string): void {
  withDatabaseAsItIs(file, file, (source) => source.exec(`VACUUM INTO ${quoted(target)}`));
}

/**
 * Reads a database through and through: every page, every index entry.
 * @throws {Error} when anything is wrong in it, or it is of something else or a newer version.
 */
export function checkDatabase(file: string, shownAs = file): Inventory {
  return withDatabaseAsItIs(file, shownAs, (database) => {
    const fault = database.pragma('integrity_check(1)');
    if (fault !== 'ok')
      throw new Error(`${shownAs} is damaged: ${String(fault).replaceAll('\n', ' ')}`);
    const version = Number(database.pragma('user_version'));
    if (version === 0) throw new Error(`${shownAs} is empty`);
    const { organizations } = database
      .prepare('SELECT count(*) AS organizations FROM organizations')
      .get() as Pick<Inventory, 'organizations'>;
    const bytes = Number(database.pragma('page_count')) * Number(database.pragma('page_size'));
    return { version, organizations, bytes };
  });
}

/** Opens a database without bringing it up to date, and without writing to it. */
function withDatabaseAsItIs<Result>(
  file: string,
  shownAs: string,
  work: (database: Connection) => Result,
): Result {
  const connection = new Connection(file, { readonly: true, fileMustExist: true });
  try {
    refuseForeign(connection, shownAs);
    return work(connection);
  } finally {
    connection.close();
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
