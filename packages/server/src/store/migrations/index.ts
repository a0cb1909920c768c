import { tables } from './0001-tables.js';

/** What brings a database up to date, in order; entry `n` leads from version `n` to `n + 1`. */
export const migrations: readonly string[] = [tables];
