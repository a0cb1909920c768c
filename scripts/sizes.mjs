/** Bundles each element as a page would and holds it to its limit, in KiB gzip. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';

const four = ['kpi-cards', 'dash-heatmap', 'response-insights', 'channel-donut'];
const around = ['stats-provider', 'time-range-selector'];

const elements = async () => {
  const { elements } = await import('../packages/widgets/dist/elements.js');
  return Object.keys(elements);
};

const importing = (tags) => tags.map((tag) => `import '@inlay/widgets/${tag}.js';`).join('\n');

/** Of what a page loads at once; parts that are loaded on demand are listed apart. */
async function measure(contents) {
  const { outputFiles, metafile } = await build({
    ...bundling,
    stdin: { contents, resolveDir: '.', sourcefile: 'page.js' },
    outdir: 'out',
    entryNames: 'page',
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  const sizeOf = new Map(
    outputFiles.map(({ path, contents }) => [
      path.replace(/^.*\/out\//, 'out/'),
      gzipSync(contents, { level: 9 }).length / 1024,
    ]),
  );
  const atOnce = new Set();
  const visit = (file) => {
    if (atOnce.has(file)) return;
    atOnce.add(file);
    const { imports } = metafile.outputs[file];
    imports.filter(({ kind }) => kind === 'import-statement').forEach(({ path }) => visit(path));
  };
  visit('out/page.js');
  const sum = (files) => files.reduce((total, file) => total + sizeOf.get(file), 0);
  return {
    atOnce: sum([...atOnce]),
    onDemand: sum([...sizeOf.keys()].filter((file) => !atOnce.has(file))),
  };
}

/** What must hold, not what is wished for; elements that are not named hold to `other`. */
const limits = {
  'call-activity-chart': 34,
  'dash-heatmap': 32,
  'message-activity-chart': 34,
  'quick-actions': 11,
  'recent-calls': 35,
  'response-insights': 36,
  'stats-dashboard': 73,
  'stats-provider': 22,
  'time-range-selector': 21,
};
const other = 30;

/** `[what, module, limit]`. */
async function subjects() {
  const tags = await elements();
  return [
    ...tags.map((tag) => [`<${tag}>`, importing([tag]), limits[tag] ?? other]),
    ['four elements, provider, range', importing([...four, ...around]), 51],
    ['all elements', `import { defineAll } from '@inlay/widgets'; defineAll();`, 73],
    ['@inlay/sdk', `export * from '@inlay/sdk';`, 16],
  ];
}

let isOver = false;
for (const [what, contents, limit] of await subjects()) {
  const { atOnce, onDemand } = await measure(contents);
  const over = atOnce > limit;
  isOver ||= over;
  const demand = onDemand > 0 ? `, on demand ${onDemand.toFixed(1)}` : '';
  const verdict = over ? `  over the limit of ${limit}` : '';
  console.log(`${atOnce.toFixed(1).padStart(7)} KiB  ${what}${demand}${verdict}`);
}
process.exitCode = isOver ? 1 : 0;
