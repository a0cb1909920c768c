import Database from 'better-sqlite3';
import { migrations } from '../store/migrations/index.js';

/** The version in which a row of responses stood for one way of counting, and four sums had no months. */
const VERSION = 8;

const monthly = ['ai_message_month', 'suggestion_month', 'todo_month', 'ai_usage_month'];
const indexes = ['messages_by_thread', 'messages_by_contact'];
const responses = ['response_day', 'response_month', 'response_block'];

/** Turns the sums of a database, and the indexes they are kept by, back into those of an older version. */
export function makeSumsOlder(file: string): void {
  const database = new Database(file);
  const columnsOf = (table: string) =>
    database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  for (const table of monthly) database.exec(`DROP TABLE ${table}`);
  database.exec('DROP INDEX messages_by_thread');
  for (const index of indexes) database.exec(older(`INDEX ${index}`));
  for (const table of responses) {
    database.exec(`ALTER TABLE ${table} RENAME TO newer; ${older(`TABLE ${table}`)}`);
    const columns = columnsOf(table);
    const newer = new Set(columnsOf('newer'));
    for (const unit of ['run', 'message']) {
      const values = columns.map((column) => {
        if (column === 'unit') return `'${unit}'`;
        return newer.has(column) ? column : `${unit}_${column}`;
      });
      database.exec(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
        FROM newer WHERE ${unit}_answered + ${unit}_unanswered > 0`);
    }
    database.exec('DROP TABLE newer');
  }
  database.pragma(`user_version = ${VERSION}`);
  database.close();
}

/** The last statement that makes something. */
function older(what: string): string {
  const text = migrations.slice(0, VERSION).join('\n');
  const statement = [...text.matchAll(new RegExp(`CREATE ${what}\\s[^;]*;`, 'g'))].at(-1)?.[0];
  if (statement === undefined) throw new Error(`no migration makes ${what}`);
  return statement;
}
