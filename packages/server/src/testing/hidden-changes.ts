import type { Principal } from '../access/principal.js';
import type { RowWriter } from '../ingest/apply.js';
import { tableNames, tables, type TableName } from '../ingest/tables.js';
import { viewOf, type View } from './oracle/view.js';
import type { World } from './world.js';

type Row = World[TableName][number];

/**
 * A world that a principal cannot tell from `world`: all that they may see is as it is there, and
 * everything else is as in `other`, a world of the same organizations and people.
 */
export function unseenFrom(principal: Principal, world: World, other: World): World {
  const view = viewOf(world, principal);
  if (view === undefined) throw new Error('the principal sees nothing at all');
  const { orgId } = principal;
  const isOwn = (row: Row) => ('org_id' in row ? row.org_id : row.id) === orgId;
  const changed = Object.fromEntries(
    tableNames.map((table) => {
      const own = world[table].filter(isOwn);
      const elsewhere = other[table].filter((row) => !isOwn(row));
      const hidden = other[table].filter(isOwn);
      return [table, [...elsewhere, ...ownRows(table, own, hidden, view)]];
    }),
  ) as unknown as World;
  return { ...changed, plan_contacts: planContacts(world, other, changed, orgId, view) };
}

const isEvent = (table: TableName): boolean =>
  ['calls', 'messages', 'text_agent_suggestions', 'todos', 'ai_usage'].includes(table);

/** Rows of the principal's own organization: those seen as they are, the others as in `hidden`. */
function ownRows(
  table: TableName,
  own: readonly Row[],
  hidden: readonly Row[],
  view: View,
): readonly Row[] {
  const isSeen = seenIn(table, view);
  if (isSeen === undefined) return own;
  const seen = own.filter(isSeen);
  const added = hidden.filter(
    (row) => !isSeen(row) && !seen.some((kept) => isSame(table, kept, row)),
  );
  if (isEvent(table)) return [...seen, ...added];
  // People and plans stay, since others refer to them; only what is hidden of them changes.
  const isReplaced = (row: Row) => added.some((change) => isSame(table, change, row));
  return [...own.filter((row) => !isReplaced(row)), ...added];
}

/** What decides whether a row is seen; absent where its change could be seen through others. */
function seenIn(table: TableName, view: View): ((row: Row) => boolean) | undefined {
  switch (table) {
    case 'calls':
    case 'messages':
    case 'text_agent_suggestions':
      return view.byPhone as (row: Row) => boolean;
    case 'todos':
    case 'ai_usage':
    case 'plans':
      return view.byMember as (row: Row) => boolean;
    default:
      return undefined;
  }
}

/** Links of plans that are seen stay, links of others are those of the other world. */
function planContacts(
  world: World,
  other: World,
  changed: World,
  orgId: string,
  view: View,
): World['plan_contacts'] {
  const seen = new Set(
    changed.plans
      .filter((plan) => plan.org_id === orgId && view.byMember(plan))
      .map(({ id }) => id),
  );
  const isOwnSeen = (link: World['plan_contacts'][number]) =>
    link.org_id === orgId && seen.has(link.plan_id);
  return [
    ...world.plan_contacts.filter(isOwnSeen),
    ...other.plan_contacts.filter((link) => !isOwnSeen(link)),
  ];
}

const keyOf = (table: TableName, row: Row): readonly string[] =>
  tables[table].key.map((position) => {
    const { name = '' } = tables[table].columns[position] ?? {};
    return String((row as unknown as Record<string, unknown>)[name]);
  });

const textOf = (table: TableName, row: Row): string => JSON.stringify(keyOf(table, row));

const isSame = (table: TableName, a: Row, b: Row): boolean => textOf(table, a) === textOf(table, b);

/** Makes the rows of one world those of another. Rows put and removed. */
export async function rewrite(
  rows: RowWriter,
  from: World,
  to: World,
  now: number,
): Promise<{ readonly put: number; readonly removed: number }> {
  let [put, removed] = [0, 0];
  for (const table of tableNames) {
    const before = new Set(from[table].map((row) => JSON.stringify(row)));
    const changed = to[table].filter((row) => !before.has(JSON.stringify(row)));
    await rows.putJson(table, changed, now);
    put += changed.length;
  }
  for (const table of tableNames.toReversed()) {
    const kept = new Set(to[table].map((row) => textOf(table, row)));
    const gone = from[table].filter((row) => !kept.has(textOf(table, row)));
    await rows.remove(
      table,
      gone.map((row) => keyOf(table, row)),
    );
    removed += gone.length;
  }
  return { put, removed };
}
