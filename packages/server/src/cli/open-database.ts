import { existsSync } from 'node:fs';
import { openSqlite, type SqliteOptions } from '../store/sqlite/sqlite-store.js';
import type { Store } from '../store/store.js';
import { asFailure } from './command.js';
import { asDraft } from './draft.js';

/** Opens a database for a command, lets it work, and closes it. */
export async function withDatabase<Result>(
  file: string,
  options: SqliteOptions,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  return useAndClose(await open(file, options), work);
}

/**
 * Like `withDatabase`, but where there was no file, none is left when the work fails: a new one is
 * made beside it and gets its name when the work is done.
 * @throws {CommandFailed} when something else has that name by then.
 */
export async function withDatabaseOrNone<Result>(
  file: string,
  options: SqliteOptions,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  if (existsSync(file)) return withDatabase(file, options, work);
  return asDraft(file, async (draft) =>
    useAndClose(await open(draft, { ...options, isDraft: true }, file), work),
  );
}

async function useAndClose<Result>(
  store: Store,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const open = (file: string, options: SqliteOptions, shownAs = file): Promise<Store> =>
  asFailure(`cannot open ${shownAs}`, () => openSqlite(file, options));
