import { Id, roles, type Role } from '@inlay/sdk/contract';
import {
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { ProblemError } from '../problem.js';
import type { Clock } from '../time/clock.js';
import type { Principal } from './principal.js';
import { RemoteKeys } from './remote-keys.js';
import { secretBytes } from './sign-token.js';
import { TokenCache, type VerifiedToken } from './token-cache.js';

const MAX_TOKEN_BYTES = 4096;
const MAX_LIFE_SECS = 3600;
const SKEW_SECS = 30;
const TYPES = [undefined, 'jwt', 'inlay+jwt'];
const FORBIDDEN_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip'];
const REQUIRED_CLAIMS = ['iss', 'aud', 'sub', 'org', 'permissions', 'iat', 'exp'];

export interface KeyOptions {
  /** HS256 secret, ≥ 32 bytes. Either this or `jwksUrl`. */
  readonly secret?: string;
  /** Where the issuer publishes its ES256, RS256 or EdDSA keys. */
  readonly jwksUrl?: string;
  /** Required `iss`; default `inlay`. */
  readonly issuer?: string;
  /** Required `aud`; default `inlay`. */
  readonly audience?: string;
}

/** Turns a bearer token into a principal, or throws a `ProblemError` of 401. */
export type TokenVerifier = (token: string) => Promise<Principal>;

/** @throws {Error} when neither or both of the keys are given, or the secret is too short. */
export function createTokenVerifier(options: KeyOptions, clock: Clock): TokenVerifier {
  const { key, algorithms } = keyOf(options, clock);
  const cache = new TokenCache(clock);
  const verify = async (token: string): Promise<VerifiedToken> => {
    refuseOddTokens(token);
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms,
        issuer: options.issuer ?? 'inlay',
        audience: options.audience ?? 'inlay',
        requiredClaims: REQUIRED_CLAIMS,
        clockTolerance: SKEW_SECS,
        currentDate: new Date(clock()),
      });
      const untilMs = ((payload.exp ?? 0) + SKEW_SECS) * 1000;
      return { principal: principalOf(payload, clock()), untilMs };
    } catch (error) {
      throw asProblem(error);
    }
  };
  return (token) => cache.principalOf(token, verify);
}

function keyOf(
  { secret, jwksUrl }: KeyOptions,
  clock: Clock,
): { key: JWTVerifyGetKey; algorithms: string[] } {
  if (secret !== undefined && jwksUrl !== undefined) {
    throw new Error('INLAY_JWT_SECRET and INLAY_JWKS_URL exclude each other: give one');
  }
  if (jwksUrl !== undefined) {
    const keys = new RemoteKeys(jwksUrl, clock);
    return { key: keys.keyOf, algorithms: ['ES256', 'RS256', 'EdDSA'] };
  }
  if (secret === undefined) {
    throw new Error('no key to verify tokens with: set INLAY_JWT_SECRET or INLAY_JWKS_URL');
  }
  const bytes = secretBytes(secret);
  return { key: () => bytes, algorithms: ['HS256'] };
}

function refuseOddTokens(token: string): void {
  if (token.length > MAX_TOKEN_BYTES) throw unauthenticated('the token is longer than 4 KiB');
  let header;
  try {
    header = decodeProtectedHeader(token);
  } catch {
    throw unauthenticated('the token is not a JWT');
  }
  const odd = FORBIDDEN_HEADERS.find((name) => name in header);
  if (odd !== undefined) throw unauthenticated(`the token's header may not have ${odd}`);
  if (!TYPES.includes(typeof header.typ === 'string' ? header.typ.toLowerCase() : header.typ)) {
    throw unauthenticated("the token's typ is neither absent nor JWT nor inlay+jwt");
  }
}

function principalOf(payload: JWTPayload, now: number): Principal {
  const { sub, org, permissions, role, slices, jti, rev, iat = 0, exp = 0 } = payload;
  if (exp - iat > MAX_LIFE_SECS) throw unauthenticated('the token lives longer than an hour');
  if (iat > now / 1000 + SKEW_SECS) throw unauthenticated('the token was issued in the future');
  if (!Id.safeParse(sub).success) throw unauthenticated('sub is not an id');
  if (!Id.safeParse(org).success) throw unauthenticated('org is not an id');
  if (!isStrings(permissions)) throw unauthenticated('permissions is not an array of strings');
  if (slices !== undefined && !isStrings(slices)) {
    throw unauthenticated('slices is not an array of strings');
  }
  if (role !== undefined && typeof role !== 'string') throw unauthenticated('role is not a string');
  if (jti !== undefined && typeof jti !== 'string') throw unauthenticated('jti is not a string');
  if (rev !== undefined && !isRev(rev)) throw unauthenticated('rev is not a whole number');
  return {
    memberId: String(sub),
    orgId: String(org),
    permissions,
    ...(isRole(role) && { role }),
    ...(slices !== undefined && { slices }),
    ...(jti !== undefined && { jti }),
    ...(rev !== undefined && { rev }),
  };
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const isRev = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

const unauthenticated = (detail: string): ProblemError =>
  new ProblemError('unauthenticated', detail);

function asProblem(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  if (error instanceof errors.JWTExpired) {
    return new ProblemError('token_expired', 'get a new token and ask again');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated(`the token's ${error.claim} is missing or not what is expected`);
  }
  if (error instanceof errors.JOSEError) return unauthenticated('the token cannot be verified');
  return new ProblemError('unavailable', 'the keys of the token issuer cannot be read right now');
}
