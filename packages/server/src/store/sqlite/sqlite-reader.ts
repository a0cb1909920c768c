import type { Reader, Store } from '../store.js';
import { Connection } from './connection.js';

export interface SqliteReader extends Pick<Store, 'read'> {
  close(): void;
}

const READ_TIMEOUT_MS = 1000;
const CACHE_MIB = 32;

/**
 * Opens a database that `openSqlite` has opened before, for reads one at a time: whoever asks waits
 * for the answer before it asks again.
 */
export function openSqliteReader(file: string): SqliteReader {
  const options = { readonly: true, fileMustExist: true, timeout: READ_TIMEOUT_MS };
  const connection = new Connection(file, options);
  connection.pragma(`cache_size = ${-1024 * CACHE_MIB}`);
  return {
    read: <Result>(work: (tx: Reader) => Promise<Result>) => connection.transaction('BEGIN', work),
    close: () => connection.close(),
  };
}
