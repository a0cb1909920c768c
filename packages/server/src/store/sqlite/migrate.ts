import { migrations } from '../migrations/index.js';
import type { Connection } from './connection.js';

/**
 * Brings a database up to date, in one transaction.
 * @throws {Error} when it is newer than this code, or holds tables of something else.
 */
export function migrate(connection: Connection, file: string): void {
  if (versionOf(connection) === migrations.length) return;
  connection.atOnce(() => {
    const version = versionOf(connection);
    refuse(connection, version, file);
    for (const migration of migrations.slice(version)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

const versionOf = (connection: Connection): number => Number(connection.pragma('user_version'));

function refuse(connection: Connection, version: number, file: string): void {
  if (version > migrations.length) {
    throw new Error(
      `${file} has schema version ${version}, written by a newer Inlay; this one knows versions up to ${migrations.length}`,
    );
  }
  const isEmpty = connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (version === 0 && !isEmpty) throw new Error(`${file} is a database, but not one of Inlay`);
}
