import { revOf, revokeToken, setRev } from '../access/revocations.js';
import { CommandFailed, UsageError, type Command } from './command.js';
import { withDatabase } from './open-database.js';
import { idOf, integerOf, needed, noPositionals, parse } from './options.js';
import { organizationsIn } from './organizations.js';

const BUSY_TIMEOUT_MS = 10_000;
const MAX_JTI_LENGTH = 1024;

export const revokeCommand: Command = {
  summary: 'take tokens back before they expire',
  help: `Usage: inlay revoke --db FILE --org ID [--jti J | --rev N]

Takes back one token, or every token of an organization whose rev is lower than its new one. Servers
of FILE refuse them within a second, as they refuse a token that was never good.

Options:
  --db FILE   the database
  --org ID    the organization
  --jti J     the token with this jti alone, until it would have expired
  --rev N     the organization's new rev; default one more than it is. A token without rev has 0
  -h, --help  print this
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      db: { type: 'string' },
      org: { type: 'string' },
      jti: { type: 'string' },
      rev: { type: 'string' },
    });
    noPositionals(positionals);
    const file = needed(values.db, '--db FILE');
    const org = idOf(needed(values.org, '--org ID'), '--org');
    const { jti } = values;
    if (jti !== undefined && values.rev !== undefined) {
      throw new UsageError('--jti and --rev exclude each other');
    }
    if (jti !== undefined && (jti === '' || jti.length > MAX_JTI_LENGTH)) {
      throw new UsageError(`--jti has 1 to ${MAX_JTI_LENGTH} characters`);
    }
    const rev =
      values.rev === undefined
        ? undefined
        : integerOf(values.rev, '--rev', 1, Number.MAX_SAFE_INTEGER);
    await withDatabase(file, { busyTimeoutMs: BUSY_TIMEOUT_MS }, async (store) => {
      await organizationsIn(store, org);
      if (jti !== undefined) {
        await store.write((tx) => revokeToken(tx, org, jti, io.clock()));
        io.out(`took back the token ${JSON.stringify(jti)} of ${org}\n`);
        return;
      }
      const raised = await store.write(async (tx) => {
        const present = await revOf(tx, org);
        const next = rev ?? present + 1;
        if (next <= present) {
          throw new CommandFailed(`the rev of ${org} is ${present} already; it can only be raised`);
        }
        await setRev(tx, org, next);
        return next;
      });
      io.out(`the rev of ${org} is ${raised}: tokens with a lower rev, or none, are refused\n`);
    });
  },
};
