import { permissions, roles } from '@inlay/sdk/contract';
import { SignJWT } from 'jose';
import { CommandFailed, type Command } from './command.js';
import { idOf, integerOf, needed, noPositionals, oneOf, parse } from './options.js';

const DEFAULT_TTL_SECS = '900';
const MAX_TTL_SECS = 3600;
const MIN_SECRET_BYTES = 32;

export const tokenCommand: Command = {
  summary: 'print a bearer token signed with INLAY_JWT_SECRET',
  help: `Usage: inlay token --org ID --sub MEMBER [--role ROLE] [--permission P]… [--ttl SECS]

Prints a JWT (HS256) for development and for jobs that ingest. Production tokens come from the
host's own backend.

Options:
  --org ID        the organization
  --sub MEMBER    the member's id
  --role ROLE     ${roles.join(' or ')}
  --permission P  one of ${permissions.join(', ')} (repeatable)
  --ttl SECS      life in seconds, 1 to ${MAX_TTL_SECS}; default ${DEFAULT_TTL_SECS}
  -h, --help      print this

Environment:
  INLAY_JWT_SECRET    the key, at least ${MIN_SECRET_BYTES} bytes
  INLAY_JWT_ISSUER    iss; default inlay
  INLAY_JWT_AUDIENCE  aud; default inlay
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      org: { type: 'string' },
      sub: { type: 'string' },
      role: { type: 'string' },
      permission: { type: 'string', multiple: true },
      ttl: { type: 'string' },
    });
    noPositionals(positionals);
    const org = idOf(needed(values.org, '--org ID'), '--org');
    const sub = idOf(needed(values.sub, '--sub MEMBER'), '--sub');
    const role = values.role === undefined ? {} : { role: oneOf(roles, values.role, '--role') };
    const granted = (values.permission ?? []).map((name) =>
      oneOf(permissions, name, '--permission'),
    );
    const ttl = integerOf(values.ttl ?? DEFAULT_TTL_SECS, '--ttl', 1, MAX_TTL_SECS);
    const secret = secretOf(io.env['INLAY_JWT_SECRET']);
    const iat = Math.floor(io.clock() / 1000);
    const token = await new SignJWT({ org, permissions: [...new Set(granted)], ...role })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(io.env['INLAY_JWT_ISSUER'] || 'inlay')
      .setAudience(io.env['INLAY_JWT_AUDIENCE'] || 'inlay')
      .setSubject(sub)
      .setIssuedAt(iat)
      .setExpirationTime(iat + ttl)
      .sign(secret);
    io.out(`${token}\n`);
  },
};

function secretOf(value: string | undefined): Uint8Array {
  if (value === undefined)
    throw new CommandFailed('INLAY_JWT_SECRET is not set: no key to sign with');
  const secret = new TextEncoder().encode(value);
  if (secret.length >= MIN_SECRET_BYTES) return secret;
  throw new CommandFailed(
    `INLAY_JWT_SECRET has ${secret.length} bytes; at least ${MIN_SECRET_BYTES} are needed`,
  );
}
