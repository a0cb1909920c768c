/**
 * Makes what a page loads by one script: packages/widgets/dist/cdn/inlay.js, which defines every
 * element, and inlay-echarts.js beside it, which it loads when a chart is first seen.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';

const outdir = 'packages/widgets/dist/cdn';
const entry = `
  import { defineAll } from './dist/index.js';
  export * from './dist/index.js';
  defineAll();
`;

/** The one door to ECharts leads to a file of its own; everything else is one file. */
const echartsBeside = {
  name: 'echarts-beside',
  setup({ onResolve }) {
    onResolve({ filter: /\/echarts\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './inlay-echarts.js', external: true } : undefined,
    );
  },
};

const shared = { ...bundling, splitting: false, outdir };

rmSync(outdir, { recursive: true, force: true });
await build({
  ...shared,
  stdin: { contents: entry, resolveDir: 'packages/widgets', sourcefile: 'inlay.js' },
  entryNames: 'inlay',
  sourcemap: 'linked',
  plugins: [...bundling.plugins, echartsBeside],
});
await build({
  ...shared,
  entryPoints: ['packages/widgets/dist/shared/echarts.js'],
  entryNames: 'inlay-echarts',
});
writeFileSync(`${outdir}/package.json`, '{ "type": "module" }\n');
