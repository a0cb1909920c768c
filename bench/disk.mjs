import Database from 'better-sqlite3';
import { tableNames } from '../packages/server/dist/ingest/tables.js';

const logs = ['changes', 'organization_versions'];
const eventTables = ['calls', 'messages', 'todos', 'text_agent_suggestions', 'ai_usage'];

/** What rows are kept for, by the name of their table. */
function kindOf(table) {
  if (eventTables.includes(table)) return 'events';
  if (tableNames.includes(table)) return 'directory';
  if (logs.includes(table)) return 'logs';
  return table.startsWith('sqlite_') ? 'other' : 'rollups';
}

/**
 * Bytes of the pages of each kind of table: `events` and `eventIndexes` are rows that came in and
 * what finds them, `rollups` what is kept
 * besides, by table in `tables`.
 */
export function measureDisk(file) {
  const database = new Database(file, { readonly: true });
  try {
    const pages = database
      .prepare(
        `SELECT tbl_name AS "table", type, SUM(pgsize) AS bytes
         FROM dbstat JOIN sqlite_schema USING (name) WHERE aggregate = TRUE GROUP BY 1, 2`,
      )
      .all();
    const bytes = { events: 0, eventIndexes: 0, directory: 0, rollups: 0, logs: 0, other: 0 };
    const tables = {};
    for (const { table, type, bytes: size } of pages) {
      const kind = kindOf(table);
      bytes[kind === 'events' && type === 'index' ? 'eventIndexes' : kind] += size;
      if (kind === 'rollups') tables[table] = (tables[table] ?? 0) + size;
    }
    return { bytes, tables };
  } finally {
    database.close();
  }
}
