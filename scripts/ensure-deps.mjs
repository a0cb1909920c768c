/**
 * `node scripts/ensure-deps.mjs [SCRIPT [ARGUMENT …]]`
 *
 * Makes sure that node_modules is what package-lock.json says, by `npm ci` when it is not, and then
 * runs the script. Silent when all is well. Needs nothing installed and runs on Node 20 and newer,
 * older than the rest needs: the install brings its own Node, and the script runs on that one when
 * this one is too old.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setInterval } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Oldest Node that runs the product. */
const neededNode = [22, 12];

/**
 * What keeps `folder`/node_modules from being what its lockfile says, as a sentence; `undefined`
 * when nothing does. Optional packages may be missing: most are for other platforms.
 * @param {string} folder
 * @returns {string | undefined}
 */
export function mismatch(folder) {
  const locked = readLock(join(folder, 'package-lock.json'));
  if (locked === undefined) return 'package-lock.json is missing or not JSON';
  const installed = readLock(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed';
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined) {
      if (!wanted.optional) return `${path} is not installed`;
    } else if (identity(found) !== identity(wanted)) {
      return `${path} is not the one in package-lock.json`;
    } else if (!existsSync(join(folder, path))) {
      return `${path} has been removed`;
    }
  }
  const extra = Object.keys(installed).find((path) => locked[path] === undefined);
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

/** The packages of a lockfile by their place; `undefined` when there is no such file. */
function readLock(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function identity({ version, integrity, resolved, link }) {
  return JSON.stringify(link ? [resolved] : [version, integrity]);
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
}

/** This Node when it is new enough, else the installed one; `undefined` when there is none. */
function nodeToUse(folder) {
  if (isNewEnough()) return process.execPath;
  const names = ['node', 'node.exe'].map((name) => join(folder, 'node_modules/node/bin', name));
  return names.find((name) => existsSync(name));
}

/** npm must not run on the Node inside the very folder that it replaces. */
function pathWithoutBins() {
  const entries = (process.env.PATH ?? '').split(delimiter);
  return entries.filter((entry) => !/node_modules[\\/]\.bin[\\/]?$/.test(entry)).join(delimiter);
}

function install(folder) {
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: folder,
    env: { ...process.env, PATH: pathWithoutBins() },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error !== undefined) return `npm could not be started: ${error.message}`;
  return status === 0 ? undefined : `npm ci ended with exit code ${status}`;
}

/** What went wrong, as a sentence; `undefined` when all dependencies are there. */
function ensure(folder) {
  const reason = mismatch(folder);
  if (reason !== undefined) {
    console.error(`Installing dependencies (npm ci): ${reason}.`);
    const failure = install(folder);
    if (failure !== undefined) return `${failure}; what it said stands above.`;
  }
  if (nodeToUse(folder) !== undefined) return undefined;
  return (
    `Node ${neededNode.join('.')} or newer is needed, this is ${process.versions.node}. The ` +
    'package "node" that brings one did not run its install script: is ignore-scripts set?'
  );
}

/** npm, when it is told to end, ends the shell that started this process, and nothing more. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

async function run(node, script, parameters) {
  const file = resolve(script);
  endWithParent();
  if (node === process.execPath) {
    process.argv = [node, file, ...parameters];
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node, [file, ...parameters], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends it to the script as well, which decides when to end.
  process.on('SIGINT', () => {});
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const problem = ensure(root);
  if (problem !== undefined) {
    console.error(`Dependencies could not be installed: ${problem}`);
    process.exit(1);
  }
  const [script, ...parameters] = process.argv.slice(2);
  if (script !== undefined) await run(nodeToUse(root), script, parameters);
}

// Not awaited, so that a script which it runs may import this module.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void main();
