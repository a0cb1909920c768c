const columns = (names: readonly string[]): string =>
  names.map((name) => `${name} INTEGER NOT NULL`).join(', ');

const hours = Array.from({ length: 24 }, (_, hour) => `u${hour}`);
const units = ['run', 'message'];
const of = (names: readonly string[]): string[] =>
  units.flatMap((unit) => names.map((name) => `${unit}_${name}`));

const responses = [...of(['answered', 'unanswered']), ...of(['reply_ms'])];

/** One row for both ways of counting what waits; the old sums stay as they are. */
const bothUnits = (name: string, keys: string, key: string, sums: readonly string[]): string => `
ALTER TABLE ${name} RENAME TO ${name}_by_unit;
CREATE TABLE ${name} (
  org_id TEXT NOT NULL, ${keys}, ${columns(sums)}, PRIMARY KEY (org_id, ${key})
) STRICT, WITHOUT ROWID;
INSERT INTO ${name} SELECT org_id, ${key}, ${sums.map(sumByUnit).join(', ')}
FROM ${name}_by_unit GROUP BY org_id, ${key};
DROP TABLE ${name}_by_unit;`;

function sumByUnit(sum: string): string {
  const [, unit, column] = /^([a-z]+)_(.*)$/.exec(sum) ?? [];
  return `IFNULL(SUM(${column}) FILTER (WHERE unit = '${unit}'), 0)`;
}

const MONTH = `CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) * 12
  + CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1`;

/** Months beside the days of a rollup. */
const byMonth = (name: string, sums: readonly string[], further?: string): string => {
  const last = further === undefined ? '' : `, ${further}`;
  return `
CREATE TABLE ${name}_month (
  org_id TEXT NOT NULL, key TEXT NOT NULL, month INTEGER NOT NULL,
  ${further === undefined ? '' : `${further} TEXT NOT NULL, `}${columns(sums)},
  PRIMARY KEY (org_id, key, month${last})
) STRICT, WITHOUT ROWID;
INSERT INTO ${name}_month
SELECT org_id, key, ${MONTH} AS month${last}, ${sums.map((sum) => `SUM(${sum})`).join(', ')}
FROM ${name}_day GROUP BY org_id, key, month${last};`;
};

const DAY = 'key TEXT NOT NULL, day INTEGER NOT NULL';
const MONTHS = 'key TEXT NOT NULL, month INTEGER NOT NULL';
const BLOCK = 'days INTEGER NOT NULL, block INTEGER NOT NULL, key TEXT NOT NULL';

/**
 * Fewer pages for a write to change, and fewer rows for a long range to read: a row of responses
 * sums runs and messages, what is kept by day is kept by month too, and a contact's messages are
 * found by the index of threads alone.
 */
export const fewerPages = `
${bothUnits('response_day', DAY, 'key, day', [...responses, ...of(hours)])}
${bothUnits('response_month', MONTHS, 'key, month', [...responses, ...of(hours)])}
${bothUnits('response_block', BLOCK, 'days, block, key', responses)}
${byMonth('ai_message', ['n'], 'feature')}
${byMonth('suggestion', ['n', 'auto_sent', 'escalated', 'confidence_micros'])}
${byMonth('todo', ['n'], 'status')}
${byMonth('ai_usage', ['n', 'tokens', 'cost_micros'], 'feature')}

DROP INDEX messages_by_contact;
DROP INDEX messages_by_thread;
CREATE INDEX messages_by_thread ON messages
  (org_id, contact_id, phone_id, created_at, id, direction, status, channel, member_id)
  WHERE contact_id IS NOT NULL;
`;
