/**
 * `npm start` in a folder of examples/: builds the packages and the page, fills a database with a
 * synthetic organization, and serves the page. PORT chooses the port.
 */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtAndSeeded } from './steps.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const port = Number(process.env.PORT ?? '8787');
const [host] = process.argv.slice(2);

/** Only after the build is there something to load. */
const load = (path) => import(pathToFileURL(join(root, path)).href);

process.chdir(root);
const database = await builtAndSeeded(join('.cache/examples', host));
const { build, install } = await load('examples/backend/host.mjs');
await install(host);
await build(host);

const { startHost } = await load('examples/backend/serve.mjs');
const { url, close } = await startHost(host, {
  database,
  port,
  secret: randomBytes(32).toString('hex'),
});
console.log(`\n${host} is at ${url}. Ctrl+C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void close().then(() => process.exit(0)));
}
