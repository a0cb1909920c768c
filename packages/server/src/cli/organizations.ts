import { sql, first } from '../store/sql.js';
import type { Store } from '../store/store.js';
import { CommandFailed } from './command.js';

/**
 * Ids of the organizations of a database, or the one that was asked for.
 * @throws {CommandFailed} when there is no such organization.
 */
export function organizationsIn(store: Store, org: string | undefined): Promise<string[]> {
  return store.read(async (tx) => {
    if (org === undefined) {
      const rows = await tx.all<{ id: string }>('SELECT id FROM organizations ORDER BY id');
      return rows.map(({ id }) => id);
    }
    if (await first(tx, sql`SELECT 1 FROM organizations WHERE id = ${org}`)) return [org];
    throw new CommandFailed(`there is no organization ${JSON.stringify(org)} in the database`);
  });
}
