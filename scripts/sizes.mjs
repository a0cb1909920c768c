/**
 * Bundles each element as a page would, holds it to its limit in KiB gzip, and compares with
 * SIZES.md; `--write` writes that file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundle, chunksAtOnce, written } from './bundling.mjs';
import { elements } from '../packages/widgets/dist/elements.js';

const file = 'SIZES.md';
const four = ['kpi-cards', 'dash-heatmap', 'response-insights', 'channel-donut'];
const around = ['stats-provider', 'time-range-selector'];
const tags = Object.keys(elements);

const importing = (names) => names.map((tag) => `import '@inlay/widgets/${tag}.js';`).join('\n');
const configured = `import { configure } from '@inlay/widgets/configure.js';
configure({ baseUrl: '', getToken: async () => '' });`;

/** Of what a page loads at once; parts that are loaded on demand are listed apart. */
async function measure(contents) {
  const made = await bundle(contents);
  const { output } = await made.generate({ ...written, comments: false });
  await made.close();
  const atOnce = chunksAtOnce(output);
  const sum = (chunks) =>
    chunks.reduce((total, { code }) => total + gzipSync(code, { level: 9 }).length, 0) / 1024;
  return {
    atOnce: sum(atOnce),
    onDemand: sum(output.filter((chunk) => !atOnce.includes(chunk))),
  };
}

/** What every element must hold to. */
const limit = 25;

/** `[what, module, limit]`. */
const subjects = [
  ...tags
    .filter((tag) => tag !== 'stats-dashboard')
    .map((tag) => [`\`<${tag}>\``, importing([tag]), limit]),
  ['four elements of the first page', `${importing(four)}\n${configured}`, 38],
  ['the same with provider and range', importing([...four, ...around]), 40],
  ['`<stats-dashboard>`', importing(['stats-dashboard']), 59],
  ['all elements', `import { defineAll } from '@inlay/widgets'; defineAll();`, 59],
  ['`@inlay/sdk`', `export * from '@inlay/sdk';`, 9],
];

const kib = (size) => size.toFixed(1);

const rows = [];
for (const [what, contents, limit] of subjects) {
  const { atOnce, onDemand } = await measure(contents);
  rows.push([what, atOnce, limit, onDemand]);
  const verdict = atOnce > limit ? `  over the limit of ${limit}` : '';
  if (verdict) process.exitCode = 1;
  console.log(`${kib(atOnce).padStart(7)} KiB  ${what}${verdict}`);
}

const table = [
  ['what a page imports', 'at once', 'limit', 'on demand'],
  ['---', '---:', '---:', '---:'],
  ...rows.map(([what, atOnce, limit, onDemand]) => [
    what,
    kib(atOnce),
    limit,
    onDemand > 0 ? kib(onDemand) : '',
  ]),
];
const text = `# Sizes

KiB of JavaScript, minified and gzip, with Lit, the SDK and everything else that is needed. On
demand: what is loaded when a reader first opens a menu, a definition, the time range or a recording,
or points at a bar or a cell, and ECharts when a chart is first seen. Checked by \`npm run check\`, written by \`node scripts/sizes.mjs --write\`.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

The elements of the first page: ${four.map((tag) => `\`<${tag}>\``).join(', ')}.
`;

/** A file that is a few bytes off still tells the truth. */
const tolerance = 0.15;
const figuresOf = (markdown) =>
  [...markdown.matchAll(/^\| (.+?) +\| +([\d.]+) \|/gm)].map(([, what, size]) => [what, +size]);

function isTold(markdown) {
  const told = new Map(figuresOf(markdown));
  return (
    told.size === rows.length &&
    rows.every(([what, atOnce]) => Math.abs(told.get(what) - atOnce) <= tolerance)
  );
}

if (process.argv.includes('--write')) {
  const { format } = await import('prettier');
  writeFileSync(file, await format(text, { parser: 'markdown', printWidth: 100 }));
} else if (!isTold(readFileSync(file, 'utf8'))) {
  console.log(`${file} tells other figures: node scripts/sizes.mjs --write`);
  process.exitCode = 1;
}
