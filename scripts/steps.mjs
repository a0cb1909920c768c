import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mismatch } from './ensure-deps.mjs';
import { run } from './run.mjs';

/** Runs a command; when it fails, this process ends with its exit code. */
export async function step(command, ...args) {
  const code = await run(command, args);
  if (code !== 0) process.exit(code);
}

/** Installs what a folder with a lockfile of its own needs, unless it is there. */
export async function installOwn(folder, what) {
  const reason = mismatch(folder);
  if (reason === undefined) return;
  console.error(`Installing dependencies of ${what} (npm ci): ${reason}.`);
  await step('npm', 'ci', '--prefix', folder, '--loglevel=error');
}

/**
 * Builds everything, from the repository's root, and fills a database in a folder of its own with a
 * synthetic organization. Gives the database's file.
 */
export async function builtAndSeeded(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = join(folder, 'inlay.db');
  await step('npm', 'run', '--silent', 'build');
  await step(process.execPath, 'packages/server/dist/main.js', 'seed', '--db', database);
  return database;
}
