import {
  embedTokens,
  type EmbedToken,
  type EmbedTokenRequest,
  type Permission,
} from '@inlay/sdk/contract';
import { hash, randomUUID, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../problem.js';
import { first, sql } from '../store/sql.js';
import type { Reader, Store } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import { revOf } from './revocations.js';
import { AccessDenied, refuseOutsiders } from './scope.js';
import { secretBytes, signToken, type SigningOptions } from './sign-token.js';

export interface EmbedTokenOptions extends SigningOptions {
  /** `INLAY_SERVER_KEY`, at least 32 bytes; what a host's backend shows to get tokens. */
  readonly serverKey: string;
}

/**
 * @throws {Error} when a server key is too short, cannot stand in a header, or is the secret of
 * tokens as well.
 */
export function refuseWeakKeys(serverKey: string, secret: string | undefined): void {
  secretBytes(serverKey, 'INLAY_SERVER_KEY');
  if (!/^[!-~]+$/.test(serverKey)) {
    throw new Error('INLAY_SERVER_KEY is not of printable ASCII characters without space');
  }
  if (serverKey === secret) {
    throw new Error('INLAY_SERVER_KEY and INLAY_JWT_SECRET are the same: give two');
  }
}

/**
 * Makes tokens for hosts that show the server key. A token allows no more than the database says
 * of its member, so that the key opens no organization as a whole and writes nothing.
 */
export class EmbedTokens {
  readonly #store: Store;
  readonly #options: EmbedTokenOptions;
  readonly #clock: Clock;
  readonly #keyHash: Buffer;

  /** @throws {Error} when a key is too short, or both are one. */
  constructor(store: Store, options: EmbedTokenOptions, clock: Clock) {
    secretBytes(options.secret);
    refuseWeakKeys(options.serverKey, options.secret);
    this.#store = store;
    this.#options = options;
    this.#clock = clock;
    this.#keyHash = hashOf(options.serverKey);
  }

  /** Takes as long for a wrong key as for the right one. */
  isServerKey(given: string): boolean {
    return timingSafeEqual(hashOf(given), this.#keyHash);
  }

  /**
   * @throws {ProblemError} `not_found` for an unknown organization or member.
   * @throws {AccessDenied} for an inactive member, and for more than the member may do.
   */
  async mint(asked: EmbedTokenRequest): Promise<EmbedToken> {
    const { org, member, ttl: ttlSecs = embedTokens.ttlSecs } = asked;
    const slices = asked.slices && [...new Set(asked.slices)];
    const [granted, rev] = await this.#store.read(
      async (tx) => [await permissionsOf(tx, org, member), await revOf(tx, org)] as const,
    );
    const permissions = narrowed(granted, asked.permissions);
    const now = this.#clock();
    const jti = randomUUID();
    const claims = { org, sub: member, permissions, slices, jti, ...(rev > 0 && { rev }) };
    const token = await signToken(claims, this.#options, { now, ttlSecs });
    const endsAt = (Math.floor(now / 1000) + ttlSecs) * 1000;
    return { token, expires_at: new Date(endsAt).toISOString(), jti };
  }
}

const hashOf = (key: string): Buffer => hash('sha256', key, 'buffer');

/** What a member may do by what they are: everybody sees their own, who manages a team its members. */
async function permissionsOf(tx: Reader, org: string, member: string): Promise<Permission[]> {
  const row = await first<{ manages: number }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM team_members WHERE org_id = ${org}
          AND member_id = ${member} AND is_manager = 1) AS manages
        FROM members WHERE org_id = ${org} AND id = ${member}`,
  );
  if (!row) throw new ProblemError('not_found', 'there is no such member of such an organization');
  await refuseOutsiders(tx, { orgId: org, memberId: member });
  return row.manages === 1
    ? ['Dashboard:Instance:ViewTeam', 'Dashboard:Instance:ViewOwn']
    : ['Dashboard:Instance:ViewOwn'];
}

function narrowed(
  granted: readonly Permission[],
  asked: readonly Permission[] = granted,
): readonly Permission[] {
  const more = asked.find((permission) => !granted.includes(permission));
  if (more === undefined) return asked;
  throw new AccessDenied(`the member has ${granted.join(' and ')}, which does not hold ${more}`);
}
