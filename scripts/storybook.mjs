/**
 * `npm run storybook [-- ARGUMENT …]` serves the stories on http://localhost:6006, and
 * `npm run build:storybook` writes them into storybook-static/. Both read the elements' sources,
 * so nothing needs to be built first.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const storybook = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
const own = {
  dev: ['--port', '6006', '--no-open'],
  build: ['--output-dir', 'storybook-static'],
};

const [command = 'dev', ...parameters] = process.argv.slice(2);
if (!Object.hasOwn(own, command)) {
  console.error(
    `${JSON.stringify(command)} is no command of scripts/storybook.mjs; allowed are dev and build`,
  );
  process.exit(1);
}

const configuration = ['--config-dir', 'stories/.storybook', '--disable-telemetry'];
const child = spawn(
  process.execPath,
  [storybook, command, ...configuration, ...own[command], ...parameters],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// A terminal sends it to the command as well, which decides when to end.
process.on('SIGINT', () => {});
child.once('error', (error) => {
  console.error(`Storybook could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.once('close', (code) => (process.exitCode = code ?? 1));
