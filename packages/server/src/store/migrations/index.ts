import { tables } from './0001-tables.js';
import { changes } from './0002-changes.js';
import { references } from './0003-references.js';
import { rollupTables } from './0004-rollups.js';
import { revocations } from './0005-revocations.js';
import { reads } from './0006-reads.js';
import { contactCount } from './0007-contact-count.js';
import { rowsRead } from './0008-rows-read.js';
import { fewerPages } from './0009-fewer-pages.js';

/**
 * What brings a database up to date, in order; entry `n` leads from version `n` to `n + 1`. Entries
 * are only added: a database that has passed one never sees what is changed in it.
 */
export const migrations: readonly string[] = [
  tables,
  changes,
  references,
  rollupTables,
  revocations,
  reads,
  contactCount,
  rowsRead,
  fewerPages,
];
