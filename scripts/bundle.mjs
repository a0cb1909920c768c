/**
 * Makes what a page loads by one script: packages/widgets/dist/cdn/inlay.js, which defines every
 * element, and inlay-echarts.js beside it, which it loads when a chart is first seen.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { bundle, written } from './bundling.mjs';

const dir = 'packages/widgets/dist/cdn';
const folder = 'packages/widgets';

const everyElement = `
  import { defineAll } from './dist/index.js';
  export * from './dist/index.js';
  defineAll();
`;
const echarts = `export * from './dist/shared/echarts.js';`;

/** The one door to ECharts leads to a file of its own; everything else is one file. */
const echartsBeside = {
  name: 'echarts-beside',
  resolveId: (id, _importer, { kind }) =>
    kind === 'dynamic-import' && id.endsWith('/echarts.js')
      ? { id: './inlay-echarts.js', external: true }
      : undefined,
};

async function write(contents, file, { plugins = [], ...output } = {}) {
  const made = await bundle(contents, { folder, plugins });
  await made.write({
    ...written,
    ...output,
    dir,
    entryFileNames: file,
    codeSplitting: false,
    comments: { legal: true },
  });
  await made.close();
}

rmSync(dir, { recursive: true, force: true });
await write(everyElement, 'inlay.js', { plugins: [echartsBeside], sourcemap: true });
await write(echarts, 'inlay-echarts.js');
writeFileSync(`${dir}/package.json`, '{ "type": "module" }\n');
