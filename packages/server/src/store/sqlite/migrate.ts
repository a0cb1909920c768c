import { migrations } from '../migrations/index.js';
import type { Connection } from './connection.js';

/**
 * Brings a database up to date, in one transaction.
 * @throws {Error} when it is newer than this code, or holds tables of something else.
 */
export function migrate(connection: Connection, file: string): void {
  if (versionOf(connection) === migrations.length) return;
  connection.atOnce(() => {
    refuseForeign(connection, file);
    const version = versionOf(connection);
    for (const migration of migrations.slice(version)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

const versionOf = (connection: Connection): number => Number(connection.pragma('user_version'));

/**
 * Looks at a database without changing it, even while another process brings it up to date.
 * @throws {Error} when it is newer than this code, or holds tables of something else.
 */
export function refuseForeign(connection: Connection, file: string): void {
  const { version, isEmpty } = connection
    .prepare(
      `SELECT user_version AS version, NOT EXISTS (SELECT 1 FROM sqlite_schema) AS isEmpty
       FROM pragma_user_version`,
    )
    .get() as { version: number; isEmpty: number };
  if (version > migrations.length) {
    throw new Error(
      `${file} has schema version ${version}, written by a newer Inlay; this one knows versions up to ${migrations.length}`,
    );
  }
  if (version === 0 && isEmpty === 0) {
    throw new Error(`${file} is a database, but not one of Inlay`);
  }
}
