import { ReaderThreads } from '../answering/reader-threads.js';
import { createApp } from '../app.js';
import { ReadCounts } from '../audit/read-counts.js';
import type { RateLimits } from '../http/limit-rates.js';
import { listen, type ListenOptions } from '../http/listen.js';
import { IngestThread } from '../ingest/ingest-thread.js';
import { asFailure, type Command, type Io } from './command.js';
import { keysOf } from './keys.js';
import { logLevels, loggerOf } from './logger.js';
import { withDatabase } from './open-database.js';
import { integerOf, needed, noPositionals, parse } from './options.js';
import { integerSetting, originsSetting } from './settings.js';

const DEFAULT_PORT = '8080';
const DEFAULT_HOST = '127.0.0.1';
const LOOPBACK = [DEFAULT_HOST, '::1', 'localhost'];
/** Requests a second, where others than this machine can ask. */
const MEMBER_PER_SEC = 100;
const ADDRESS_PER_SEC = 1000;
const MAX_PER_SEC = 1_000_000;
const MAX_CONNECTIONS = 5000;
const DRAIN_SECS = 1;
const auditDays = { min: 1, max: 3650, otherwise: 90 };

export const serveCommand: Command = {
  summary: 'answer statistics over HTTP',
  help: `Usage: inlay serve --db FILE [--port N] [--host ADDRESS]

Serves the statistics of FILE until it is told to stop (SIGTERM or SIGINT), then finishes what is
under way. Prints «listening on http://…» when it is ready.

Options:
  --db FILE       the database
  --port N        the port, 0 for a free one; default ${DEFAULT_PORT}
  --host ADDRESS  the address to listen on; default ${DEFAULT_HOST}, which only this machine reaches
  -h, --help      print this

Environment:
  INLAY_JWT_SECRET    HS256 key of the tokens, at least 32 bytes; or
  INLAY_JWKS_URL      where the issuer publishes its ES256, RS256 or EdDSA keys
  INLAY_JWT_ISSUER    required iss; default inlay
  INLAY_JWT_AUDIENCE  required aud; default inlay
  INLAY_SERVER_KEY    lets backends that show it get tokens at /api/embed-tokens; at least 32 bytes,
                      and with INLAY_JWT_SECRET alone; default none
  INLAY_CORS_ORIGINS  origins that may read across origins, separated by commas; default none
  INLAY_MEMBER_PER_SEC   requests a second that a member may send, ten seconds' worth at once, 0
                         for any number; default ${MEMBER_PER_SEC}, on a loopback address 0
  INLAY_ADDRESS_PER_SEC  the same for an address; default ${ADDRESS_PER_SEC}, on a loopback address 0
  INLAY_TRUSTED_PROXIES  proxies before this server that add to X-Forwarded-For; default 0
  INLAY_MAX_CONNECTIONS  connections at the same time; default ${MAX_CONNECTIONS}
  INLAY_DRAIN_SECS       how long requests are still taken after the signal to stop; default ${DRAIN_SECS}
  INLAY_AUDIT_DAYS       how long it is kept who has read what; default ${auditDays.otherwise}
  INLAY_LOG_LEVEL        ${logLevels.join(', ')}; default info: a line for every request
`,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      db: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
    });
    noPositionals(positionals);
    const file = needed(values.db, '--db FILE');
    const port = integerOf(values.port ?? DEFAULT_PORT, '--port', 0, 65_535);
    const host = values.host ?? DEFAULT_HOST;
    const keys = keysOf(io);
    const corsOrigins = originsSetting(io.env, 'INLAY_CORS_ORIGINS');
    const rateLimits = rateLimitsOf(io, host);
    const socket = { port, host, ...socketLimitsOf(io) };
    const keepDays = integerSetting(io.env, 'INLAY_AUDIT_DAYS', auditDays);
    const log = loggerOf(io);
    await withDatabase(file, {}, async (store) => {
      let isReady = true;
      const writing = new IngestThread(file);
      const reading = new ReaderThreads(file);
      const reads = new ReadCounts({ write: writing.writeReads, clock: io.clock, keepDays, log });
      try {
        const app = createApp({
          store,
          ingest: writing.ingest,
          makeAnswer: reading.make,
          ...keys,
          corsOrigins,
          clock: io.clock,
          rateLimits,
          countRead: (read) => reads.count(read),
          log,
          isReady: () => isReady,
        });
        const listening = await asFailure(`cannot listen on ${host}:${port}`, () =>
          listen(app, socket),
        );
        io.out(`listening on ${listening.url}\n`);
        await io.untilStopped();
        isReady = false;
        await listening.close();
      } finally {
        await reads.close();
        await Promise.all([writing.close(), reading.close()]);
      }
    });
  },
};

function rateLimitsOf({ env }: Io, host: string): RateLimits {
  const isOpen = !LOOPBACK.includes(host);
  const perSec = (name: string, otherwise: number) =>
    integerSetting(env, name, { min: 0, max: MAX_PER_SEC, otherwise: isOpen ? otherwise : 0 });
  return {
    memberPerSec: perSec('INLAY_MEMBER_PER_SEC', MEMBER_PER_SEC),
    addressPerSec: perSec('INLAY_ADDRESS_PER_SEC', ADDRESS_PER_SEC),
    trustedProxies: integerSetting(env, 'INLAY_TRUSTED_PROXIES', { min: 0, max: 10, otherwise: 0 }),
  };
}

function socketLimitsOf({ env }: Io): Pick<ListenOptions, 'maxConnections' | 'drainMs'> {
  const most = { min: 1, max: 1_000_000, otherwise: MAX_CONNECTIONS };
  const drain = { min: 0, max: 600, otherwise: DRAIN_SECS };
  return {
    maxConnections: integerSetting(env, 'INLAY_MAX_CONNECTIONS', most),
    drainMs: integerSetting(env, 'INLAY_DRAIN_SECS', drain) * 1000,
  };
}
