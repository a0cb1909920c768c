import { isUtf8 } from 'node:buffer';
import { ingest } from '@inlay/sdk/contract';
import type { Principal } from '../access/principal.js';
import { AccessDenied, refuseOutsiders } from '../access/scope.js';
import { ProblemError } from '../problem.js';
import type { SqlValue, Store } from '../store/store.js';
import { BadRow } from './apply.js';
import { MAX_ROWS_AT_ONCE, type RowSink } from './gathered-rows.js';
import { readJsonKey, readJsonRow, RowFault } from './rows.js';
import { tables, type Row, type TableName } from './tables.js';
import { quoted } from './values.js';
import { WriteQueue } from './write-queue.js';

/** What a request wants to be done to a table. */
export interface IngestRequest {
  readonly table: TableName;
  /** `put` adds or replaces rows, `remove` takes keys. */
  readonly action: 'put' | 'remove';
  readonly principal: Pick<Principal, 'orgId' | 'memberId'>;
  /** Epoch ms; bounds the instants of events. */
  readonly now: number;
  /** The JSON array as it was sent. */
  readonly body: ArrayBuffer;
}

/**
 * Does what a request wants, all or nothing, and resolves when it is on disk: to the rows that
 * were sent, or to how many rows there were of the keys.
 * @throws {ProblemError} `unsupported_media_type`, `too_large`, `invalid_query`
 * @throws {BadRow} @throws {RowInUse} @throws {AccessDenied} @throws {StoreBusy} @throws {StoreFull}
 */
export type Ingest = (request: IngestRequest) => Promise<number>;

/** Ingests into a store, gathering what comes at about the same time into one transaction. */
export function ingestInto(store: Store, queue = new WriteQueue(store)): Ingest {
  return (request) => (request.action === 'put' ? put(queue, request) : remove(queue, request));
}

async function put(queue: WriteQueue, request: IngestRequest): Promise<number> {
  const { principal, now } = request;
  const table = tables[request.table];
  const rows = parsed(request, table.org, (value) =>
    readJsonRow(table, value, now, principal.orgId),
  );
  // An organization may write itself into being.
  const isOrganization = table.name === 'organizations' && rows.length > 0;
  return queue.write(rows.length, async (writer, tx) => {
    if (!isOrganization) await refuseOutsiders(tx, principal);
    await putInChunks(writer, table.name, rows);
    if (isOrganization) await refuseOutsiders(tx, principal);
    return rows.length;
  });
}

async function remove(queue: WriteQueue, request: IngestRequest): Promise<number> {
  const { principal } = request;
  const table = tables[request.table];
  const keys = parsed(request, 0, (value) => readJsonKey(table, value, principal.orgId));
  return queue.write(keys.length, async (writer, tx) => {
    await refuseOutsiders(tx, principal);
    return writer.remove(table.name, keys);
  });
}

/** The rows or keys, each of the token's organization, which stands at `org`. */
function parsed<Values extends readonly SqlValue[]>(
  { body, principal: { orgId } }: IngestRequest,
  org: number,
  read: (value: unknown) => Values | RowFault,
): Values[] {
  return arrayOf(body).map((value, row) => {
    const values = read(value);
    if (values instanceof RowFault) throw new BadRow(row, values.column, values.message);
    if (values[org] === orgId) return values;
    throw new AccessDenied(`row ${row}: the token writes organization ${quoted(orgId)} alone`);
  });
}

function arrayOf(body: ArrayBuffer): unknown[] {
  const value = jsonOf(Buffer.from(body));
  if (!Array.isArray(value)) {
    throw new ProblemError('invalid_query', 'the body is not a JSON array', { parameter: 'body' });
  }
  if (value.length <= ingest.maxRows) return value;
  throw new ProblemError(
    'too_large',
    `the body has ${value.length} rows; a request takes at most ${ingest.maxRows}`,
  );
}

function jsonOf(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new ProblemError('unsupported_media_type', 'the body is not UTF-8');
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProblemError('unsupported_media_type', 'the body is not JSON');
  }
}

/** The rows of a fault are those of the request. */
async function putInChunks(writer: RowSink, table: TableName, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += MAX_ROWS_AT_ONCE) {
    try {
      await writer.put(table, rows.slice(from, from + MAX_ROWS_AT_ONCE));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      throw new BadRow(from + error.row, error.column, error.reason);
    }
  }
}
