import { permissions, roles } from '@inlay/sdk/contract';
import { randomUUID } from 'node:crypto';
import { DEFAULT_TTL_SECS, MAX_TTL_SECS, secretBytes, signToken } from '../access/sign-token.js';
import { CommandFailed, type Command } from './command.js';
import { idOf, integerOf, needed, noPositionals, oneOf, parse } from './options.js';
import { settingOf } from './settings.js';

export const tokenCommand: Command = {
  summary: 'print a bearer token signed with INLAY_JWT_SECRET',
  help: `Usage: inlay token --org ID --sub MEMBER [--role ROLE] [--permission P]… [--ttl SECS]
                   [--rev N]

Prints a JWT (HS256) for development and for jobs that ingest. Production tokens come from the
host's own backend.

Options:
  --org ID        the organization
  --sub MEMBER    the member's id
  --role ROLE     ${roles.join(' or ')}
  --permission P  one of ${permissions.join(', ')} (repeatable)
  --ttl SECS      life in seconds, 1 to ${MAX_TTL_SECS}; default ${DEFAULT_TTL_SECS}
  --rev N         the organization's rev, once inlay revoke has raised it; default 0
  -h, --help      print this

Environment:
  INLAY_JWT_SECRET    the key, at least 32 bytes
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
      rev: { type: 'string' },
    });
    noPositionals(positionals);
    const org = idOf(needed(values.org, '--org ID'), '--org');
    const sub = idOf(needed(values.sub, '--sub MEMBER'), '--sub');
    const role = values.role === undefined ? undefined : oneOf(roles, values.role, '--role');
    const granted = (values.permission ?? []).map((name) =>
      oneOf(permissions, name, '--permission'),
    );
    const ttlSecs = integerOf(values.ttl ?? String(DEFAULT_TTL_SECS), '--ttl', 1, MAX_TTL_SECS);
    const rev =
      values.rev === undefined
        ? undefined
        : integerOf(values.rev, '--rev', 0, Number.MAX_SAFE_INTEGER);
    const token = await signToken(
      { org, sub, permissions: granted, role, rev, jti: randomUUID() },
      {
        secret: secretOf(io.env['INLAY_JWT_SECRET']),
        issuer: settingOf(io.env, 'INLAY_JWT_ISSUER'),
        audience: settingOf(io.env, 'INLAY_JWT_AUDIENCE'),
      },
      { now: io.clock(), ttlSecs },
    );
    io.out(`${token}\n`);
  },
};

function secretOf(value: string | undefined): string {
  if (value === undefined) {
    throw new CommandFailed('INLAY_JWT_SECRET is not set: no key to sign with');
  }
  try {
    secretBytes(value);
    return value;
  } catch (error) {
    throw new CommandFailed(error instanceof Error ? error.message : String(error));
  }
}
