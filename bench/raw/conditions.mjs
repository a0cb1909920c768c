/** Columns by which a scoped reader's rows are seen. */
const memberColumn = { plans: 'owner_member_id', contacts: 'owner_member_id' };
const phoneTables = new Set(['calls', 'messages', 'text_agent_suggestions']);

const list = (ids) => ids.map((id) => `'${id}'`).join(', ');

/** The rows of a table that a scope can see. Ids are those of the made-up world: plain words. */
export function seen(scope, table, alias = table) {
  const own = `${alias}.org_id = '${scope.orgId}'`;
  if (scope.kind === 'organization') return own;
  const member = `${alias}.${memberColumn[table] ?? 'member_id'} IN (${list(scope.memberIds)})`;
  if (!phoneTables.has(table)) return `${own} AND ${member}`;
  const phone = `${alias}.phone_id`;
  return `${own} AND (${phone} IN (${list(scope.phoneIds)}) OR (${phone} IS NULL AND ${member}))`;
}

export const during = (at, { startMs, endMs }) => `${at} >= ${startMs} AND ${at} < ${endMs}`;

/** @typedef {{ divide: (a: string, b: number) => string, name: 'sqlite' | 'duckdb' }} Dialect */

/** @type {Record<'sqlite' | 'duckdb', Dialect>} */
export const dialects = {
  sqlite: { name: 'sqlite', divide: (a, b) => `${a} / ${b}` },
  duckdb: { name: 'duckdb', divide: (a, b) => `${a} // ${b}` },
};
