/**
 * `npm run docs [-- ARGUMENT …]` serves the documents as a site on http://localhost:5173 and follows
 * edits of them; `npm run build:docs` writes the site to site/dist. Both first install what only the
 * site needs, and build what its references are made from, unless `--built` says that this is done.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOwn, step } from './steps.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const site = join(root, 'site');

const [command = 'dev', ...given] = process.argv.slice(2);
const parameters = given.filter((parameter) => parameter !== '--built');
await installOwn(site, 'the site');
if (!given.includes('--built')) await step('npm', 'run', '--silent', 'build');
const { compose, composePages } = await import('../site/compose.mjs');
await compose();
if (command === 'dev') {
  watch(join(root, 'docs'), { recursive: true }, () => {
    composePages().catch((error) => console.error(error.message));
  });
}
const vitepress = join(site, 'node_modules/vitepress/bin/vitepress.js');
const child = spawn(process.execPath, [vitepress, command, site, ...parameters], {
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// A terminal sends it to the command as well, which decides when to end.
process.on('SIGINT', () => {});
child.once('close', (code) => process.exit(code ?? 1));
