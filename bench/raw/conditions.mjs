/** Columns by which a scoped reader's rows are seen. */
const memberColumn = { plans: 'owner_member_id', contacts: 'owner_member_id' };
const phoneTables = new Set(['calls', 'messages', 'text_agent_suggestions']);

const list = (ids) => ids.map((id) => `'${id}'`).join(', ');

/** @typedef {import('../../packages/server/dist/access/scope.js').Scope} Scope */

/**
 * @typedef {object} Dialect
 * @property {'sqlite' | 'duckdb'} name
 * @property {(a: string, b: number) => string} divide integers
 * @property {(alias: string, scope: Scope) => string} byPhone rows of the scope's phones, or of its
 *   members without a phone
 */

/** @type {Record<'sqlite' | 'duckdb', Dialect>} */
export const dialects = {
  sqlite: {
    name: 'sqlite',
    divide: (a, b) => `${a} / ${b}`,
    byPhone: (alias, { phoneIds, memberIds }) =>
      `(${alias}.phone_id IN (${list(phoneIds)})
        OR (${alias}.phone_id IS NULL AND ${alias}.member_id IN (${list(memberIds)})))`,
  },
  duckdb: {
    name: 'duckdb',
    divide: (a, b) => `${a} // ${b}`,
    // One hash look-up instead of a chain of comparisons: no phone of the world has a member's id.
    byPhone: (alias, { phoneIds, memberIds }) =>
      `COALESCE(${alias}.phone_id, ${alias}.member_id) IN (${list([...phoneIds, ...memberIds])})`,
  },
};

/** The rows of a table that a scope can see. Ids are those of the made-up world: plain words. */
export function seen({ scope, dialect }, table, alias = table) {
  const own = `${alias}.org_id = '${scope.orgId}'`;
  if (scope.kind === 'organization') return own;
  if (phoneTables.has(table)) return `${own} AND ${dialect.byPhone(alias, scope)}`;
  return `${own} AND ${alias}.${memberColumn[table] ?? 'member_id'} IN (${list(scope.memberIds)})`;
}

export const during = (at, { startMs, endMs }) => `${at} >= ${startMs} AND ${at} < ${endMs}`;
