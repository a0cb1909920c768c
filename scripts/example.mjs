/**
 * `npm start` in a folder of examples/: builds the packages and the page, fills a database with a
 * synthetic organization, and serves the page. PORT chooses the port.
 */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort, PortRefused, refusal } from './port.mjs';
import { builtAndSeeded } from './steps.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = 'npm start';
const [host] = process.argv.slice(2);

/** Only after the build is there something to load. */
const load = (path) => import(pathToFileURL(join(root, path)).href);

async function built() {
  process.chdir(root);
  const database = await builtAndSeeded(join('.cache/examples', host));
  const { build, install } = await load('examples/backend/host.mjs');
  await install(host);
  await build(host);
  return database;
}

async function serve(database, port) {
  const { startHost } = await load('examples/backend/serve.mjs');
  const secret = randomBytes(32).toString('hex');
  try {
    return await startHost(host, { database, port, secret });
  } catch (error) {
    throw error.syscall === 'listen' ? refusal(port, error, command) : error;
  }
}

try {
  const port = await freePort(command);
  const { url, close } = await serve(await built(), port);
  console.log(`\n${host} is at ${url}. Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof PortRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
