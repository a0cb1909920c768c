import { ReaderThreads } from '../answering/reader-threads.js';
import { createApp } from '../app.js';
import type { LogEvent } from '../http/errors.js';
import { listen, type Listening } from '../http/listen.js';
import { IngestThread } from '../ingest/ingest-thread.js';
import { CommandFailed, type Command } from './command.js';
import { keysOf } from './keys.js';
import { withDatabase } from './open-database.js';
import { integerOf, needed, noPositionals, parse } from './options.js';

const DEFAULT_PORT = '8080';
const LOOPBACK = '127.0.0.1';

export const serveCommand: Command = {
  summary: 'answer statistics over HTTP',
  help: `Usage: inlay serve --db FILE [--port N] [--host ADDRESS]

Serves the statistics of FILE until it is told to stop (SIGTERM or SIGINT), then finishes what is
under way. Prints «listening on http://…» when it is ready.

Options:
  --db FILE       the database
  --port N        the port, 0 for a free one; default ${DEFAULT_PORT}
  --host ADDRESS  the address to listen on; default ${LOOPBACK}, which only this machine reaches
  -h, --help      print this

Environment:
  INLAY_JWT_SECRET    HS256 key of the tokens, at least 32 bytes; or
  INLAY_JWKS_URL      where the issuer publishes its ES256, RS256 or EdDSA keys
  INLAY_JWT_ISSUER    required iss; default inlay
  INLAY_JWT_AUDIENCE  required aud; default inlay
  INLAY_SERVER_KEY    lets backends that show it get tokens at /api/embed-tokens; at least 32 bytes,
                      and with INLAY_JWT_SECRET alone; default none
  INLAY_CORS_ORIGINS  origins that may read across origins, separated by commas; default none
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
    const host = values.host ?? LOOPBACK;
    const keys = keysOf(io);
    const corsOrigins = originsOf(io.env['INLAY_CORS_ORIGINS'] ?? '');
    await withDatabase(file, {}, async (store) => {
      let isReady = true;
      const writing = new IngestThread(file);
      const reading = new ReaderThreads(file);
      try {
        const app = createApp({
          store,
          ingest: writing.ingest,
          makeAnswer: reading.make,
          ...keys,
          corsOrigins,
          clock: io.clock,
          log: (event) => io.err(logLine(event)),
          isReady: () => isReady,
        });
        const listening = await startListening(() => listen(app, port, host), host, port);
        io.out(`listening on ${listening.url}\n`);
        await io.untilStopped();
        isReady = false;
        await listening.close();
      } finally {
        await Promise.all([writing.close(), reading.close()]);
      }
    });
  },
};

/** Exact origins, as browsers send them. */
function originsOf(list: string): string[] {
  const origins = list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const odd = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (odd === undefined) return origins;
  throw new CommandFailed(
    `INLAY_CORS_ORIGINS: ${JSON.stringify(odd)} is not an origin like https://crm.example.com`,
  );
}

async function startListening(
  start: () => Promise<Listening>,
  host: string,
  port: number,
): Promise<Listening> {
  try {
    return await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`cannot listen on ${host}:${port}: ${reason}`, { cause: error });
  }
}

const logLine = (event: LogEvent): string => `${JSON.stringify(event)}\n`;
