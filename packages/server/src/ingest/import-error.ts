import { RowFault } from './rows.js';

/** Where in a file something is wrong. */
export interface FilePlace {
  /** The file's name, as found. */
  readonly file: string;
  /** The first line of the record, counted from 1. */
  readonly line: number;
  /** The column to blame; absent when the record as a whole is wrong. */
  readonly column: string | undefined;
}

/**
 * An import that cannot be done; nothing was changed. In the contents of a file the message is
 * `FILE:LINE: column: what is wrong`, without the column where a record as a whole is wrong.
 */
export class ImportError extends Error {
  override name = 'ImportError';
  /** What is wrong, without the place. */
  readonly reason: string;
  /** Absent when no file's contents are to blame. */
  readonly place: FilePlace | undefined;

  constructor(reason: string, place?: FilePlace, options?: ErrorOptions) {
    const fault = place && new RowFault(place.column, reason);
    super(place ? `${place.file}:${place.line}: ${fault}` : reason, options);
    this.reason = reason;
    this.place = place;
  }
}
