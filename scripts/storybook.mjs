/**
 * `npm run storybook [-- ARGUMENT …]` serves the stories on http://localhost:6006, and
 * `npm run build:storybook` writes them into storybook-static/. Both read the elements' sources,
 * so nothing needs to be built first.
 */
import { run } from './run.mjs';

const [command = 'dev', ...parameters] = process.argv.slice(2);
const own = {
  dev: ['--port', '6006', '--no-open'],
  build: ['--output-dir', 'storybook-static'],
}[command];

if (own === undefined) {
  console.error(`${command} is no command of scripts/storybook.mjs; allowed are dev and build`);
  process.exit(1);
}
process.exitCode = await run('storybook', [
  command,
  '--config-dir',
  'stories/.storybook',
  '--disable-telemetry',
  ...own,
  ...parameters,
]);
