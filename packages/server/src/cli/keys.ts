import { refuseWeakKeys, type EmbedTokenOptions } from '../access/embed-tokens.js';
import { createTokenVerifier, type KeyOptions, type TokenVerifier } from '../access/token.js';
import { CommandFailed, type Io } from './command.js';
import { settingOf } from './settings.js';

/** What a server verifies tokens with, and makes them with if it does. */
export interface Keys {
  readonly verify: TokenVerifier;
  readonly embedTokens?: EmbedTokenOptions;
}

/**
 * The keys that the environment names; an empty variable is none. A server that verifies by a
 * JWKS has no key to sign with, and makes no tokens.
 * @throws {CommandFailed} when there is no key, when one is too short, or when they exclude each other.
 */
export function keysOf({ env, clock }: Io): Keys {
  const of = <Name extends string>(key: Name, variable: string) => {
    const value = settingOf(env, variable);
    return (value === undefined ? {} : { [key]: value }) as { readonly [Key in Name]?: string };
  };
  const names = { ...of('issuer', 'INLAY_JWT_ISSUER'), ...of('audience', 'INLAY_JWT_AUDIENCE') };
  const { secret } = of('secret', 'INLAY_JWT_SECRET');
  const { jwksUrl } = of('jwksUrl', 'INLAY_JWKS_URL');
  const { serverKey } = of('serverKey', 'INLAY_SERVER_KEY');
  const options: KeyOptions = {
    ...(secret !== undefined && { secret }),
    ...(jwksUrl !== undefined && { jwksUrl }),
    ...names,
  };
  try {
    const verify = createTokenVerifier(options, clock);
    if (serverKey === undefined) return { verify };
    refuseWeakKeys(serverKey, secret);
    return secret === undefined
      ? { verify }
      : { verify, embedTokens: { serverKey, secret, ...names } };
  } catch (error) {
    throw new CommandFailed(error instanceof Error ? error.message : String(error));
  }
}
