/**
 * `npm run bench [-- OPTION …]`: installs what only the benchmark needs, builds the server and runs
 * bench/run.mjs, whose `--help` lists the options.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { installOwn, step } from './steps.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bench = join(root, 'bench');

await installOwn(bench, 'the benchmark');
await step(
  process.execPath,
  join(root, 'node_modules/typescript/bin/tsc'),
  '-b',
  join(root, 'packages/server'),
);
process.exitCode = await run(process.execPath, [join(bench, 'run.mjs'), ...process.argv.slice(2)]);
