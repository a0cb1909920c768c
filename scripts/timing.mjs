/**
 * `npm start --prefix examples/timing [-- --write --runs N]`: how soon a cold page has its figure and
 * its chart. `--write` writes the table of docs/hosts.md; N is 11 unless said otherwise.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtAndSeeded } from './steps.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const document = 'docs/hosts.md';
const mark = '<!-- Written by `npm start --prefix examples/timing -- --write` -->';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    runs: { type: 'string', default: '11' },
  },
});

const database = await builtAndSeeded('.cache/timing');
const { install } = await import('../examples/backend/host.mjs');
await install('timing');
const { measure, pages, serve } = await import('../examples/timing/run.mjs');

const [load] = loadavg();
const server = await serve(database);
const { version, rows } = await measure(server.url, Number(options.runs));
await server.close();

const told = ({ median, least }) => `${Math.round(median)} (${Math.round(least)})`;
const row = (cells) => `| ${cells.join(' | ')} |`;
const { dependencies } = JSON.parse(readFileSync('examples/timing/package.json', 'utf8'));
const table = `${options.runs} runs of each, in turns, on ${cpus().length} × ${cpus()[0].model.trim()} that server and browser share with
others (load ${load.toFixed(0)} when it began): compare the pages, not the milliseconds. Median, and the least in brackets.
Chromium ${version}, Node ${process.versions.node}, Chart.js ${dependencies['chart.js']}. Answers and scripts are sent with gzip.

${[
  row(['network', 'page', 'figure, ms', 'chart, ms', 'KiB']),
  row(['---', '---', '---:', '---:', '---:']),
  ...rows.map(({ page, network, figure, chart, bytes }) =>
    row([network, pages[page], told(figure), told(chart), (bytes / 1024).toFixed(0)]),
  ),
].join('\n')}`;
console.log(table);
if (options.write) {
  const { writeDocument } = await import('./documents/write.mjs');
  const { withTable } = await import('../examples/checks/table.mjs');
  await writeDocument(document, withTable(readFileSync(document, 'utf8'), table, mark));
}
