import { openSqlite, type SqliteOptions } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { CommandFailed } from './command.js';

/** Opens a database for a command, lets it work, and closes it. */
export async function withDatabase<Result>(
  file: string,
  options: SqliteOptions,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await open(file, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function open(file: string, options: SqliteOptions): Promise<Store> {
  try {
    return await openSqlite(file, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`cannot open ${file}: ${reason}`, { cause: error });
  }
}
