/**
 * `npm run inlay -- <args>`: the CLI of packages/server, built first when its sources are newer.
 * Paths in the arguments are relative to where npm was called.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const main = join(root, 'packages/server/dist/main.js');

const built = await run(process.execPath, [tsc, '-b', join(root, 'packages/server')]);
if (built !== 0) process.exit(1);

const child = spawn(process.execPath, [main, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// A terminal sends it to the command as well, which decides when to end.
process.on('SIGINT', () => {});
child.once('error', (error) => {
  console.error(`The command could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.once('close', (code) => (process.exitCode = code ?? 1));
