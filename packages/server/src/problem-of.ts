import { AccessDenied } from './access/scope.js';
import { BadRow } from './ingest/apply.js';
import { RowInUse } from './ingest/removals.js';
import { ProblemError } from './problem.js';
import { StoreBusy, StoreFull } from './store/store.js';

const RETRY_SECS = 1;

/** What the caller is told about an error; of a fault inside nothing, and it is the `cause`. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof AccessDenied) return new ProblemError('forbidden', error.message);
  if (error instanceof RowInUse) return new ProblemError('in_use', error.message);
  if (error instanceof StoreFull) return new ProblemError('storage_full', error.message);
  if (error instanceof StoreBusy) {
    return new ProblemError('unavailable', error.message, { retryAfterSecs: RETRY_SECS });
  }
  if (error instanceof BadRow) {
    const column = error.column === undefined ? '' : `.${error.column}`;
    return new ProblemError('invalid_query', error.message, {
      parameter: `[${error.row}]${column}`,
    });
  }
  return new ProblemError('internal', undefined, {}, { cause: error });
}
