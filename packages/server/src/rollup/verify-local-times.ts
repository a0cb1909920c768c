import { tables, type Table } from '../ingest/tables.js';
import type { SqlValue, Writer } from '../store/store.js';
import { localDay, localHour } from '../time/local.js';
import { zoneOf, type Zone } from '../time/segments.js';

const CHUNK_ROWS = 4000;

/** An event whose stored local day or hour is not that of its instant. */
export interface WrongLocalTime {
  readonly table: string;
  readonly id: string;
  readonly kept: { readonly day: number; readonly hour: number };
  readonly counted: { readonly day: number; readonly hour: number };
}

/** Computes the local times of an organization's events anew, and gives the first that differs. */
export async function firstWrongLocalTime(
  tx: Writer,
  org: string,
): Promise<WrongLocalTime | undefined> {
  const row = await tx.first<{ timezone: string }>(
    'SELECT timezone FROM organizations WHERE id = ?',
    [org],
  );
  if (row === undefined) return undefined;
  for (const table of Object.values(tables)) {
    const wrong = await firstWrongIn(tx, org, table, zoneOf(row.timezone));
    if (wrong) return wrong;
  }
  return undefined;
}

type Stamp = readonly [id: string, ms: number, day: number, hour: number];

async function firstWrongIn(
  tx: Writer,
  org: string,
  { name, columns, localTimeOf }: Table,
  zone: Zone,
): Promise<WrongLocalTime | undefined> {
  const at = columns[localTimeOf ?? -1]?.storedAs;
  if (at === undefined) return undefined;
  const select = `SELECT id, ${at}, day, hour FROM ${name}
    WHERE org_id = ? AND id > ? ORDER BY id LIMIT ${CHUNK_ROWS}`;
  for (let after: SqlValue | undefined = ''; after !== undefined;) {
    const rows: Stamp[] = await tx.arrays<Stamp>(select, [org, after]);
    for (const [id, ms, day, hour] of rows) {
      const counted = { day: localDay(zone, ms), hour: localHour(zone, ms) };
      if (counted.day !== day || counted.hour !== hour) {
        return { table: name, id, kept: { day, hour }, counted };
      }
    }
    after = rows.at(-1)?.[0];
  }
  return undefined;
}
