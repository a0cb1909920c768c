import * as z from '#schema';
import type { Permission } from './access.js';
import { Count } from './scalars.js';

/**
 * Rows over HTTP: `POST /api/ingest/<table>` with a JSON array of rows adds or replaces them by
 * key, `POST /api/ingest/<table>/delete` with a JSON array of keys removes them. All or nothing;
 * what has been answered with 200 is on disk.
 */
export const ingest = {
  path: '/api/ingest',
  /** What the token must allow. A token with `slices` opens nothing here. */
  permission: 'Ingest:Write' satisfies Permission,
  /** Rows, or keys, of one request. */
  maxRows: 5000,
  /** Bytes of one request's body. */
  maxBodyBytes: 10 * 1024 * 1024,
} as const;

/** The answer to rows. */
export const Ingested = z.object({
  /** How many were sent; all of them are stored. */
  rows: Count,
});
export type Ingested = z.infer<typeof Ingested>;

/** The answer to keys. */
export const Deleted = z.object({
  /** How many rows there were; keys without a row do not count. */
  deleted: Count,
});
export type Deleted = z.infer<typeof Deleted>;
