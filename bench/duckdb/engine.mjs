import { DuckDBInstance } from '@duckdb/node-api';

/** Opens a database of DuckDB, made when it is not there. */
export async function openDuckdb(file) {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const statements = new Map();
  const ask = async (sql) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statements.set(sql, (statement = await connection.prepare(sql)));
    }
    const reader = await statement.runAndReadAll();
    return reader.getRowObjectsJS().map(withNumbers);
  };
  return {
    connection,
    ask,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Counts and instants are all far below 2 ** 53. */
function withNumbers(row) {
  for (const key in row) if (typeof row[key] === 'bigint') row[key] = Number(row[key]);
  return row;
}

export async function duckdbVersion({ ask }) {
  const [{ version }] = await ask('SELECT version() AS version');
  return version;
}
