import { cpus, totalmem } from 'node:os';
import Database from 'better-sqlite3';

/** What the figures depend on; nothing that names the machine. */
export function machineOf(duckdb) {
  const [{ model }] = cpus();
  const database = new Database(':memory:');
  const { version } = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  return {
    cpu: `${cpus().length} × ${model.trim()}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    sqlite: version,
    duckdb,
  };
}
