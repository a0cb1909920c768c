import Database from 'better-sqlite3';

/** One for each way in which the statements look at a table, covering all that they read there. */
const indexes = `
  CREATE INDEX raw_calls_by_time ON calls (org_id, started_at, duration_secs, contact_id);
  CREATE INDEX raw_calls_by_phone
    ON calls (org_id, phone_id, started_at, member_id, duration_secs, contact_id, id);
  CREATE INDEX raw_calls_newest ON calls (org_id, started_at, id);
  CREATE INDEX raw_messages_by_time ON messages
    (org_id, created_at, channel, direction, status, ai_feature, contact_id, phone_id, id);
  CREATE INDEX raw_messages_by_phone ON messages
    (org_id, phone_id, created_at, member_id, channel, direction, status, ai_feature, contact_id, id);
  CREATE INDEX raw_messages_newest ON messages (org_id, created_at, id);
  CREATE INDEX raw_messages_by_thread ON messages
    (org_id, contact_id, phone_id, created_at, id, direction, status, channel, member_id);
  CREATE INDEX raw_todos_by_time ON todos (org_id, created_at, status, member_id);
  CREATE INDEX raw_todos_by_member ON todos (org_id, member_id, created_at, status);
  CREATE INDEX raw_suggestions_by_time ON text_agent_suggestions
    (org_id, created_at, outcome, escalated, confidence_micros);
  CREATE INDEX raw_suggestions_by_phone ON text_agent_suggestions
    (org_id, phone_id, created_at, member_id, outcome, escalated, confidence_micros);
  CREATE INDEX raw_usage_by_time ON ai_usage (org_id, created_at, feature, tokens, cost_micros);
  CREATE INDEX raw_usage_by_member
    ON ai_usage (org_id, member_id, created_at, feature, tokens, cost_micros);
  ANALYZE;
`;

/** Gives a copy of the database its indexes, and drops those that came with it. */
export function indexForRaw(file) {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -262144');
  const known = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN
       ('calls', 'messages', 'todos', 'text_agent_suggestions', 'ai_usage')`,
    )
    .all();
  for (const { name } of known) database.exec(`DROP INDEX "${name}"`);
  database.exec(indexes);
  database.close();
}

/** Asks statements of a database; each is prepared once. */
export function openRaw(file) {
  const database = new Database(file, { readonly: true });
  database.pragma('cache_size = -262144');
  const statements = new Map();
  const ask = async (sql) => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
    return statement.all();
  };
  return { ask, close: () => database.close() };
}
