import { join } from 'node:path';

const instant = (column) => `epoch_ms(${column}) AS ${column}`;
const micros = (column) => `CAST(ROUND(${column} * 1000000) AS BIGINT) AS ${column}_micros`;
const asInteger = (column) => `CAST(${column} AS INTEGER) AS ${column}`;

/**
 * How each table is made from its file: columns that change, those whose type no file can tell, and
 * the order in which rows lie, by which whole blocks are skipped.
 */
const plans = {
  calls: { change: ['started_at'], order: 'started_at', text: ['outcome', 'recording_url'] },
  messages: { change: ['created_at'], order: 'created_at', text: ['ai_feature'] },
  todos: { change: ['created_at'], order: 'created_at' },
  text_agent_suggestions: {
    select: `* EXCLUDE (confidence) REPLACE (${instant('created_at')}, ${asInteger('escalated')}),
      ${micros('confidence')}`,
    order: 'created_at',
    types: { confidence: 'DECIMAL(9, 6)' },
  },
  ai_usage: {
    select: `* EXCLUDE (cost_usd) REPLACE (${instant('created_at')}), ${micros('cost_usd')}`,
    rename: ['cost_usd_micros', 'cost_micros'],
    order: 'created_at',
    types: { cost_usd: 'DECIMAL(18, 6)' },
  },
  plans: { order: 'id' },
  plan_contacts: { order: 'plan_id' },
  contacts: { order: 'id' },
  members: { order: 'id' },
  phones: { order: 'id', text: ['number', 'label'] },
};

/** Loads a world's files into a database of DuckDB. */
export async function loadWorld(connection, folder) {
  for (const [table, plan] of Object.entries(plans)) {
    await connection.run(createTable(table, plan, join(folder, `${table}.csv`)));
    if (plan.rename) {
      await connection.run(`ALTER TABLE ${table} RENAME ${plan.rename[0]} TO ${plan.rename[1]}`);
    }
  }
  await connection.run('CHECKPOINT');
}

function createTable(table, { select, change, order, text = [], types = {} }, file) {
  const columns = select ?? (change ? `* REPLACE (${change.map(instant).join(', ')})` : '*');
  const known = { ...types, ...Object.fromEntries(text.map((column) => [column, 'VARCHAR'])) };
  const given = Object.entries(known).map(([column, type]) => `'${column}': '${type}'`);
  const hint = given.length > 0 ? `, types = {${given.join(', ')}}` : '';
  return `CREATE TABLE ${table} AS SELECT ${columns}
    FROM read_csv('${file}', header = true${hint}) ORDER BY org_id, ${order}`;
}
