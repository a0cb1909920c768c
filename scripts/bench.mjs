/**
 * `npm run bench [-- OPTION …]`: installs what only the benchmark needs, builds the server and runs
 * bench/run.mjs, whose `--help` lists the options.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mismatch } from './ensure-deps.mjs';
import { run } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bench = join(root, 'bench');

async function step(command, args) {
  const code = await run(command, args);
  if (code !== 0) process.exit(code);
}

const reason = mismatch(bench);
if (reason !== undefined) {
  console.error(`Installing dependencies of the benchmark (npm ci): ${reason}.`);
  await step('npm', ['ci', '--prefix', bench, '--loglevel=error']);
}
await step(process.execPath, [
  join(root, 'node_modules/typescript/bin/tsc'),
  '-b',
  join(root, 'packages/server'),
]);
process.exitCode = await run(process.execPath, [join(bench, 'run.mjs'), ...process.argv.slice(2)]);
