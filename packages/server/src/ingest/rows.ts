import type { SqlValue } from '../store/store.js';
import type { Column, Key, Row, Table } from './tables.js';
import { Invalid, quoted } from './values.js';

/** What is wrong with a row, or with the columns of a file. */
export class RowFault {
  /** The column to blame; absent when the row as a whole is wrong. */
  readonly column: string | undefined;
  readonly message: string;

  constructor(column: string | undefined, message: string) {
    this.column = column;
    this.message = message;
  }

  /** `column: what is wrong` */
  toString(): string {
    return this.column === undefined ? this.message : `${this.column}: ${this.message}`;
  }
}

/** What rows are read by: a table, or the part of it that tells its rows apart. */
type Columns = Pick<Table, 'columns' | 'rule'> & { readonly name: string };

/**
 * Reads the fields of a record by the columns of its file's header; an empty field is no value.
 * `now`, in epoch ms, bounds the instants of events.
 */
export function csvRowReader(
  table: Table,
  header: readonly string[],
  now: number,
): ((fields: readonly string[]) => Row | RowFault) | RowFault {
  const fault = headerFault(table, header);
  if (fault) return fault;
  const positions = table.columns.map(({ name }) => header.indexOf(name));
  return (fields) =>
    fields.length === header.length
      ? readRow(table, (index) => fields[positions[index] ?? -1], now)
      : new RowFault(undefined, `${fields.length} fields; the header has ${header.length}`);
}

function headerFault(table: Table, header: readonly string[]): RowFault | undefined {
  const unknown = header.find((name) => !isColumn(table, name));
  if (unknown !== undefined) return unknownColumn(table, unknown);
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined) return new RowFault(repeated, 'column is given twice');
  const missing = table.columns.find(
    ({ name, isRequired }) => isRequired && !header.includes(name),
  );
  return missing && new RowFault(missing.name, 'column is required, but missing');
}

/**
 * Reads a row given as JSON; `null` and `''` are no value, as is an absent column. A row that names
 * no organization is one of `orgId`, where that is given.
 */
export function readJsonRow(
  table: Columns,
  value: unknown,
  now: number,
  orgId?: string,
): Row | RowFault {
  if (!isObject(value)) return new RowFault(undefined, `${quoted(value)} is not a JSON object`);
  for (const name in value) if (!isColumn(table, name)) return unknownColumn(table, name);
  return readRow(table, (_, { name }) => valueOf(value, name) ?? defaultOf(name, orgId), now);
}

/** Reads the key of a row given as JSON; the organization is `orgId` where it names none. */
export function readJsonKey(table: Table, value: unknown, orgId: string): Key | RowFault {
  const columns = table.key.flatMap((position) => table.columns[position] ?? []);
  const row = readJsonRow({ name: `a key of ${table.name}`, columns }, value, 0, orgId);
  return row instanceof RowFault ? row : row.map((part) => part ?? '');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueOf = (value: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(value, name) && value[name] !== '' ? value[name] : undefined;

const defaultOf = (name: string, orgId: string | undefined): string | undefined =>
  name === 'org_id' ? orgId : undefined;

function readRow(
  table: Columns,
  valueOf: (index: number, column: Column) => unknown,
  now: number,
): Row | RowFault {
  const row: SqlValue[] = [];
  for (const column of table.columns) {
    const stored = readValue(column, valueOf(row.length, column), now);
    if (stored instanceof Invalid) return new RowFault(column.name, stored.message);
    row.push(stored);
  }
  const broken = table.rule?.check(row);
  return broken === undefined ? row : new RowFault(table.rule?.column, broken);
}

function readValue(column: Column, value: unknown, now: number): SqlValue | Invalid {
  if (value !== '' && value !== undefined && value !== null) return column.parse(value, now);
  return column.isRequired ? new Invalid('a value is required') : column.byDefault;
}

const isColumn = (table: Columns, name: string): boolean =>
  table.columns.some((column) => column.name === name);

function unknownColumn(table: Columns, name: string): RowFault {
  const label = /^[!-~]{1,64}$/.test(name) ? name : quoted(name);
  const known = table.columns.map((column) => column.name).join(', ');
  return new RowFault(label, `unknown column; ${table.name} has ${known}`);
}
