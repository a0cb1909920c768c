import { Id } from '@inlay/sdk/contract';
import { ProblemError } from '../problem.js';

/** Where a page ended: the instant in epoch ms and the id of its last row. */
export interface Position {
  readonly ms: number;
  readonly id: string;
}

/** A position as text for a URL. */
export const cursorOf = (ms: number, id: string): string =>
  Buffer.from(`${ms} ${id}`).toString('base64url');

/** @throws {ProblemError} `invalid_query` when it is not a `next_cursor`. */
export function positionOf(cursor: string): Position {
  const [, ms = '', id = ''] =
    /^(-?\d{1,15}) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (ms !== '' && Id.safeParse(id).success) return { ms: Number(ms), id };
  throw new ProblemError('invalid_query', 'cursor is not the next_cursor of a page', {
    parameter: 'cursor',
  });
}
