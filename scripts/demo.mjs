/**
 * `npm run demo`: builds everything, fills a fresh database with real records (moved to the present)
 * and a synthetic organization, and serves a CRM page that shows them. PORT chooses the port.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { freePort, PortRefused, refusal } from './port.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = 'npm run demo';
const at = (path) => join(root, path);

class DemoFailed extends Error {}

/** Runs a script of Node quietly; what it printed is shown when it fails. */
async function runNode(script, ...parameters) {
  try {
    await promisify(execFile)(process.execPath, [at(script), ...parameters], { cwd: root });
  } catch (error) {
    throw new DemoFailed(`${script} failed:\n${error.stdout ?? ''}${error.stderr ?? error}`);
  }
}

async function step(words, work) {
  const begun = performance.now();
  process.stdout.write(`${words} … `);
  const result = await work();
  console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

async function build() {
  await runNode('node_modules/typescript/bin/tsc', '-b');
  await runNode('scripts/bundle.mjs');
}

async function fill(folder, port) {
  const database = join(folder, 'inlay.db');
  const cli = 'packages/server/dist/main.js';
  const { shiftTables } = await load('examples/data/shift.mjs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  shiftTables(at('examples/data/copenhagen/tables'), join(folder, 'copenhagen'), Date.now());
  await runNode(cli, 'import', join(folder, 'copenhagen'), '--db', database);
  const recording = `http://localhost:${port}/recordings/sample.wav`;
  await runNode(cli, 'seed', '--db', database, '--recording-url', recording);
  return database;
}

async function serve(database, port) {
  const { openSqlite } = await load('packages/server/dist/index.js');
  const { createCrm, listen } = await load('examples/crm/server.mjs');
  const store = await openSqlite(database);
  const crm = createCrm({ store, secret: randomBytes(32).toString('hex') });
  try {
    const { url, close } = await listen(crm, port);
    return { url, close: () => close().then(() => store.close()) };
  } catch (error) {
    await store.close();
    throw refusal(port, error, command);
  }
}

/** Only after the build is there something to load. */
const load = (path) => import(pathToFileURL(at(path)).href);

const hints = `
  Seen by        the same page for an owner, a team's manager, a member, and somebody
                 without permission; the numbers change with what they may see
  Dashboard      everything as one element, from the menu
  Organization   real records (Copenhagen) or a synthetic shop (New York)
  Range, theme   the range at the top right, the theme in the bar; a narrow window too
  Keyboard       arrows in a heatmap, Show all and View as table in Response times

Ctrl+C ends it.`;

async function main() {
  const begun = performance.now();
  const port = await freePort(command);
  await step('Building', build);
  const database = await step('Filling a database', () => fill(at(`.cache/demo/${port}`), port));
  const demo = await serve(database, port);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\nInlay is at ${demo.url} (ready in ${seconds} s)\n${hints}`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void demo.close().then(() => process.exit(0)));
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DemoFailed || error instanceof PortRefused)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
