import type { SqlValue, Writer } from '../store/store.js';
import { localDay, localHour } from '../time/local.js';
import { zoneOf, type Zone } from '../time/segments.js';
import { Zones } from './zones.js';
import { tables, type Row, type Table } from './tables.js';
import { detached } from './text-blocks.js';

const CHUNK = 5000;

const stampedTables = Object.values(tables).filter((table) => table.localTimeOf !== undefined);

type Stamp = readonly [id: string, ms: number, day: number, hour: number];

/** Keeps `day` and `hour` of events at the local time of their organization. */
export class LocalTimes {
  readonly #tx: Writer;
  readonly #zones: Zones;

  constructor(tx: Writer) {
    this.#tx = tx;
    this.#zones = new Zones(tx);
  }

  /** Rows as they are stored: with day and hour, where the table has them. */
  async stamp(table: Table, rows: readonly Row[]): Promise<readonly Row[]> {
    const { localTimeOf } = table;
    if (localTimeOf === undefined) return rows;
    const stamped: Row[] = [];
    let org: SqlValue | undefined;
    let zone: Zone | undefined;
    for (const row of rows) {
      if (zone === undefined || row[table.org] !== org) {
        org = row[table.org];
        zone = await this.#zones.of(String(org));
      }
      const ms = Number(row[localTimeOf]);
      stamped.push([...row, localDay(zone, ms), localHour(zone, ms)]);
    }
    return stamped;
  }

  /**
   * Takes over the zones, by id, of organizations that are about to be written, and sets the local
   * times of the rows of those whose zone changes. Returns which those are.
   */
  async setZones(zones: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const [org, name] of zones) {
      const before = await this.#zones.known(org);
      this.#zones.set(org, zoneOf(detached(name)));
      if (before === undefined || before.name === name) continue;
      await this.restamp(org);
      changed.push(detached(org));
    }
    return changed;
  }

  /** Sets the local times of an organization's rows anew, where they are not right. */
  async restamp(org: string): Promise<void> {
    const zone = await this.#zones.of(org);
    for (const table of stampedTables) await this.#restamp(table, org, zone);
  }

  async #restamp(table: Table, org: string, zone: Zone): Promise<void> {
    const instant = table.columns[table.localTimeOf ?? -1]?.storedAs;
    const select = `SELECT id, ${instant}, day, hour FROM ${table.name}
      WHERE org_id = ? AND id > ? ORDER BY id LIMIT ${CHUNK}`;
    const update = `UPDATE ${table.name} SET day = ?, hour = ? WHERE org_id = ? AND id = ?`;
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows: Stamp[] = await this.#tx.arrays<Stamp>(select, [org, after]);
      const wrong = rows.filter(
        ([, ms, day, hour]) => localDay(zone, ms) !== day || localHour(zone, ms) !== hour,
      );
      await this.#tx.runMany(
        update,
        wrong.map(([id, ms]) => [localDay(zone, ms), localHour(zone, ms), org, id]),
      );
      after = rows.at(-1)?.[0];
    }
  }
}
