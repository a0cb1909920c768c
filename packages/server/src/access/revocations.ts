import { ProblemError } from '../problem.js';
import { first, sql } from '../store/sql.js';
import type { Reader, Store, Writer } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import type { Principal } from './principal.js';

const KEEP_MS = 500;
/** What the longest life of a token and the skew of clocks come to, and a little. */
const LISTED_MS = 3_700_000;

/**
 * Refuses tokens that were taken back: those whose `rev` is lower than their organization's, and
 * those whose `jti` is listed. What the database says of a token holds for half a second, so that
 * taking back takes effect within one, in every process that serves the same file.
 */
export class Revocations {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #checkedAtMs = new WeakMap<Principal, number>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** @throws {ProblemError} of 401, the same as for a token that was never good. */
  async refuse(principal: Principal): Promise<void> {
    const now = this.#clock();
    const age = now - (this.#checkedAtMs.get(principal) ?? -Infinity);
    if (age >= 0 && age < KEEP_MS) return;
    this.#checkedAtMs.delete(principal);
    if (await this.#store.read((tx) => isRevoked(tx, principal))) {
      throw new ProblemError('unauthenticated', 'the token cannot be verified');
    }
    this.#checkedAtMs.set(principal, now);
  }
}

async function isRevoked(tx: Reader, { orgId, rev = 0, jti }: Principal): Promise<boolean> {
  const row = await first(
    tx,
    sql`SELECT 1 FROM token_revs WHERE org_id = ${orgId} AND rev > ${rev}
        UNION ALL
        SELECT 1 FROM revoked_tokens WHERE org_id = ${orgId} AND jti = ${jti ?? null}
        LIMIT 1`,
  );
  return row !== undefined;
}

/** The lowest `rev` that tokens of an organization may have; 0 unless it was raised. */
export async function revOf(tx: Reader, orgId: string): Promise<number> {
  const row = await first<{ rev: number }>(
    tx,
    sql`SELECT rev FROM token_revs WHERE org_id = ${orgId}`,
  );
  return row?.rev ?? 0;
}

/** Takes back every token of an organization whose `rev` is lower than the one given. */
export async function setRev(tx: Writer, orgId: string, rev: number): Promise<void> {
  await tx.run(
    `INSERT INTO token_revs VALUES (?, ?)
     ON CONFLICT (org_id) DO UPDATE SET rev = max(rev, excluded.rev)`,
    [orgId, rev],
  );
}

/** Takes back one token; it is forgotten when no token that is good now can be alive. */
export async function revokeToken(
  tx: Writer,
  orgId: string,
  jti: string,
  now: number,
): Promise<void> {
  await tx.run('DELETE FROM revoked_tokens WHERE until_ms < ?', [now]);
  await tx.run(
    `INSERT INTO revoked_tokens VALUES (?, ?, ?)
     ON CONFLICT (org_id, jti) DO UPDATE SET until_ms = excluded.until_ms`,
    [orgId, jti, now + LISTED_MS],
  );
}
