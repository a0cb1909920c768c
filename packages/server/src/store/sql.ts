import type { Reader, SqlValue } from './store.js';

/** A piece of a statement with the values that it binds, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const isSql = (part: Sql | SqlValue): part is Sql => typeof part === 'object' && part !== null;

/** Composes a statement: pieces are spliced in, anything else is bound. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  const values: SqlValue[] = [];
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

/** A name that the code itself chose: a table, an alias, a column. Never anything of a request. */
export const name = (identifier: string): Sql => {
  if (!/^[a-z_]+(\.[a-z_]+)?$/.test(identifier)) throw new Error(`not a name: ${identifier}`);
  return { text: identifier, values: [] };
};

/** Membership in a list that is bound as one value, so that statements stay a fixed set. */
export const isIn = (column: Sql, list: readonly string[]): Sql =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(list)}))`;

export const all = <Row>(tx: Reader, query: Sql): Promise<Row[]> =>
  tx.all<Row>(query.text, query.values);

export const first = <Row>(tx: Pick<Reader, 'first'>, query: Sql): Promise<Row | undefined> =>
  tx.first<Row>(query.text, query.values);
