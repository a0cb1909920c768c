import { embedTokens, type Permission, type Role } from '@inlay/sdk/contract';
import { SignJWT } from 'jose';

const MIN_SECRET_BYTES = 32;

/** The longest life of a token. */
export const MAX_TTL_SECS = embedTokens.maxTtlSecs;
/** The life of a token that nobody said how long to live. */
export const DEFAULT_TTL_SECS = embedTokens.ttlSecs;

/** What a token says; see `docs/tokens.md`. */
export interface TokenClaims {
  /** The organization. */
  readonly org: string;
  /** The member. */
  readonly sub: string;
  readonly permissions: readonly Permission[];
  readonly role?: Role | undefined;
  /** The only slices that the token opens, by name; all when absent. */
  readonly slices?: readonly string[] | undefined;
  /** What tells this token from others, so that it can be taken back alone. */
  readonly jti?: string | undefined;
  /** Must be at least the organization's, which `inlay revoke` raises. */
  readonly rev?: number | undefined;
}

/** With what tokens are signed, and what they are checked against. */
export interface SigningOptions {
  /** `INLAY_JWT_SECRET`, at least 32 bytes. */
  readonly secret: string;
  /** `INLAY_JWT_ISSUER`; default `inlay`. */
  readonly issuer?: string | undefined;
  /** `INLAY_JWT_AUDIENCE`; default `inlay`. */
  readonly audience?: string | undefined;
}

/** The bytes of an HS256 secret. @throws {Error} when there are too few. */
export function secretBytes(secret: string, variable = 'INLAY_JWT_SECRET'): Uint8Array {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length >= MIN_SECRET_BYTES) return bytes;
  throw new Error(`${variable} has ${bytes.length} bytes; at least ${MIN_SECRET_BYTES} are needed`);
}

/** How long a token lives. */
export interface TokenLife {
  /** Its first instant, epoch ms; default now. */
  readonly now?: number;
  /** At most 3600, or servers refuse it; default 900. */
  readonly ttlSecs?: number;
}

/** Signs a token (HS256). @throws {Error} when the secret is too short. */
export async function signToken(
  { org, sub, permissions, role, slices, jti, rev }: TokenClaims,
  { secret, issuer = 'inlay', audience = 'inlay' }: SigningOptions,
  { now = Date.now(), ttlSecs = DEFAULT_TTL_SECS }: TokenLife = {},
): Promise<string> {
  const iat = Math.floor(now / 1000);
  const optional = Object.entries({ role, slices, jti, rev }).filter(
    ([, claim]) => claim !== undefined,
  );
  return new SignJWT({
    iss: issuer,
    aud: audience,
    sub,
    org,
    permissions: [...new Set(permissions)],
    ...Object.fromEntries(optional),
    iat,
    exp: iat + ttlSecs,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(secretBytes(secret));
}
