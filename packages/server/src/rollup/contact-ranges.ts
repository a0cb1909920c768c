import type { Writer } from '../store/store.js';

/** Contact ids in stretches (after, up to] that hold about a chunk of rows of one of the tables. */
export async function* contactRanges(
  tx: Writer,
  org: string,
  tables: readonly ('calls' | 'messages')[],
  chunkRows: number,
): AsyncGenerator<readonly [after: string, last: string]> {
  const nth = (table: string, offset: number, order: string) =>
    `SELECT contact_id AS id FROM ${table} WHERE org_id = ? AND contact_id > ?
     ORDER BY contact_id ${order} LIMIT 1 OFFSET ${offset}`;
  for (let after = ''; ;) {
    const ends: string[] = [];
    for (const table of tables) {
      const row =
        (await tx.first<{ id: string }>(nth(table, chunkRows, 'ASC'), [org, after])) ??
        (await tx.first<{ id: string }>(nth(table, 0, 'DESC'), [org, after]));
      if (row) ends.push(row.id);
    }
    if (ends.length === 0) return;
    const last = ends.reduce((a, b) => (a < b ? a : b));
    yield [after, last];
    after = last;
  }
}
