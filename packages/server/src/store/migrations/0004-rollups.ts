const columns = (names: readonly string[]): string =>
  names.map((name) => `${name} INTEGER NOT NULL`).join(', ');

const hours = (prefix: string) => Array.from({ length: 24 }, (_, hour) => `${prefix}${hour}`);

const calls = ['n', 'connected', 'secs'];
const messages = ['n', 'sms', 'email', 'other', 'outbound', 'delivered', 'undelivered'];
const responses = ['answered', 'unanswered', 'reply_ms'];

const table = (name: string, keys: string, key: string, sums: readonly string[]): string =>
  `CREATE TABLE ${name} (
  org_id TEXT NOT NULL, ${keys}, ${columns(sums)}, PRIMARY KEY (org_id, ${key})
) STRICT, WITHOUT ROWID;`;

const KEY_DAY = 'key TEXT NOT NULL, day INTEGER NOT NULL';
const KEY_MONTH = 'key TEXT NOT NULL, month INTEGER NOT NULL';
const DAY_HOUR = 'day INTEGER NOT NULL, hour INTEGER NOT NULL';
const UNIT = 'unit TEXT NOT NULL';

const dayTables = (name: string, sums: readonly string[]): string => `
${table(`${name}_day`, KEY_DAY, 'key, day', [...sums, ...hours('h')])}
${table(`${name}_month`, `${KEY_MONTH}, weekday INTEGER NOT NULL`, 'key, month, weekday', [...sums, ...hours('h')])}
${table(`${name}_hour`, DAY_HOUR, 'day, hour', sums)}`;

/**
 * Sums over events, kept by the transactions that change the events. `key` is `all`, `phone:<id>`,
 * or `member:<id>` for a member's rows without a phone; `day`, `month` and `hour` are local.
 * `rollup_due` lists the organizations whose sums are to be built before anything is read.
 * Indexes of events lead from what a reader sees or filters by straight to its rows.
 */
export const rollupTables = `
${dayTables('call', calls)}
${dayTables('message', messages)}
${table('ai_message_day', `${KEY_DAY}, feature TEXT NOT NULL`, 'key, day, feature', ['n'])}
${table('suggestion_day', KEY_DAY, 'key, day', ['n', 'auto_sent', 'escalated', 'confidence_micros'])}
${table('todo_day', `${KEY_DAY}, status TEXT NOT NULL`, 'key, day, status', ['n'])}
${table('ai_usage_day', `${KEY_DAY}, feature TEXT NOT NULL`, 'key, day, feature', ['n', 'tokens', 'cost_micros'])}
${table('response_day', `${UNIT}, ${KEY_DAY}`, 'unit, key, day', [...responses, ...hours('u')])}
${table('response_month', `${UNIT}, ${KEY_MONTH}`, 'unit, key, month', [...responses, ...hours('u')])}
${table('response_block', `${UNIT}, days INTEGER NOT NULL, block INTEGER NOT NULL, key TEXT NOT NULL`, 'unit, days, block, key', responses)}
${table('contact_gap', 'day INTEGER NOT NULL, next_day INTEGER NOT NULL', 'day, next_day', ['n'])}
${table('contact_seen', 'key TEXT NOT NULL, contact_id TEXT NOT NULL', 'key, contact_id', ['last_day'])}

CREATE TABLE rollup_due (org_id TEXT NOT NULL, PRIMARY KEY (org_id)) STRICT, WITHOUT ROWID;
INSERT INTO rollup_due SELECT id FROM organizations;

ALTER TABLE todos ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE todos ADD COLUMN hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE text_agent_suggestions ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE text_agent_suggestions ADD COLUMN hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ai_usage ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ai_usage ADD COLUMN hour INTEGER NOT NULL DEFAULT 0;

DROP INDEX calls_by_phone;
DROP INDEX calls_by_contact;
DROP INDEX calls_by_member;
CREATE INDEX calls_by_phone ON calls (org_id, phone_id, started_at, id, contact_id);
CREATE INDEX calls_by_contact ON calls (org_id, contact_id, day, phone_id, member_id)
  WHERE contact_id IS NOT NULL;
CREATE INDEX calls_by_member ON calls (org_id, member_id, started_at, id);
CREATE INDEX calls_without_phone ON calls (org_id, member_id, started_at, id)
  WHERE phone_id IS NULL;

DROP INDEX messages_by_phone;
DROP INDEX messages_by_contact;
DROP INDEX messages_by_member;
DROP INDEX messages_by_thread;
CREATE INDEX messages_by_phone ON messages (org_id, phone_id, created_at, id, contact_id);
CREATE INDEX messages_by_contact ON messages (org_id, contact_id, day, phone_id, member_id)
  WHERE contact_id IS NOT NULL;
CREATE INDEX messages_by_member ON messages (org_id, member_id, created_at, id);
CREATE INDEX messages_without_phone ON messages (org_id, member_id, created_at, id)
  WHERE phone_id IS NULL;
CREATE INDEX messages_by_thread
  ON messages (org_id, contact_id, phone_id, created_at, id, direction, status, channel)
  WHERE contact_id IS NOT NULL;

CREATE INDEX text_agent_suggestions_without_phone
  ON text_agent_suggestions (org_id, member_id, created_at) WHERE phone_id IS NULL;
`;
